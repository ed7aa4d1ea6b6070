package eval

import (
	"context"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// selfFound names the one measure of Self.
const selfFound = "rank 1 with score 1"

// bearing is a listed name with its entity.
type bearing struct {
	entity *enduse.Entity
	name   enduse.Name
	back   bool // the name brings its entity back
}

// Self asks for every name of every list as it is written: its entity must be
// among those of rank 1, with a score of 1. Names without a letter or a digit
// cannot be searched and are left out.
func (r *Runner) Self(ctx context.Context) (*Suite, error) {
	s := &Suite{Kind: Self, File: "every name of the lists"}
	all := pick(bearings(r.Entities), r.First, r.Sample)
	if err := r.each(ctx, s.File, len(all), func(i int) { all[i].back = r.comesBack(all[i]) }); err != nil {
		return nil, err
	}
	var asked []bearing
	var scripts []string
	for _, b := range all {
		if !b.back && len(name.Analyse(b.name.Text).Tokens) == 0 {
			s.leave("a name without a letter or a digit", string(b.entity.ID))
			continue
		}
		asked, scripts = append(asked, b), append(scripts, name.ScriptOf(b.name.Text))
		if !b.back {
			s.Wrong = append(s.Wrong, Wrong{Kind: FalseNegative, Asked: b.name.Text, Listed: b.entity.Caption(), Entity: string(b.entity.ID), Note: string(b.name.Kind)})
		}
	}
	s.Rows = len(asked)
	s.measure(selfFound, len(asked)-len(s.Wrong), len(asked))
	s.Groups = groupBy("script", scripts, func(rows []int) []Measure {
		n := 0
		for _, i := range rows {
			n += one(asked[i].back)
		}
		return []Measure{share(selfFound, n, len(rows))}
	})
	return s, nil
}

func bearings(entities []*enduse.Entity) (out []bearing) {
	for _, e := range entities {
		for _, n := range e.Names {
			out = append(out, bearing{entity: e, name: n})
		}
	}
	return out
}

// comesBack asks for a name as it is written. No score is above 1, so that an
// entity which scores 1 is of rank 1.
func (r *Runner) comesBack(b bearing) bool {
	for _, h := range r.Matcher.Hits(enduse.Party{Role: enduse.RoleParty, Name: b.name.Text}, 1) {
		if h.Entity.ID == b.entity.ID {
			return true
		}
	}
	return false
}
