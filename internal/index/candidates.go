package index

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// Query is what the index is asked for: entities that have a name whose
// agreement with one of Names is worth Floor or more or that has a key in common
// with one, or with Keys, one of the Identifiers in normal form, or, if they are address-only entries, an address at least
// AddressFloor alike one of Addresses.
type Query struct {
	Names        []name.Name
	Keys         []uint64 // of names that are looked up by their keys alone; see name.Keys
	Identifiers  []string
	Addresses    []name.Name
	Floor        float64 // log odds, as compare.Agreement has them
	Weight       float64 // log odds that an equal name adds
	AddressFloor float64 // likeness
	Weights      compare.NameWeights
}

// Candidate is an entity that may answer a query, with those of its names that
// could be alike enough, by number.
type Candidate struct {
	Entity int32
	Names  []int32
	// Other says that the entity was found by an identifier or an address:
	// whatever its names are.
	Other bool
}

// Candidates returns the entities that answer a query, in order, each once.
func (x *Index) Candidates(q Query) []Candidate {
	s := x.scratch.get()
	defer x.scratch.put(s)
	s.hits = s.hits[:0]
	for i := range q.Names {
		x.byName(&q.Names[i], &q, s)
		for _, key := range keysOf(&q.Names[i]) {
			x.byKey(key, s)
		}
	}
	for _, key := range q.Keys {
		x.byKey(key, s)
	}
	for _, id := range q.Identifiers {
		for _, e := range x.identifiers.find(hash(id)) {
			s.hits = append(s.hits, hit{e, byOther})
		}
	}
	for i := range q.Addresses {
		for k, entity := range x.places.entity {
			if compare.Addresses(&q.Addresses[i], x.places.at(int32(k))) >= q.AddressFloor {
				s.hits = append(s.hits, hit{entity, byOther})
			}
		}
	}
	slices.SortFunc(s.hits, func(a, b hit) int { return cmp.Or(cmp.Compare(a.entity, b.entity), cmp.Compare(a.name, b.name)) })
	return candidatesOf(slices.Compact(s.hits))
}

// byKey adds the names under a key.
func (x *Index) byKey(key uint64, s *scratch) {
	if key == 0 {
		return
	}
	for _, id := range x.keys.find(key) {
		s.hits = append(s.hits, hit{x.names.entity[id], id})
	}
}

// Keyed reports whether a listed name has a key.
func (x *Index) Keyed(key uint64) bool { return key != 0 && len(x.keys.find(key)) > 0 }

// hit is a name that could be alike enough, or byOther.
type hit struct{ entity, name int32 }

// byOther stands for the name of an entity that was found by something else.
const byOther = -1

// candidatesOf puts the hits of each entity together.
func candidatesOf(hits []hit) []Candidate {
	out := make([]Candidate, 0, len(hits))
	names := make([]int32, 0, len(hits))
	for _, h := range hits {
		if n := len(out); n == 0 || out[n-1].Entity != h.entity {
			out = append(out, Candidate{Entity: h.entity})
		}
		c := &out[len(out)-1]
		if h.name == byOther {
			c.Other = true
			continue
		}
		names = append(names, h.name)
		c.Names = names[len(names)-len(c.Names)-1:]
	}
	return out
}
