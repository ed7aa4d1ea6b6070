package compare

import "github.com/enduse/enduse/internal/name"

// RarityWeights says what it costs when two names differ and what they share is common: of
// the many people called John Wang, one who is listed as Jack Wang is probably not the one
// asked about.
type RarityWeights struct {
	// Enough is how many bits of information the shared words must have for a difference
	// between the names to count as a slip: the binary logarithm of the number of names
	// among which one would have these words by chance.
	Enough float64 `yaml:"enough"`
	// Bit is what each missing bit takes from the log odds.
	Bit float64 `yaml:"bit"`
}

// rarestBits is the information in a word that occurs once in the table of frequencies,
// which was counted in 2^18 names; a word that is twice as common has one bit less. A word
// that is not in the table is rarer than the table can say: unknownBits is about the
// information in a surname that a few hundred people on Earth have.
const (
	rarestBits  = 18
	unknownBits = 22
)

// initialBits is the information in an initial: some 20 of them are in use.
const initialBits = 4

// Bits returns the information in a token, in bits, if its pairing is exact; see
// RarityWeights.
func Bits(t *name.Token) float64 {
	switch t.Class {
	case name.Initial, name.Number:
		return initialBits
	case name.Plain, name.Business:
		if t.Common == 0 {
			return unknownBits
		}
		return max(rarestBits-float64(t.Common), 0)
	case name.Particle, name.Legal, name.Title:
	}
	return 0
}

// syllableBits is the information in the romanisation of a syllable: Chinese uses some 400,
// Korean fewer, and a few are in most names.
const syllableBits = 5

// sharedBits returns the information in all pairings together. An inexact pairing has less,
// and so has the romanisation of syllables.
func sharedBits(a, b *name.Name, pairs []pair) (sum float64) {
	for i := range pairs {
		p := &pairs[i]
		s, t := a.Tokens[p.i:p.i+p.ni], b.Tokens[p.j:p.j+p.nj]
		each := min(sumBits(s), sumBits(t))
		if n := max(syllables(s), syllables(t)); n > 0 && p.method != MethodSame {
			each = min(each, syllableBits*float64(n))
		}
		sum += each * p.similarity * p.similarity
	}
	return sum
}

func syllables(tokens []name.Token) (sum int) {
	for i := range tokens {
		sum += tokens[i].Syllables()
	}
	return sum
}

func sumBits(tokens []name.Token) (sum float64) {
	for i := range tokens {
		sum += Bits(&tokens[i])
	}
	return sum
}

// slight is the mismatched share of the weight at which names count as entirely different.
const slight = 0.1

// cost is the log-odds penalty for names that share only common words: similarity is that
// of the names, bits the information in the shared words, and mismatch the share of their
// weight that does not match. Names that have nothing in common pay nothing more.
func (w RarityWeights) cost(similarity, bits, mismatch float64) float64 {
	return w.Bit * max(w.Enough-bits, 0) * min(mismatch/slight, 1) * similarity
}
