package compare

import (
	"slices"

	"github.com/enduse/enduse/internal/name"
)

// likeness is how the weight of two names divides.
type likeness struct {
	agreed float64 // what is paired, each by its likeness
	paired float64
	// cost is what the rest costs, and rest its weight.
	cost, rest float64
	factor     float64
	// unlike is the weight of what makes the names different ones if it is no
	// slip: words left over, and pairings that are not of one spelling.
	unlike float64
}

// alike is the agreed weight over all weight, where the weight that is not
// paired counts as it costs.
func (l likeness) alike() float64 { return l.factor * l.agreed / (l.paired + l.cost) }

func likenessOf(a, b *name.Name, pairs []pair, w NameWeights) likeness {
	l := likeness{factor: 1}
	var usedA, usedB uint64
	for i := range pairs {
		p := &pairs[i]
		l.agreed += p.gain()
		l.paired += p.weight
		if p.method == MethodNickname || p.method == MethodReading {
			l.unlike += p.weight * (1 - p.alike)
		}
		usedA, usedB = usedA|mask(p.i, p.ni), usedB|mask(p.j, p.nj)
	}
	tellA, restA := leftOver(a, usedA)
	tellB, restB := leftOver(b, usedB)
	both := min(tellA, tellB)
	if (number(a, usedA) || number(b, usedB)) && serial(a, pairs) {
		both = max(both, (restA+restB)/2) // a number that one name lacks makes it another one of a series
	}
	l.rest = restA + restB
	usual := 0.0
	if both == 0 {
		usual = patronymic(a, usedA) + patronymic(b, usedB)
	}
	l.unlike += tellA + tellB - usual
	omitted := l.rest - 2*both - (1-w.Patronymic)*usual
	l.cost = w.Omission*omitted + w.Contradiction*2*both
	if n, isCommon := words(a, pairs); n == 1 && (omitted+both >= substantial || isCommon && len(pairs) > 1) {
		l.factor = w.Single
	}
	return l
}

// leftOver weighs the tokens that are not paired: those that tell a name from
// others, and all. An article, a title or a legal form contradicts nothing.
func leftOver(n *name.Name, used uint64) (tell, all float64) {
	for i := range n.Tokens {
		t := &n.Tokens[i]
		if used&mask(i, 1) != 0 {
			continue
		}
		all += t.Weight
		if Tells(t) {
			tell += t.Weight
		}
	}
	return tell, all
}

// patronymic weighs the patronymic that is not paired.
func patronymic(n *name.Name, used uint64) (sum float64) {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Patronymic && used&mask(i, 1) == 0 {
			sum += t.Weight
		}
	}
	return sum
}

// number reports whether a number of a name is left over.
func number(n *name.Name, used uint64) bool {
	for i := range n.Tokens {
		if n.Tokens[i].Class == name.Number && used&mask(i, 1) == 0 {
			return true
		}
	}
	return false
}

// serial reports whether a number that only one of two names has makes it another
// one of a series: the plants and ships that are told apart by their numbers have
// one word, or words of trade, beside them. A number behind the full name of a
// person is a date, a page or a post box.
func serial(a *name.Name, pairs []pair) bool {
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

// substantial is the weight from which on something left over is more than a
// legal form or a title.
const substantial = 0.35

// words counts the pairings of words that tell a name from others, words that
// are joined as one, and says whether the last of them is common.
func words(a *name.Name, pairs []pair) (n int, isCommon bool) {
	for k := range pairs {
		p := &pairs[k]
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
	for i := range tokens {
		sum += tokens[i].Weight
	}
	return sum
}
