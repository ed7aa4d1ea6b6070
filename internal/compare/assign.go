package compare

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/name"
)

// maxSteps bounds the search for the best assignment; names of people and companies take a
// few dozen steps. After that the best assignment found so far counts, which is never
// worse than taking the best pairs first.
const maxSteps = 4096

// assignment is the search for the pairings that agree most in total and use no token
// twice.
type assignment struct {
	pairs []pair                        // all candidates, those that gain most first
	gains [name.MaxTokens * 2]float64   // what each token could add at most
	tail  [name.MaxTokens*2 + 1]float64 // what a token and those after it could add at most
	kept  []pair
	trial []pair
	best  float64
	steps int
}

func (p *pair) gain() float64 { return p.similarity * p.weight }

// solve leaves the best assignment in kept. It first takes the pairs that gain most, which
// as a rule is the best assignment already, and the bound proves it. If not, it tries the
// pairings of each token in turn.
func (s *assignment) solve(tokens int) {
	slices.SortFunc(s.pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.gain(), p.gain()), cmp.Compare(q.similarity, p.similarity),
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
	s.setBounds(tokens)
	s.search(0, tokens, 0, 0, 0)
}

// setBounds notes what the tokens could add at most, each with the best of its pairings.
func (s *assignment) setBounds(tokens int) {
	clear(s.gains[:tokens])
	for i := range s.pairs {
		p := &s.pairs[i]
		for k := p.i; k < p.i+p.ni; k++ {
			s.gains[k] = max(s.gains[k], p.gain()/float64(p.ni))
		}
	}
	s.tail[tokens] = 0
	for i := tokens - 1; i >= 0; i-- {
		s.tail[i] = s.tail[i+1] + s.gains[i]
	}
}

// rounding keeps a sum that was added in another order from counting as better.
const rounding = 1e-9

func (s *assignment) search(i, tokens int, usedA, usedB uint64, gain float64) {
	if gain > s.best+rounding {
		s.best = gain
		s.kept = append(s.kept[:0], s.trial...)
	}
	s.steps++
	if i >= tokens || s.steps > maxSteps || gain+s.tail[i] <= s.best+rounding {
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

// mask has a bit for each of the n tokens that begin at i; a name has fewer than 64.
func mask(i, n int) uint64 { return (1<<n - 1) << i }
