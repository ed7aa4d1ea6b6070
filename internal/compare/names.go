package compare

import (
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// Methods of pairing two parts of a name.
const (
	MethodSame      = "same"
	MethodSpelling  = "spelling"  // within the edit budget
	MethodReading   = "reading"   // the same word in two scripts, by its romanisation
	MethodInitial   = "initial"   // a letter for a word
	MethodJoined    = "joined"    // two or three words written as one
	MethodAcronym   = "acronym"   // the initials of an organisation's words
	MethodNickname  = "nickname"  // forms of one given name
	MethodUnmatched = "unmatched" // only one of the names has it
)

// NameWeights says what alignment costs. All are shares: 0 costs nothing, 1 costs as much
// as the weight of the part.
type NameWeights struct {
	Initial       float64 `yaml:"initial"`       // similarity of an initial and a word that begins with it
	Omission      float64 `yaml:"omission"`      // cost of a part that only one name has
	Contradiction float64 `yaml:"contradiction"` // cost of parts that both have and that do not pair
	// Single multiplies the similarity of names that have one word in common and further
	// words: "Maria" is in thousands of names.
	Single float64 `yaml:"single"`
	// Known multiplies the similarity of two words that differ in spelling and are both
	// common.
	Known float64 `yaml:"known"`
	// Descent multiplies the similarity of a person's own name and a name after "bin" if
	// both names say whose child the person is: X bin Y is not Y bin X.
	Descent float64 `yaml:"descent"`
	// Patronymic multiplies the cost of an East Slavic patronymic that one name leaves
	// out.
	Patronymic float64       `yaml:"patronymic"`
	Rarity     RarityWeights `yaml:"rarity"`
}

// Agreement is how far two names agree.
type Agreement struct {
	Similarity float64 // 0 to 1; 1 only for literally equal names
	// RarityCost is what is taken from the log odds because the names differ and what they
	// share is common; 0 or more.
	RarityCost float64
}

// LogOdds returns what the agreement adds to the log odds. A literally equal name adds
// weight; an entirely different one takes as much.
func (a Agreement) LogOdds(weight float64) float64 { return weight*(2*a.Similarity-1) - a.RarityCost }

// NameResult is an agreement and the reasons for it.
type NameResult struct {
	Agreement
	Method    string // in words
	Alignment []enduse.Pairing
	Bits      float64 // the information in the shared words; see RarityWeights
}

// nearlyEqual is the highest similarity of names that are not literally equal.
const nearlyEqual = 0.995

// Namer compares names. It keeps its working memory from one comparison to the next, so
// that comparisons allocate nothing; goroutines must not share it.
type Namer struct {
	Weights NameWeights
	assignment
}

// Compare says how far two names agree. It is symmetric.
func (c *Namer) Compare(a, b *name.Name) Agreement {
	if len(a.Tokens) == 0 || len(b.Tokens) == 0 {
		return Agreement{}
	}
	if a.Folded == b.Folded {
		return Agreement{Similarity: 1}
	}
	if a.Folded > b.Folded {
		a, b = b, a
	}
	c.align(a, b)
	agreed, _ := c.agreement(a, b).raise(a, b)
	return agreed
}

// Explain does what Compare does, and returns how the parts of the names pair. The
// alignment of b and a is that of a and b with its sides swapped.
func (c *Namer) Explain(a, b *name.Name) NameResult {
	if len(a.Tokens) == 0 || len(b.Tokens) == 0 {
		return NameResult{Method: "nothing to compare"}
	}
	if a.Folded > b.Folded {
		r := c.Explain(b, a)
		for i := range r.Alignment {
			p := &r.Alignment[i]
			p.Query, p.Listed = p.Listed, p.Query
		}
		return r
	}
	c.align(a, b)
	r := NameResult{Agreement: Agreement{Similarity: 1}, Method: "equal", Bits: sharedBits(a, b, c.kept)}
	how := ""
	if a.Folded != b.Folded {
		r.Agreement, how = c.agreement(a, b).raise(a, b)
	}
	r.Alignment = alignmentOf(a, b, c.kept, c.Weights, r.Similarity)
	switch {
	case a.Folded == b.Folded:
	case how != "":
		r.Method = how
	default:
		r.Method = methodOf(r.Alignment)
	}
	return r
}

// align finds the pairings of two names that agree most in total.
func (c *Namer) align(a, b *name.Name) {
	c.pairs = candidates(c.pairs[:0], a, b, &c.Weights)
	c.solve(len(a.Tokens))
}

// agreement returns the agreement of two aligned names that are not equal.
func (c *Namer) agreement(a, b *name.Name) Agreement {
	if !slices.ContainsFunc(c.kept, func(p pair) bool { return p.method != MethodInitial }) {
		return Agreement{} // initials alone fit too many names to be evidence
	}
	l := weighAlignment(a, b, c.kept, c.Weights)
	similarity := min(l.similarity(), nearlyEqual)
	mismatch := l.mismatch / (a.Weight + b.Weight)
	return Agreement{Similarity: similarity, RarityCost: c.Weights.Rarity.cost(similarity, sharedBits(a, b, c.kept), mismatch)}
}
