package compare

import (
	"math"
	"strings"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// OFACScore approximates, from 0 to 100, the score that OFAC's Sanctions List Search would
// show for a party and an entity: the highest score of any of their names. It exists for
// comparison with that tool; nothing else depends on it. A name without a letter a to z or
// a digit scores 0.
//
// What OFAC has published is its FAQ 249 ("How is the Score calculated?", released
// 28 April 2021): potential matches are found by the first letter of the search
// terms and by an edit distance that leaves them 50 % alike or more; Jaro-Winkler
// compares the whole names; Jaro-Winkler and Soundex compare each part entered with
// the listed parts, which gives a score for each part and a composite one; the
// higher of the two is the score. By FAQ 251 only the name counts, and by FAQs 247
// and 248 a score of 100 is an exact match.
//
// What the FAQs leave open is decided here, and may be decided differently there: how the
// first letter and the 50 % go together (whole names need the letter, parts need either),
// what Soundex does to a score (see partScore), and the composite (the mean over the parts
// entered, each with the most similar listed part). Because only the parts entered are
// scored, the figure is not symmetric: one word scores 100 against a longer name that has
// it.
func OFACScore(asked, listed []string) int {
	names := make([]ofacName, len(listed))
	for i, text := range listed {
		names[i] = ofacNameOf(text)
	}
	best := 0.0
	for _, text := range asked {
		a := ofacNameOf(text)
		for i := range names {
			best = max(best, a.wholeScore(&names[i]), a.compositeScore(&names[i]))
		}
	}
	return percent(best)
}

// percent rounds, but not up to 100, which only equal names score.
func percent(v float64) int {
	if v < 1 {
		return min(int(math.Round(100*v)), 99)
	}
	return 100
}

// ofacName is a name in the form that is scored: upper and lower case are one.
type ofacName struct {
	text  string
	parts []string
}

// maxOFACName is how many letters of a name are compared, because work grows with their
// square. No listed name comes near it.
const maxOFACName = 256

// ofacNameOf folds a name to ASCII. Words in Latin letters stay as they are written; other
// words are romanised in the usual way, and left out if they cannot be.
func ofacNameOf(text string) ofacName {
	n := name.Analyse(text)
	all := n.Folded
	if !ascii(all) {
		var words []string
		for i := range n.Tokens {
			words = append(words, latinOf(&n.Tokens[i]))
		}
		all = strings.Join(words, " ")
	}
	all = all[:min(len(all), maxOFACName)]
	parts := strings.Fields(all)
	return ofacName{strings.Join(parts, " "), parts}
}

func latinOf(t *name.Token) string {
	switch {
	case ascii(t.Raw):
		return t.Raw
	case ascii(t.Latin):
		return t.Latin
	}
	return ""
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// wholeScore is the first technique: Jaro-Winkler over whole names with the same first
// letter.
func (a *ofacName) wholeScore(b *ofacName) float64 {
	if !sameStart(a.text, b.text) {
		return 0
	}
	return jaroWinkler(a.text, b.text)
}

// compositeScore is the second technique: the mean, over the parts entered, of the best
// score with a listed part.
func (a *ofacName) compositeScore(b *ofacName) float64 {
	if len(a.parts) == 0 {
		return 0
	}
	sum := 0.0
	for _, part := range a.parts {
		best := 0.0
		for _, other := range b.parts {
			best = max(best, partScore(part, other))
		}
		sum += best
	}
	return sum / float64(len(a.parts))
}

// minBySoundex is the least score of two parts with one Soundex code. The FAQ does not say
// what an equal code adds. It is less than 1 because 100 is an exact match, and only a
// floor because Jaro-Winkler mostly scores spellings of one sound higher.
const minBySoundex = 0.85

// partScore compares two parts by Jaro-Winkler and by Soundex.
func partScore(a, b string) float64 {
	if !isPotentialMatch(a, b) {
		return 0
	}
	similarity := jaroWinkler(a, b)
	if code := soundex(a); code != "" && code == soundex(b) {
		return max(similarity, minBySoundex)
	}
	return similarity
}

func sameStart(a, b string) bool { return a != "" && b != "" && a[0] == b[0] }

// isPotentialMatch reports whether two parts have the first letter in common, or the edits
// between them leave half of the longer one.
func isPotentialMatch(a, b string) bool {
	if sameStart(a, b) {
		return true
	}
	_, within := edit.Edits(a, b, max(len(a), len(b))/2)
	return within
}
