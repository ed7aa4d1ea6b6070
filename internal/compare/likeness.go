package compare

import (
	"slices"

	"github.com/enduse/enduse/internal/name"
)

// likeness is the paired weight times its likeness, over all weight, where the
// unpaired weight costs as the weights say.
func likeness(a, b *name.Name, pairs []pair, w NameWeights) float64 {
	var agreed, paired float64
	var usedA, usedB uint64
	for _, p := range pairs {
		agreed += p.alike * p.weight
		paired += p.weight
		usedA, usedB = usedA|mask(p.i, p.ni), usedB|mask(p.j, p.nj)
	}
	tellA, restA := leftOver(a, usedA)
	tellB, restB := leftOver(b, usedB)
	both := min(tellA, tellB)
	if numbers(a, b, pairs) {
		both = max(both, (restA+restB)/2) // a number that one name lacks makes it another one of a series
	}
	omitted := restA + restB - 2*both
	s := agreed / (paired + w.Omission*omitted + w.Contradiction*2*both)
	if n, ordinary := words(a, pairs); n == 1 && (omitted+both >= substantial || ordinary && len(pairs) > 1) {
		s *= w.Single
	}
	return s
}

// leftOver weighs the tokens that are not paired: those that tell a name from
// others, and all. An article, a title or a legal form contradicts nothing.
func leftOver(n *name.Name, used uint64) (tell, all float64) {
	for i, t := range n.Tokens {
		if used&mask(i, 1) != 0 {
			continue
		}
		all += t.Weight
		if t.Class != name.Particle && t.Class != name.Title && t.Class != name.Legal {
			tell += t.Weight
		}
	}
	return tell, all
}

// numbers reports whether a number of one name is left over.
func numbers(a, b *name.Name, pairs []pair) bool {
	var usedA, usedB uint64
	for _, p := range pairs {
		usedA, usedB = usedA|mask(p.i, p.ni), usedB|mask(p.j, p.nj)
	}
	for i, t := range a.Tokens {
		if t.Class == name.Number && usedA&mask(i, 1) == 0 {
			return true
		}
	}
	for j, t := range b.Tokens {
		if t.Class == name.Number && usedB&mask(j, 1) == 0 {
			return true
		}
	}
	return false
}

// substantial is the weight from which on something left over is more than a
// legal form or a title.
const substantial = 0.35

// words counts the pairings of words that tell a name from others, words that
// are joined as one, and says whether the last of them is common.
func words(a *name.Name, pairs []pair) (n int, isCommon bool) {
	for _, p := range pairs {
		if p.method == MethodInitial {
			continue
		}
		if i := slices.IndexFunc(a.Tokens[p.i:p.i+p.ni], tells); i >= 0 {
			n++
			isCommon = a.Tokens[p.i+i].Common >= ordinary
		}
	}
	return n, isCommon
}

// tells reports whether a token tells a name from others.
func tells(t name.Token) bool {
	return t.Class == name.Plain || t.Class == name.Business || t.Class == name.Number
}

// ordinary is how common a word must be to say little beside an initial: Anna I.
const ordinary = 5

func weight(tokens []name.Token) (sum float64) {
	for _, t := range tokens {
		sum += t.Weight
	}
	return sum
}
