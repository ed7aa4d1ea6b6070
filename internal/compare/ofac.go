package compare

import (
	"math"
	"strings"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// OFACScore approximates, from 0 to 100, the score that OFAC's Sanctions List
// Search would show for what was asked beside what is listed: the highest of any
// name with any name. It is there to be set beside that tool; nothing here rests
// on it. A name without a letter a to z or a digit scores 0.
//
// What OFAC has published is its FAQ 249 ("How is the Score calculated?", released
// 28 April 2021): potential matches are found by the first letter of the search
// terms and by an edit distance that leaves them 50 % alike or more; Jaro-Winkler
// compares the whole names; Jaro-Winkler and Soundex compare each part entered with
// the listed parts, which gives a score for each part and a composite one; the
// higher of the two is the score. By FAQ 251 only the name counts, and by FAQs 247
// and 248 a score of 100 is an exact match.
//
// What it leaves open is settled here, and may be settled otherwise there: how a
// first letter and 50 % go together (whole names need the letter, for parts either
// will do), what Soundex does to a score (see partScore), and the composite (the
// mean of the parts entered, each with the listed part that is most like it). As
// only the parts entered are scored, the figure is not symmetric: one word scores
// 100 beside a longer name that holds it.
func OFACScore(asked, listed []string) int {
	names := make([]ofacName, len(listed))
	for i, text := range listed {
		names[i] = ofacNameOf(text)
	}
	best := 0.0
	for _, text := range asked {
		a := ofacNameOf(text)
		for i := range names {
			best = max(best, a.whole(&names[i]), a.composite(&names[i]))
		}
	}
	return percent(best)
}

// percent rounds, but not up to 100, which is kept for what is equal.
func percent(v float64) int {
	if v < 1 {
		return min(int(math.Round(100*v)), 99)
	}
	return 100
}

// ofacName is a name as that score sees it: upper and lower case are one.
type ofacName struct {
	text  string
	parts []string
}

// longestOFACName is how many letters of a name are compared; work grows with
// its square. No listed name comes near it.
const longestOFACName = 256

// ofacNameOf folds a name to ASCII. Words in Latin letters stay as they are
// written; of others it takes the usual reading, and leaves out what has none.
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
	all = all[:min(len(all), longestOFACName)]
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

// whole is the first technique: whole names that begin alike by Jaro-Winkler.
func (a *ofacName) whole(b *ofacName) float64 {
	if !sameStart(a.text, b.text) {
		return 0
	}
	return jaroWinkler(a.text, b.text)
}

// composite is the second technique: the mean, over the parts entered, of the
// best score beside a listed part.
func (a *ofacName) composite(b *ofacName) float64 {
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

// alikeBySoundex is the least that two parts of one Soundex code score. The FAQ
// does not say what an equal code adds. It is less than 1, for 100 is an exact
// match, and no more than a floor, for spellings of one sound are mostly more
// alike than that by Jaro-Winkler.
const alikeBySoundex = 0.85

// partScore compares two parts by Jaro-Winkler and by Soundex.
func partScore(a, b string) float64 {
	if !potential(a, b) {
		return 0
	}
	alike := jaroWinkler(a, b)
	if code := soundex(a); code != "" && code == soundex(b) {
		return max(alike, alikeBySoundex)
	}
	return alike
}

func sameStart(a, b string) bool { return a != "" && b != "" && a[0] == b[0] }

// potential reports whether two parts have the first letter in common, or half of
// the longer one is left by the edits between them.
func potential(a, b string) bool {
	if sameStart(a, b) {
		return true
	}
	_, within := edit.Edits(a, b, max(len(a), len(b))/2)
	return within
}
