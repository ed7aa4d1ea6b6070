package eval

import (
	"context"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// selfFound names the one measure of Self.
const selfFound = "rank 1 with score 1"

// listedName is a name with its entity.
type listedName struct {
	entity *enduse.Entity
	name   enduse.Name
	found  bool // a search for the name finds the entity
}

// Self asks for every name of every list as it is written: its entity must be
// among those of rank 1, with a score of 1. Names without a letter or a digit
// cannot be searched and are skipped.
func (r *Runner) Self(ctx context.Context) (*Suite, error) {
	s := &Suite{Kind: Self, File: "every name of the lists"}
	all := pick(listedNames(r.Entities), r.First, r.Sample)
	if err := r.each(ctx, s.File, len(all), func(i int) { all[i].found = all[i].isFoundBy(r.Matcher) }); err != nil {
		return nil, err
	}
	var asked []listedName
	var scripts []string
	for _, l := range all {
		if !l.found && len(name.Analyse(l.name.Text).Tokens) == 0 {
			s.skip("a name without a letter or a digit", string(l.entity.ID))
			continue
		}
		asked, scripts = append(asked, l), append(scripts, name.ScriptOf(l.name.Text))
		if !l.found {
			s.Misses = append(s.Misses, l.miss())
		}
	}
	s.Rows = len(asked)
	s.measure(selfFound, len(asked)-len(s.Misses), len(asked))
	s.Groups = groupBy("script", scripts, func(rows []int) []Measure {
		n := 0
		for _, i := range rows {
			n += one(asked[i].found)
		}
		return []Measure{share(selfFound, n, len(rows))}
	})
	return s, nil
}

func listedNames(entities []*enduse.Entity) (out []listedName) {
	for _, e := range entities {
		for _, n := range e.Names {
			out = append(out, listedName{entity: e, name: n})
		}
	}
	return out
}

// isFoundBy asks for a name as it is written. No score is above 1, so an entity
// that scores 1 has rank 1.
func (l *listedName) isFoundBy(m Matcher) bool {
	hits := m.Hits(enduse.Party{Role: enduse.RoleParty, Name: l.name.Text}, 1)
	return slices.ContainsFunc(hits, func(h enduse.Hit) bool {
		return slices.ContainsFunc(h.All(), func(e *enduse.Entity) bool { return e.ID == l.entity.ID })
	})
}

func (l *listedName) miss() Miss {
	return Miss{
		Kind: FalseNegative, Asked: l.name.Text, Listed: l.entity.Caption(), Entity: string(l.entity.ID), Note: string(l.name.Kind),
	}
}
