package eval

import (
	"context"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// Self asks for every name of every list as it is written: its entity must be
// among those of rank 1, with a score of 1. Names without a letter or a digit
// cannot be searched and are left out.
func (r *Runner) Self(ctx context.Context) (*Suite, error) {
	type listed struct {
		entity *enduse.Entity
		name   enduse.Name
	}
	s := &Suite{Kind: Self, File: "every name of the lists"}
	var all []listed
	for _, e := range r.Entities {
		for _, n := range e.Names {
			all = append(all, listed{e, n})
		}
	}
	all = pick(all, r.First, r.Sample)
	lost := make([]bool, len(all))
	err := r.each(ctx, s.File, len(all), func(i int) {
		lost[i] = true
		for _, h := range r.Matcher.Hits(enduse.Party{Role: enduse.RoleParty, Name: all[i].name.Text}, 1) {
			lost[i] = lost[i] && h.Entity.ID != all[i].entity.ID
		}
	})
	if err != nil {
		return nil, err
	}
	var keys []string
	found := 0
	back := make([]bool, 0, len(all))
	for i, l := range all {
		if lost[i] && len(name.Analyse(l.name.Text).Tokens) == 0 {
			s.leave("a name without a letter or a digit", string(l.entity.ID))
			continue
		}
		keys, back = append(keys, name.ScriptOf(l.name.Text)), append(back, !lost[i])
		found += one(!lost[i])
		if lost[i] {
			s.Wrong = append(s.Wrong, Wrong{Kind: falseNegative, Asked: l.name.Text, Listed: l.entity.Caption(), Entity: string(l.entity.ID), Note: string(l.name.Kind)})
		}
	}
	s.Rows = len(back)
	s.measure(selfFound, found, len(back))
	s.Groups = groupBy("script", keys, func(rows []int) []Measure {
		n := 0
		for _, i := range rows {
			n += one(back[i])
		}
		return []Measure{share(selfFound, n, len(rows))}
	})
	return s, nil
}

// selfFound names the one measure of Self.
const selfFound = "rank 1 with score 1"
