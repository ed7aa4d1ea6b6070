package index

import (
	"hash/maphash"
	"runtime"
	"slices"
	"sync"
)

// scratch is the working memory of a query.
type scratch struct {
	bounds accumulator
	query  words
	hits   []hit
	found  []found
	*learnt
	words     []int32
	runes     []rune
	seen      marks
	skeletons [128]uint64
}

// learnt are the lookups that were made, for all queries of an index: files repeat
// their words, and so do other files.
type learnt struct {
	lookups memo[asked, []found]
	crossed memo[crossKey, []crossFound] // across scripts
}

func newLearnt() *learnt {
	seed := maphash.MakeSeed()
	return &learnt{
		memo[asked, []found]{hash: func(k asked) uint64 { return maphash.String(seed, k.word) }},
		memo[crossKey, []crossFound]{hash: func(k crossKey) uint64 { return maphash.String(seed, k.word) }},
	}
}

func (s *scratch) lookup(t *terms, word string, r reach, maxEdits int) []found {
	key := asked{t, word, maxEdits}
	if f, ok := s.lookups.get(key); ok {
		return f
	}
	s.found = t.lookup(s, word, r, maxEdits, s.found[:0])
	kept := slices.Clone(s.found)
	s.lookups.put(key, kept)
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
	mu     sync.Mutex
	free   []*scratch
	learnt *learnt
	names  int
}

func (p *scratchPool) get() *scratch {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.free); n > 0 {
		s := p.free[n-1]
		p.free = p.free[:n-1]
		return s
	}
	if p.learnt == nil {
		p.learnt = newLearnt()
	}
	return &scratch{bounds: newAccumulator(p.names), learnt: p.learnt}
}

func (p *scratchPool) put(s *scratch) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.free) < runtime.GOMAXPROCS(0) {
		p.free = append(p.free, s)
	}
}
