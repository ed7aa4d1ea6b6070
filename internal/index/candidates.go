package index

import (
	"cmp"
	"runtime"
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
		x.byName(&q.Names[i], q, s)
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

// byName sums for each name the most that every pairing could add, and keeps
// the names whose bound reaches the floor.
func (x *Index) byName(n *name.Name, q Query, s *scratch) {
	s.begin()
	for i := range n.Tokens {
		x.sumToken(n, i, s)
	}
	if n.Acronym != "" {
		x.sum(s, n.Acronym, weigh(n.Tokens[n.Initials[0]:n.Initials[1]]), true)
	}
	light, initials := lightOf(n)
	for _, id := range s.touched {
		agreed := float64(s.sums[id]) + q.Weights.Initial*initialPair*float64(initials+int(x.names.initials[id]))
		b := bound(agreed, n.Weight+float64(x.names.weights[id]), light+float64(x.names.light[id]), q.Weights)
		if b >= q.Floor {
			s.hits = append(s.hits, hit{x.names.entity[id], id})
		}
	}
}

// sumToken adds all that a word could pair with.
func (x *Index) sumToken(n *name.Name, i int, s *scratch) {
	t := &n.Tokens[i]
	x.sum(s, t.Text, t.Weight, true)
	if t.Latin != "" && t.Latin != t.Text {
		x.sum(s, t.Latin, t.Weight, true)
	}
	x.cross.sum(s, n.Tokens, i)
	if t.Raw != t.Text {
		x.sum(s, t.Raw, t.Weight, true) // two joined words may stand for it
	}
	for count := 2; count <= mostJoined; count++ {
		if joined, ok := compare.Join(n.Tokens, i, count); ok {
			x.sum(s, joined, weigh(n.Tokens[i:i+count]), false)
		}
	}
	soundKeys(t, func(key uint64, alike float64) {
		for _, k := range x.sounds.find(key) {
			p := x.soundPostings[k]
			s.add(p.name(), float32(alike)*(float32(t.Weight)+p.weight()))
		}
	})
}

// initialPair is the most that an initial and its word weigh together.
const initialPair = 1.4

// slack covers the rounding of sums kept in single precision.
const slack = 1e-4

// bound is the most that the likeness of two names can be if their pairings
// agree on at most the given weight of all. compare.Namer divides the agreed
// weight by the paired weight plus a cost for the rest, the least for what is
// light; both grow fastest when all that is paired agrees.
func bound(agreed, all, light float64, w compare.NameWeights) float64 {
	agreed = min(agreed, all)
	rest := min(w.Omission, w.Contradiction, 1)
	cost := max(rest*(all-agreed-(1-w.Patronymic)*light), 0)
	return agreed/(agreed+cost) + slack
}

// sum adds to each name that holds a term like the word what pairing the two
// could add. A single word may stand for joined ones, but joined words stand for
// a single one only.
func (x *Index) sum(s *scratch, word string, weight float64, single bool) {
	most := longestReach
	if !single {
		most = compare.JoinEdits
	}
	for _, f := range s.lookup(&x.terms, word, most) {
		for _, p := range x.terms.postings.of(f.term) {
			if p.joined() && !single {
				continue
			}
			s.add(p.name(), float32(f.alike)*(float32(weight)+p.weight()))
		}
	}
}

// scratch is the working memory of a query.
type scratch struct {
	sums    []float32
	touched []int32
	hits    []hit
	found   []found
	// memo keeps the lookups of words: files repeat theirs.
	memo map[asked][]found

	crossed   map[crossKey][]crossFound // the same for lookups across scripts
	words     []int32
	runes     []rune
	seen      marks
	skeletons [128]uint64
}

// memoWords is how many words' lookups a scratch keeps.
const memoWords = 1 << 15

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

func (s *scratch) lookup(t *terms, word string, most int) []found {
	key := asked{word, most}
	if f, ok := s.memo[key]; ok {
		return f
	}
	s.found = t.lookup(s, word, most, s.found[:0])
	if len(s.memo) >= memoWords {
		clear(s.memo)
	}
	kept := slices.Clone(s.found)
	s.memo[key] = kept
	return kept
}

// asked is a word with the edits up to which terms were looked up.
type asked struct {
	word string
	most int
}

// scratchPool hands out working memory for as many queries as run at once, and
// keeps it: what it has looked up is worth more than its bytes.
type scratchPool struct {
	mu    sync.Mutex
	free  []*scratch
	names int
}

func (p *scratchPool) get() *scratch {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.free); n > 0 {
		s := p.free[n-1]
		p.free = p.free[:n-1]
		return s
	}
	return &scratch{sums: make([]float32, p.names), memo: map[asked][]found{}}
}

func (p *scratchPool) put(s *scratch) {
	s.begin()
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.free) < runtime.GOMAXPROCS(0) {
		p.free = append(p.free, s)
	}
}
