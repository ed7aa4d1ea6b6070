package compare

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/name"
)

// mostSteps bounds the search for the best assignment; names of people and
// companies take a few dozen. Beyond it the best one found so far counts,
// which is never worse than taking the best pairs first.
const mostSteps = 4096

// assignment is the search for the pairings that together agree most, no token
// used twice.
type assignment struct {
	pairs []pair // all that there are, the weightiest likeness first
	most  [name.MaxTokens * 2]float64
	left  [name.MaxTokens*2 + 1]float64 // what the tokens from here on could add at most
	kept  []pair
	trial []pair
	best  float64
	steps int
}

func (p *pair) gain() float64 { return p.alike * p.weight }

// solve leaves the best assignment in kept. First the weightiest pairs are
// taken; that is the best already, as a rule, and the bound proves it. If not,
// each token's pairings are tried in turn.
func (s *assignment) solve(tokens int) {
	slices.SortFunc(s.pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.gain(), p.gain()), cmp.Compare(q.alike, p.alike),
			cmp.Compare(p.i, q.i), cmp.Compare(p.j, q.j), cmp.Compare(p.ni, q.ni), cmp.Compare(p.nj, q.nj))
	})
	s.kept, s.trial, s.best, s.steps = s.kept[:0], s.trial[:0], 0, 0
	var usedA, usedB uint64
	for _, p := range s.pairs {
		if a, b := mask(p.i, p.ni), mask(p.j, p.nj); usedA&a == 0 && usedB&b == 0 {
			usedA, usedB = usedA|a, usedB|b
			s.kept = append(s.kept, p)
			s.best += p.gain()
		}
	}
	s.bound(tokens)
	s.search(0, tokens, 0, 0, 0)
}

// bound notes what the tokens could add at most, each with the best of its
// pairings.
func (s *assignment) bound(tokens int) {
	clear(s.most[:tokens])
	for i := range s.pairs {
		p := &s.pairs[i]
		for k := p.i; k < p.i+p.ni; k++ {
			s.most[k] = max(s.most[k], p.gain()/float64(p.ni))
		}
	}
	s.left[tokens] = 0
	for i := tokens - 1; i >= 0; i-- {
		s.left[i] = s.left[i+1] + s.most[i]
	}
}

// rounding keeps sums in another order from counting as better.
const rounding = 1e-9

func (s *assignment) search(i, tokens int, usedA, usedB uint64, gain float64) {
	if gain > s.best+rounding {
		s.best = gain
		s.kept = append(s.kept[:0], s.trial...)
	}
	s.steps++
	if i >= tokens || s.steps > mostSteps || gain+s.left[i] <= s.best+rounding {
		return
	}
	if usedA&mask(i, 1) == 0 {
		for k := range s.pairs {
			p := &s.pairs[k]
			a, b := mask(p.i, p.ni), mask(p.j, p.nj)
			if p.i != i || usedA&a != 0 || usedB&b != 0 {
				continue
			}
			s.trial = append(s.trial, *p)
			s.search(i+1, tokens, usedA|a, usedB|b, gain+p.gain())
			s.trial = s.trial[:len(s.trial)-1]
		}
	}
	s.search(i+1, tokens, usedA, usedB, gain)
}

// mask has a bit for each of n tokens from i on; a name has below 64.
func mask(i, n int) uint64 { return (1<<n - 1) << i }
