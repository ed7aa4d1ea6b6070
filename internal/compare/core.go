package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// CoreSimilarity is the similarity of two names that have the same rare words, and differ
// only in words of trade, places, legal forms and particles, or in where there are blanks:
// "LC Aircompany Kyrgyztransavia" and "KYRGYZ TRANS AVIA". It is above the usual threshold
// and well below that of an equal name.
const CoreSimilarity = 0.8

// ConfusableSimilarity is the similarity of two names whose letters are confusable: digits
// for letters, or rn for m.
const ConfusableSimilarity = 0.9

// Limits of a core that identifies a name.
const (
	coreBits    = 18 // its least information: that of a word that occurs once in the table of frequencies
	longBits    = 14 // the least information of a long core, because a long word is not met by chance
	longCore    = 8  // letters of a long core
	letterBits  = 4  // the most information in a letter
	englishBits = 11 // the most information in a word of everyday English
	coreLetters = 5  // the fewest letters in an alphabet
	coreSigns   = 4  // the fewest characters of Han or Hangul
	wholeLength = 8  // the fewest letters of names that differ only in blanks
	firstSign   = 0x2E80
)

// raise returns the agreement of two names, raised if they have the same letters or the
// same rare core; how says why, and is "" if nothing was raised.
func (a Agreement) raise(x, y *name.Name) (out Agreement, how string) {
	switch {
	case (x.Letters == y.Letters || x.Turned == y.Letters || x.Letters == y.Turned) && letters(x.Folded) >= wholeLength:
		return Agreement{Similarity: nearlyEqual}, "the same letters, parted otherwise"
	case x.Confusable == y.Confusable && letters(x.Folded) >= wholeLength && a.Similarity < ConfusableSimilarity:
		return Agreement{Similarity: ConfusableSimilarity}, "letters that look the same"
	case x.Head != 0 && x.Head == y.Head && a.Similarity < CutSimilarity && (isCutOff(x, y) || isCutOff(y, x)):
		return Agreement{Similarity: CutSimilarity}, "the beginning of the name, cut off within a word"
	case x.Core == 0 || x.Core != y.Core || a.Similarity >= CoreSimilarity && a.RarityCost == 0:
		return a, ""
	case !hasRareCore(x) || !hasRareCore(y) || HaveOtherTrades(x, y):
		return a, ""
	}
	return Agreement{Similarity: max(a.Similarity, CoreSimilarity)}, "the same rare words; the rest are words of trade, places and legal forms"
}

// CutSimilarity is the similarity of a name and its beginning, cut off within a word as in
// fields of a fixed length.
const CutSimilarity = 0.8

// isCutOff reports whether x is the beginning of y, ends within one of its words, and has
// enough information in the words before.
func isCutOff(x, y *name.Name) bool {
	if len(x.Folded) >= len(y.Folded) || !strings.HasPrefix(y.Folded, x.Folded) || y.Folded[len(x.Folded)] == ' ' {
		return false
	}
	bits := 0.0
	for i := range x.Tokens[:len(x.Tokens)-1] {
		bits += RareBits(&x.Tokens[i])
	}
	return bits >= longBits
}

// HaveOtherTrades reports whether each of two names has a word of trade, or each a place,
// that the other does not have. A bank and a shipping line that share a word are two firms,
// and so are subsidiaries in two countries.
func HaveOtherTrades(x, y *name.Name) bool {
	return hasOwn(x, y, isTrade) && hasOwn(y, x, isTrade) || hasOwn(x, y, isPlace) && hasOwn(y, x, isPlace)
}

func isTrade(t *name.Token) bool { return t.Class == name.Business }

func isPlace(t *name.Token) bool { return t.Place }

func hasOwn(x, y *name.Name, is func(*name.Token) bool) bool {
	return slices.ContainsFunc(x.Tokens, func(t name.Token) bool {
		return is(&t) && !slices.ContainsFunc(y.Tokens, func(u name.Token) bool { return t.Text == u.Text })
	})
}

// letters counts the letters and digits of folded text.
func letters(folded string) (n int) {
	for _, r := range folded {
		if r != ' ' {
			n++
		}
	}
	return n
}

// hasRareCore reports whether the core of a name has enough information to identify it.
func hasRareCore(n *name.Name) bool {
	bits, size, minSize := 0.0, 0, coreLetters
	for i := range n.Tokens {
		if !n.OfCore(i) {
			continue
		}
		t := &n.Tokens[i]
		size += utf8.RuneCountInString(t.Raw)
		if r, _ := utf8.DecodeRuneInString(t.Raw); r >= firstSign {
			minSize = coreSigns
		}
		bits += RareBits(t)
	}
	return size >= minSize && IsRare(bits, size)
}

// IsRare reports whether words with such information and as many letters identify a name
// by themselves.
func IsRare(bits float64, letters int) bool {
	return bits >= coreBits || bits >= longBits && letters >= longCore
}

// RareBits returns the information in a token that is a name by itself, in bits: at most
// what its letters can hold, or what a word of everyday English has, because such words are
// not in the table of names. A long word that is not a name of persons is rare even if it
// is frequent in the table, which also counts listed firms.
func RareBits(t *name.Token) float64 {
	letters := utf8.RuneCountInString(t.Raw)
	bits := min(Bits(t), letterBits*float64(letters))
	if t.Class != name.Plain || bits <= englishBits && letters < longCore {
		return bits
	}
	if name.IsEnglish(t.Raw) || name.IsEnglish(strings.TrimSuffix(t.Raw, "s")) {
		return min(bits, englishBits)
	}
	if person, _ := name.Frequency(t.Raw); letters >= longCore && person == 0 {
		return max(bits, longBits)
	}
	return bits
}
