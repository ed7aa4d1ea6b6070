package eval

import (
	"context"
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// nativeSuite asks for parties by the name in one script while only the name in
// the other script is listed, both ways, among all entities of the lists. Listed
// entities that have one of the file's names are removed, as they would be the
// answer.
type nativeSuite struct{ measurement }

func (m nativeSuite) measure(ctx context.Context) error {
	r, c, s := m.Runner, m.cases, m.suite
	var latin, other []*enduse.Entity
	var toLatin, toOther []query
	for _, row := range pick(c.rows, r.First, 1) {
		a, b := twoScripts(append(row.Values(c.need[0]), row.Values(c.need[1])...))
		if a == "" || b == "" {
			s.skip("there is no name in both scripts", c.fault(row, "%s", row.Get(c.need[0])))
			continue
		}
		id := enduse.EntityID(fmt.Sprintf("eval:%d", row.Line))
		isMeant := func(e *enduse.Entity) bool { return e.ID == id }
		latin, other = append(latin, entityNamed(id, a)), append(other, entityNamed(id, b))
		toLatin = append(toLatin, query{row, b, a, "own script asked, Latin listed", "", isMeant})
		toOther = append(toOther, query{row, a, b, "Latin asked, own script listed", "", isMeant})
	}
	haystack := withoutNames(r.Entities, namesOf(append(slices.Clone(latin), other...)))
	if err := m.search(ctx, r.Index(append(latin, haystack...)), toLatin); err != nil {
		return err
	}
	back := measurement{r, c, &Suite{}}
	if err := back.search(ctx, r.Index(append(other, haystack...)), toOther); err != nil {
		return err
	}
	s.add(back.suite)
	return nil
}

// twoScripts takes the first Latin name and the first in another script.
func twoScripts(names []string) (latin, other string) {
	for _, n := range names {
		switch script := name.ScriptOf(n); {
		case script == "Latn" && latin == "":
			latin = n
		case script != "Latn" && script != "" && other == "":
			other = n
		}
	}
	return latin, other
}

func entityNamed(id enduse.EntityID, text string) *enduse.Entity {
	return &enduse.Entity{
		ID: id, Source: "eval", List: "eval", Schema: enduse.SchemaLegalEntity,
		Names: []enduse.Name{{Text: text, Kind: enduse.NamePrimary}},
	}
}

// withoutNames returns the entities that have none of the names.
func withoutNames(entities []*enduse.Entity, names nameIndex) (out []*enduse.Entity) {
	for _, e := range entities {
		if !slices.ContainsFunc(e.Names, func(n enduse.Name) bool { return len(names[nameKey(n.Text)]) > 0 }) {
			out = append(out, e)
		}
	}
	return out
}

// add adds the second half of a suite that was measured in two.
func (s *Suite) add(other *Suite) {
	s.Rows += other.Rows
	for i, m := range other.Measures {
		s.Measures[i] = share(m.Name, s.Measures[i].Rate.Hits+m.Rate.Hits, s.Measures[i].Rate.Of+m.Rate.Of)
	}
	for i, p := range other.Points {
		for k, m := range p.Measures {
			have := s.Points[i].Measures[k].Rate
			s.Points[i].Measures[k] = share(m.Name, have.Hits+m.Rate.Hits, have.Of+m.Rate.Of)
		}
	}
	s.Groups, s.Misses = append(s.Groups, other.Groups...), append(s.Misses, other.Misses...)
	s.outcomes = append(s.outcomes, other.outcomes...)
}
