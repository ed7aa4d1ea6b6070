package compare

import (
	"slices"

	"github.com/enduse/enduse/internal/name"
)

// alignmentWeights is how the weight of two aligned names divides.
type alignmentWeights struct {
	agreed   float64 // of what is paired, each pairing times its similarity
	paired   float64
	unpaired float64
	cost     float64 // of what is unpaired
	factor   float64 // that the similarity is multiplied by
	// mismatch is the weight of what makes the names different, unless it is a slip:
	// unpaired words, and pairings whose spelling is not the same.
	mismatch float64
}

// similarity returns the agreed weight divided by all weight, in which what is unpaired
// counts by its cost.
func (l alignmentWeights) similarity() float64 { return l.factor * l.agreed / (l.paired + l.cost) }

// weighAlignment divides the weight of two names by their pairings.
func weighAlignment(a, b *name.Name, pairs []pair, w NameWeights) alignmentWeights {
	l := alignmentWeights{factor: 1}
	var usedA, usedB uint64
	for i := range pairs {
		p := &pairs[i]
		l.agreed += p.gain()
		l.paired += p.weight
		if p.method == MethodNickname || p.method == MethodReading {
			l.mismatch += p.weight * (1 - p.similarity)
		}
		usedA, usedB = usedA|mask(p.i, p.ni), usedB|mask(p.j, p.nj)
	}
	distinctA, allA := weighUnpaired(a, usedA)
	distinctB, allB := weighUnpaired(b, usedB)
	contradicted := min(distinctA, distinctB)
	if (hasUnpairedNumber(a, usedA) || hasUnpairedNumber(b, usedB)) && isSeriesNumber(a, pairs) {
		contradicted = max(contradicted, (allA+allB)/2) // the names are of two members of a series
	}
	l.unpaired = allA + allB
	patronymics := 0.0
	if contradicted == 0 {
		patronymics = weighPatronymics(a, usedA) + weighPatronymics(b, usedB)
	}
	l.mismatch += distinctA + distinctB - patronymics
	omitted := l.unpaired - 2*contradicted - (1-w.Patronymic)*patronymics
	l.cost = w.Omission*omitted + w.Contradiction*2*contradicted
	if n, isCommon := countDistinctive(a, pairs); n == 1 && (omitted+contradicted >= substantial || isCommon && len(pairs) > 1) {
		l.factor = w.Single
	}
	return l
}

// weighUnpaired returns the weight of the unpaired tokens: of the distinctive ones, and of
// all. An article, a title or a legal form contradicts nothing.
func weighUnpaired(n *name.Name, used uint64) (distinctive, all float64) {
	for i := range n.Tokens {
		t := &n.Tokens[i]
		if used&mask(i, 1) != 0 {
			continue
		}
		all += t.Weight
		if IsDistinctive(t) {
			distinctive += t.Weight
		}
	}
	return distinctive, all
}

// weighPatronymics returns the weight of the unpaired patronymics.
func weighPatronymics(n *name.Name, used uint64) (sum float64) {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Patronymic && used&mask(i, 1) == 0 {
			sum += t.Weight
		}
	}
	return sum
}

// hasUnpairedNumber reports whether a number of a name is unpaired.
func hasUnpairedNumber(n *name.Name, used uint64) bool {
	for i := range n.Tokens {
		if n.Tokens[i].Class == name.Number && used&mask(i, 1) == 0 {
			return true
		}
	}
	return false
}

// isSeriesNumber reports whether a number that only one of two names has is a number in a
// series, so that the names are of two parties. The plants and ships that numbers
// distinguish have one other word, or words of trade. A number after the full name of a
// person is a date, a page or a post box.
func isSeriesNumber(a *name.Name, pairs []pair) bool {
	plain := 0
	for i := range pairs {
		p := &pairs[i]
		if p.method == MethodInitial {
			continue
		}
		for _, t := range a.Tokens[p.i : p.i+p.ni] {
			if t.Class == name.Number || t.Class == name.Business {
				return true
			}
			if t.Class == name.Plain {
				plain++
			}
		}
	}
	return plain < 2
}

// substantial is the least unpaired weight that is more than a legal form or a title.
const substantial = 0.35

// countDistinctive counts the pairings that have a plain word, a business word or a number,
// and reports whether such a word of the last of them is common. Words joined as one count
// once; initials do not count.
func countDistinctive(a *name.Name, pairs []pair) (n int, isCommon bool) {
	for k := range pairs {
		p := &pairs[k]
		if p.method == MethodInitial {
			continue
		}
		if i := slices.IndexFunc(a.Tokens[p.i:p.i+p.ni], isFullWord); i >= 0 {
			n++
			isCommon = a.Tokens[p.i+i].Common >= minOrdinary
		}
	}
	return n, isCommon
}

// isFullWord reports whether a token is distinctive and more than an initial.
func isFullWord(t name.Token) bool {
	return t.Class == name.Plain || t.Class == name.Business || t.Class == name.Number
}

// minOrdinary is how common a word must be to say little if all else is an initial: Anna I.
const minOrdinary = 5

func weight(tokens []name.Token) (sum float64) {
	for i := range tokens {
		sum += tokens[i].Weight
	}
	return sum
}
