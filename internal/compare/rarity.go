package compare

import "github.com/enduse/enduse/internal/name"

// RarityWeights says what it costs when two names differ and what they share is
// common: of the many people called John Wang, one that is listed as Jack Wang
// is not likely to be meant.
type RarityWeights struct {
	// Enough is how many bits the shared words must tell for a difference between
	// the names to be taken for a slip: the binary logarithm of the number of
	// names among which such a pair would turn up once by chance.
	Enough float64 `yaml:"enough"`
	// Bit is what each bit short of that takes from the log odds.
	Bit float64 `yaml:"bit"`
}

// rarest is how many bits a word tells that stands once in the table of
// frequencies, which is of 2^18 names; one that is twice as common tells one bit
// less. A word that the table does not hold is rarer than it can say: a surname
// of a few hundred people on Earth tells about as much as unknown.
const (
	rarest  = 18
	unknown = 22
)

// initialBits is what an initial tells: there are some 20 of them in use.
const initialBits = 4

// bits is how many bits an agreement of a token tells, were it complete.
func bits(t *name.Token) float64 {
	switch t.Class {
	case name.Initial, name.Number:
		return initialBits
	case name.Plain, name.Business:
		if t.Common == 0 {
			return unknown
		}
		return max(rarest-float64(t.Common), 0)
	case name.Particle, name.Legal, name.Title:
	}
	return 0
}

// syllableBits is what a syllable tells in its reading: some 400 of them are in
// use in Chinese, fewer in Korean, a few in most names.
const syllableBits = 5

// told is how many bits the pairings tell together. A pairing that is not
// sure tells less, and so does the mere reading of syllables.
func told(a, b *name.Name, pairs []pair) (sum float64) {
	for i := range pairs {
		p := &pairs[i]
		s, t := a.Tokens[p.i:p.i+p.ni], b.Tokens[p.j:p.j+p.nj]
		each := min(most(s), most(t))
		if n := max(syllables(s), syllables(t)); n > 0 && p.method != MethodSame {
			each = min(each, syllableBits*float64(n))
		}
		sum += each * p.alike * p.alike
	}
	return sum
}

func syllables(tokens []name.Token) (sum int) {
	for i := range tokens {
		sum += tokens[i].Syllables()
	}
	return sum
}

// most sums the bits of tokens.
func most(tokens []name.Token) (sum float64) {
	for i := range tokens {
		sum += bits(&tokens[i])
	}
	return sum
}

// slight is the share of the weight that may be unlike before names count as
// entirely different ones.
const slight = 0.1

// cost is what is taken from the log odds of names that are as alike as given,
// that share so many bits, and of whose weight such a share is unlike. It takes
// from what they agree in: names that have nothing in common lose nothing more.
func (w RarityWeights) cost(alike, told, unlike float64) float64 {
	return w.Bit * max(w.Enough-told, 0) * min(unlike/slight, 1) * alike
}
