package index

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// Query asks for entities that have a name whose agreement with one of Names is
// worth at least Floor, or that shares a key with one of them or with Keys; or one
// of the Identifiers in normal form; or, for entries that are only an address, an
// address whose similarity to one of Addresses is at least AddressFloor.
type Query struct {
	Names        []name.Name
	Keys         []uint64 // of names that are looked up by key only; see name.Keys
	Identifiers  []string
	Addresses    []name.Name
	Floor        float64 // log odds, as compare.Agreement has them
	Weight       float64 // log odds that an equal name adds
	AddressFloor float64 // similarity
	Weights      compare.NameWeights
}

// Candidate is an entity that may match a query, with the numbers of its names
// that could be similar enough.
type Candidate struct {
	Entity int32
	Names  []int32
	// ByFact says that the entity was found by an identifier or an address,
	// whatever its names are.
	ByFact bool
}

// Candidates returns the entities that may match a query, in order, each once.
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
			s.hits = append(s.hits, hit{e, byFact})
		}
	}
	for i := range q.Addresses {
		for k, entity := range x.places.entity {
			if compare.Addresses(&q.Addresses[i], x.places.at(int32(k))) >= q.AddressFloor {
				s.hits = append(s.hits, hit{entity, byFact})
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

// hit is a name that could be similar enough, or byFact.
type hit struct{ entity, name int32 }

// byFact takes the place of a name for an entity found by another fact.
const byFact = -1

// candidatesOf puts the hits of each entity together.
func candidatesOf(hits []hit) []Candidate {
	out := make([]Candidate, 0, len(hits))
	names := make([]int32, 0, len(hits))
	for _, h := range hits {
		if n := len(out); n == 0 || out[n-1].Entity != h.entity {
			out = append(out, Candidate{Entity: h.entity})
		}
		c := &out[len(out)-1]
		if h.name == byFact {
			c.ByFact = true
			continue
		}
		names = append(names, h.name)
		c.Names = names[len(names)-len(c.Names)-1:]
	}
	return out
}
