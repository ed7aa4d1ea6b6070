package eval

import (
	"context"
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// native asks for parties by the name in one script while only that in the
// other is listed, both ways, among all that is on the lists. Listed entities
// that bear one of the file's names are left out, for they would be the answer.
func (r *Runner) native(ctx context.Context, c *Cases, s *Suite) error {
	var latin, other []*enduse.Entity
	var toLatin, toOther []search
	for _, row := range pick(c.rows, r.First, 1) {
		a, b := twoScripts(append(row.Values(c.need[0]), row.Values(c.need[1])...))
		if a == "" || b == "" {
			s.leave("there is no name in both scripts", c.fault(row, "%s", row.Get(c.need[0])))
			continue
		}
		id := enduse.EntityID(fmt.Sprintf("eval:%d", row.Line))
		is := func(e *enduse.Entity) bool { return e.ID == id }
		latin, other = append(latin, bearer(id, a)), append(other, bearer(id, b))
		toLatin = append(toLatin, search{row, b, a, "own script asked, Latin listed", "", is})
		toOther = append(toOther, search{row, a, b, "Latin asked, own script listed", "", is})
	}
	haystack := withoutNames(r.Entities, namesOf(append(slices.Clone(latin), other...)))
	var rest Suite
	if err := r.searches(ctx, c, s, r.Index(append(latin, haystack...)), toLatin); err != nil {
		return err
	}
	if err := r.searches(ctx, c, &rest, r.Index(append(other, haystack...)), toOther); err != nil {
		return err
	}
	s.add(&rest)
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

func bearer(id enduse.EntityID, text string) *enduse.Entity {
	return &enduse.Entity{ID: id, Source: "eval", List: "eval", Schema: enduse.SchemaLegalEntity, Names: []enduse.Name{{Text: text, Kind: enduse.NamePrimary}}}
}

// withoutNames leaves out the entities that bear one of some names.
func withoutNames(entities []*enduse.Entity, names named) (out []*enduse.Entity) {
	for _, e := range entities {
		if !slices.ContainsFunc(e.Names, func(n enduse.Name) bool { return len(names[sameName(n.Text)]) > 0 }) {
			out = append(out, e)
		}
	}
	return out
}

// add takes in the second half of a suite that was run in two.
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
	s.Groups, s.Wrong = append(s.Groups, other.Groups...), append(s.Wrong, other.Wrong...)
	s.outcomes = append(s.outcomes, other.outcomes...)
}
