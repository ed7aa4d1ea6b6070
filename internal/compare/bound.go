package compare

import "github.com/enduse/enduse/internal/name"

// Most is what is known of a pair of names before they are compared: no likeness
// and no pairing of them can exceed it.
type Most struct {
	Agreed float64 // weight of the pairings, each by its likeness: at most
	Words  int     // pairings of words that tell: at most
	Told   float64 // bits that the paired words tell: at most
	Least  float64 // bits of those among them that are initials
	Light  float64 // weight of the patronymics: of both names, where both are known
	// Left is the weight of the words that are not paired, and Tells that of those
	// among them that tell a name from others: at least; of the name asked about,
	// and of the listed one.
	Left, Tells [2]float64
}

// boundSlack covers the rounding of sums in single precision.
const boundSlack = 1e-3

// Bound is no less than the log odds of any two names of the given weight
// together of which so much is known. It follows likenessOf and
// RarityWeights.cost line by line; what lowers a likeness and is not sure is
// left out.
func (w *NameWeights) Bound(m *Most, all, weight float64) float64 {
	agreed := min(m.Agreed, all)
	both := min(m.Tells[0], m.Tells[1])
	light := m.Light
	if both > 0 {
		light = 0
	}
	alike := w.mostAlike(agreed, all-agreed-(1-w.Patronymic)*light, both)
	return w.mostOdds(m, alike, m.unlike()/(all*slight), weight)
}

// BoundAny is Bound where nothing is known of the listed name but what is
// paired. That it has no other words is best for the likeness; more of them,
// if they tell nothing, are good for the share that is unlike.
func (w *NameWeights) BoundAny(m *Most, weight float64) float64 {
	left := m.Left[0] - (1-w.Patronymic)*m.Light
	alike := w.mostAlike(m.Agreed, left, 0)
	odds := w.mostOdds(m, alike, 1, weight)
	padding := m.unlike()/slight - m.Agreed - m.Left[0]
	return max(odds, w.mostOdds(m, w.mostAlike(m.Agreed, left+max(padding, 0), 0), 0, weight))
}

// mostAlike bounds likeness.alike: the agreed weight over itself and the cost of
// the rest, of which so much is telling on both sides.
func (w *NameWeights) mostAlike(agreed, rest, both float64) float64 {
	if agreed <= 0 {
		return 0
	}
	each := min(w.Omission, w.Contradiction, 1)
	cost := max(each*rest, 0) + 2*max(w.Contradiction-each, 0)*both
	return agreed / (agreed + cost)
}

// mostOdds bounds Agreement.LogOdds, where so many times the slight share of the
// names is unlike.
func (w *NameWeights) mostOdds(m *Most, alike, unlike, weight float64) float64 {
	odds := func(alike, told float64) float64 {
		common := w.Rarity.Bit * max(w.Rarity.Enough-told, 0) * min(unlike, 1)
		return alike*max(2*weight-common, 0) - weight + boundSlack
	}
	if m.Words <= 1 && (m.Left[0]+m.Left[1])/2-(1-w.Patronymic)*m.Light >= substantial {
		// The one pairing counts as a single one, or is of words that tell nothing,
		// and what is told is told by initials.
		return max(odds(alike*min(w.Single, 1), m.Told), odds(alike, m.Least))
	}
	return odds(alike, m.Told)
}

// unlike bounds likeness.unlike from below.
func (m *Most) unlike() float64 {
	left := m.Tells[0] + m.Tells[1]
	if m.Tells[0] == 0 || m.Tells[1] == 0 {
		left = max(left-m.Light, 0)
	}
	return left
}

// Bits is the most that an agreement of a token can tell; see RarityWeights.
func Bits(t *name.Token) float64 { return bits(t) }

// Tells reports whether a token that is left over makes names different ones: an
// article, a title or a legal form does not.
func Tells(t *name.Token) bool {
	return t.Class != name.Particle && t.Class != name.Title && t.Class != name.Legal
}
