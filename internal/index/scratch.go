package index

import (
	"runtime"
	"slices"
	"sync"
)

// scratch is the working memory of a query.
type scratch struct {
	tallies tallies
	query   words
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

func (s *scratch) lookup(t *terms, word string, r reach, most int) []found {
	key := asked{t, word, most}
	if f, ok := s.memo[key]; ok {
		return f
	}
	s.found = t.lookup(s, word, r, most, s.found[:0])
	if len(s.memo) >= memoWords {
		clear(s.memo)
	}
	kept := slices.Clone(s.found)
	s.memo[key] = kept
	return kept
}

// asked is a word with the edits up to which terms were looked up.
type asked struct {
	in   *terms
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
	return &scratch{tallies: newTallies(p.names), memo: map[asked][]found{}}
}

func (p *scratchPool) put(s *scratch) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.free) < runtime.GOMAXPROCS(0) {
		p.free = append(p.free, s)
	}
}
