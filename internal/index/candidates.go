package index

import (
	"slices"
	"sync"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// Query is what the index is asked for: entities that have a name at least
// Floor alike one of Names, one of the Identifiers in normal form, or, if they
// are address-only entries, an address at least AddressFloor alike one of
// Addresses.
type Query struct {
	Names        []name.Name
	Identifiers  []string
	Addresses    []name.Name
	Floor        float64
	AddressFloor float64
	Weights      compare.NameWeights
}

// Candidates returns the entities that answer a query, by number, in order,
// each once.
func (x *Index) Candidates(q Query) []int {
	s := x.scratch.get()
	defer x.scratch.put(s)
	var out []int
	for i := range q.Names {
		out = x.byName(&q.Names[i], q, s, out)
	}
	for _, id := range q.Identifiers {
		for _, e := range x.ids[id] {
			out = append(out, int(e))
		}
	}
	for i := range q.Addresses {
		for _, p := range x.places {
			if compare.Addresses(&q.Addresses[i], &p.address) >= q.AddressFloor {
				out = append(out, int(p.entity))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// byName sums for each name the most that every pairing could add, and keeps
// the entities of names whose bound reaches the floor.
func (x *Index) byName(n *name.Name, q Query, s *scratch, out []int) []int {
	s.begin()
	initials := 0
	for i, t := range n.Tokens {
		if t.Class == name.Initial {
			initials++
		}
		x.sum(s, t.Text, t.Weight, true)
		if t.Latin != "" && t.Latin != t.Text {
			x.sum(s, t.Latin, t.Weight, true)
		}
		x.cross.sum(s, n.Tokens, i)
		if t.Raw != t.Text {
			x.sum(s, t.Raw, t.Weight, true) // two joined words may stand for it
		}
		for count := 2; count <= 3; count++ {
			if joined, ok := compare.Join(n.Tokens, i, count); ok {
				x.sum(s, joined, weigh(n.Tokens[i:i+count]), false)
			}
		}
		for _, key := range exactKeys(&n.Tokens[i]) {
			for _, p := range x.terms.exact[key.text] {
				s.add(p.name, float32(key.alike)*(float32(t.Weight)+p.weight))
			}
		}
	}
	if n.Acronym != "" {
		x.sum(s, n.Acronym, weigh(n.Tokens[n.Initials[0]:n.Initials[1]]), true)
	}
	for _, id := range s.touched {
		e := &x.names[id]
		most := float64(s.sums[id]) + q.Weights.Initial*initialPair*float64(initials+int(e.initials))
		if bound(most, n.Weight+e.name.Weight, q.Weights) >= q.Floor {
			out = append(out, int(e.entity))
		}
	}
	return out
}

// initialPair is the most that an initial and its word weigh together.
const initialPair = 1.4

// slack covers the rounding of sums kept in single precision.
const slack = 1e-4

// bound is the most that the likeness of two names can be if their pairings
// agree on at most the given weight of all. compare.Names divides the agreed
// weight by the paired weight plus a cost for the rest; both grow fastest when
// all that is paired agrees.
func bound(agreed, all float64, w compare.NameWeights) float64 {
	agreed = min(agreed, all)
	rest := min(w.Omission, w.Contradiction, 1)
	return agreed/(agreed+rest*(all-agreed)) + slack
}

// sum adds to each name that holds a term like the word what pairing the two
// could add. A single word may stand for joined ones, but joined words stand for
// a single one only.
func (x *Index) sum(s *scratch, word string, weight float64, single bool) {
	for _, f := range s.lookup(&x.terms, word) {
		for _, p := range x.terms.postings[f.term] {
			if p.joined && !single {
				continue
			}
			s.add(p.name, float32(f.alike)*(float32(weight)+p.weight))
		}
	}
}

// scratch is the working memory of a query.
type scratch struct {
	sums    []float32
	touched []int32
	found   []found
	// memo keeps the lookups of words: files repeat theirs.
	memo map[string][]found

	crossed   map[crossKey][]crossFound // the same for lookups across scripts
	words     []int32
	runes     []rune
	seen      marks
	skeletons [128]uint64
}

// memoWords is how many words' lookups a scratch keeps.
const memoWords = 4096

func (s *scratch) begin() {
	for _, id := range s.touched {
		s.sums[id] = 0
	}
	s.touched = s.touched[:0]
}

func (s *scratch) add(id int32, gain float32) {
	if s.sums[id] == 0 {
		s.touched = append(s.touched, id)
	}
	s.sums[id] += gain
}

func (s *scratch) lookup(t *terms, word string) []found {
	if f, ok := s.memo[word]; ok {
		return f
	}
	s.found = t.lookup(s, word, s.found[:0])
	if len(s.memo) >= memoWords {
		clear(s.memo)
	}
	kept := slices.Clone(s.found)
	s.memo[word] = kept
	return kept
}

// scratchPool hands out working memory for as many queries as run at once.
type scratchPool struct {
	pool  sync.Pool
	names int
}

func (p *scratchPool) get() *scratch {
	if s, ok := p.pool.Get().(*scratch); ok {
		return s
	}
	return &scratch{sums: make([]float32, p.names), memo: map[string][]found{}}
}

func (p *scratchPool) put(s *scratch) {
	s.begin()
	p.pool.Put(s)
}
