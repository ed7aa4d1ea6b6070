package match

import (
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
)

// candidates are the members of one subject that a search found.
type candidates struct {
	found   []index.Candidate // in the order of their ids
	members []int32           // all of the subject in that order; nil where it is one entity
}

// byFact reports whether an identifier or an address found one of them, whatever the
// names are.
func (s *candidates) byFact() bool {
	return slices.ContainsFunc(s.found, func(c index.Candidate) bool { return c.ByFact })
}

// subjects puts the candidates of each subject together, in the order of the first.
func (m *Matcher) subjects(found []index.Candidate) []candidates {
	table := m.Index.Subjects()
	out := make([]candidates, 0, len(found))
	at := map[int32]int{} // by the first member
	for _, c := range found {
		members := table.Members(c.Entity, &m.Subjects, m.Index.ID)
		if members == nil {
			out = append(out, candidates{found: []index.Candidate{c}})
			continue
		}
		i, ok := at[members[0]]
		if !ok {
			i = len(out)
			at[members[0]] = i
			out = append(out, candidates{members: members})
		}
		out[i].found = append(out[i].found, c)
	}
	for i := range out {
		if s := &out[i]; s.members != nil {
			s.complete()
		}
	}
	return out
}

// complete adds the other members of a subject that a fact found, whose names count too,
// and puts all in order.
func (s *candidates) complete() {
	if s.byFact() {
		for _, member := range s.members {
			if !slices.ContainsFunc(s.found, func(c index.Candidate) bool { return c.Entity == member }) {
				s.found = append(s.found, index.Candidate{Entity: member})
			}
		}
	}
	slices.SortFunc(s.found, func(a, b index.Candidate) int {
		return slices.Index(s.members, a.Entity) - slices.Index(s.members, b.Entity)
	})
}

// entities are the members of a subject, the one with the best name first.
func (m *Matcher) entities(s candidates, b best) []*enduse.Entity {
	out := []*enduse.Entity{m.Index.Entity(int(b.listed.entity))}
	for _, member := range s.members {
		if member != b.listed.entity {
			out = append(out, m.Index.Entity(int(member)))
		}
	}
	return out
}

// hit judges a subject by the facts of all its members together: a fact agrees if it
// agrees with one of them, and what contradicts counts whichever of them states it. A
// member whose strong number is the party's fixes the hit by itself if the facts of the
// others would hide that.
func (m *Matcher) hit(p *Party, s candidates, b best) enduse.Hit {
	all := m.entities(s, b)
	if len(all) == 1 {
		return m.judge(p, all[0], all[0], b)
	}
	h := m.judge(p, all[0], pool(all), b)
	for _, e := range all {
		if h.Identity || len(p.Identifiers) == 0 {
			break
		}
		if own := m.judge(p, all[0], e, b); own.Identity {
			h = own
		}
	}
	h.Members = all
	return h
}

// pool returns an entity with the facts of all entities but their names.
func pool(all []*enduse.Entity) *enduse.Entity {
	out := &enduse.Entity{Schema: all[0].Schema}
	for _, e := range all {
		if out.Schema == enduse.SchemaLegalEntity {
			out.Schema = e.Schema
		}
		if out.Gender == "" {
			out.Gender = e.Gender
		}
		out.Identifiers = append(out.Identifiers, e.Identifiers...)
		out.Addresses = append(out.Addresses, e.Addresses...)
		out.BirthDates = append(out.BirthDates, e.BirthDates...)
		out.BirthPlaces = append(out.BirthPlaces, e.BirthPlaces...)
		out.Countries = append(out.Countries, e.Countries...)
		out.Nationalities = append(out.Nationalities, e.Nationalities...)
	}
	return out
}
