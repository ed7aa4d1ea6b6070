package compare

import "github.com/enduse/enduse/internal/name"

// Bound is what is known about two names before they are compared. It gives the most
// that any names with such words can add to the log odds.
type Bound struct {
	Agreed           float64 // at most: the weight of the pairings, each times its similarity
	Words            int     // at most: the pairings of distinctive words
	Bits             float64 // at most: the information in the paired words
	InitialBits      float64 // the part of Bits that is in initials
	PatronymicWeight float64 // the weight of the patronymics; of both names, if both are known
	// Unpaired is the weight of the words that are not paired, at least; Distinctive is
	// the part of it in distinctive words. The first of each is of the name asked about,
	// the second of the listed one.
	Unpaired, Distinctive [2]float64
}

// boundSlack covers the rounding of sums in single precision.
const boundSlack = 1e-3

// MaxLogOdds returns a value that is not below the log odds of any two names for which
// the bound holds and which have the given weight together. It follows weighAlignment and
// RarityWeights.cost line by line, and leaves out what may or may not lower a similarity.
func (w *NameWeights) MaxLogOdds(b *Bound, total, weight float64) float64 {
	agreed := min(b.Agreed, total)
	contradicted := min(b.Distinctive[0], b.Distinctive[1])
	patronymics := b.PatronymicWeight
	if contradicted > 0 {
		patronymics = 0
	}
	similarity := w.maxSimilarity(agreed, total-agreed-(1-w.Patronymic)*patronymics, contradicted)
	return w.maxOdds(b, similarity, b.mismatch()/(total*slight), weight)
}

// MaxLogOddsOfAny is MaxLogOdds for a listed name whose paired words alone are known.
// The bound is the better of two cases: the listed name has no further words, which gives
// the highest similarity, or it has further uninformative ones, which give the smallest
// share of mismatched weight.
func (w *NameWeights) MaxLogOddsOfAny(b *Bound, weight float64) float64 {
	unpaired := b.Unpaired[0] - (1-w.Patronymic)*b.PatronymicWeight
	odds := w.maxOdds(b, w.maxSimilarity(b.Agreed, unpaired, 0), 1, weight)
	padding := b.mismatch()/slight - b.Agreed - b.Unpaired[0]
	return max(odds, w.maxOdds(b, w.maxSimilarity(b.Agreed, unpaired+max(padding, 0), 0), 0, weight))
}

// maxSimilarity bounds alignmentWeights.similarity: the agreed weight divided by itself
// plus the cost of the unpaired weight. contradicted is the unpaired weight that is
// distinctive in both names.
func (w *NameWeights) maxSimilarity(agreed, unpaired, contradicted float64) float64 {
	if agreed <= 0 {
		return 0
	}
	each := min(w.Omission, w.Contradiction, 1)
	cost := max(each*unpaired, 0) + 2*max(w.Contradiction-each, 0)*contradicted
	return agreed / (agreed + cost)
}

// maxOdds bounds Agreement.LogOdds. mismatch is the mismatched share of the weight, as a
// multiple of slight.
func (w *NameWeights) maxOdds(b *Bound, similarity, mismatch, weight float64) float64 {
	odds := func(similarity, bits float64) float64 {
		cost := w.Rarity.Bit * max(w.Rarity.Enough-bits, 0) * min(mismatch, 1)
		return similarity*max(2*weight-cost, 0) - weight + boundSlack
	}
	if b.Words <= 1 && (b.Unpaired[0]+b.Unpaired[1])/2-(1-w.Patronymic)*b.PatronymicWeight >= substantial {
		// The one pairing counts as a single one, or it has no distinctive word, and then
		// only initials have information.
		return max(odds(similarity*min(w.Single, 1), b.Bits), odds(similarity, b.InitialBits))
	}
	return odds(similarity, b.Bits)
}

// mismatch bounds alignmentWeights.mismatch from below.
func (b *Bound) mismatch() float64 {
	unpaired := b.Distinctive[0] + b.Distinctive[1]
	if b.Distinctive[0] == 0 || b.Distinctive[1] == 0 {
		unpaired = max(unpaired-b.PatronymicWeight, 0)
	}
	return unpaired
}

// IsDistinctive reports whether an unpaired token makes two names different: an article, a
// title or a legal form does not.
func IsDistinctive(t *name.Token) bool {
	return t.Class != name.Particle && t.Class != name.Title && t.Class != name.Legal
}
