package compare

import (
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// CoreAlike is the similarity of two names that have the same rare words and
// differ in words of trade, places, legal forms and particles alone, or in where
// blanks are put between them: "LC Aircompany Kyrgyztransavia" and "KYRGYZ TRANS
// AVIA". It is above the usual threshold and well below an equal name.
const CoreAlike = 0.8

// LooksAlike is the similarity of two names whose letters look the same, with
// digits for letters or rn for m.
const LooksAlike = 0.9

// Limits of a core that stands for a name.
const (
	coreBits    = 18 // what it must tell: as much as a word that stands once in the table of frequencies
	letterBits  = 4  // the most that a letter tells
	coreLetters = 5  // the fewest letters, of an alphabet
	coreSigns   = 4  // the fewest characters of Han or Hangul
	wholeLength = 8  // the fewest letters of names that differ in blanks alone
	firstSign   = 0x2E80
)

// raise makes the agreement of two names that have the same letters, or the same
// rare core, no less than that tells; how says why, "" where nothing was raised.
func (a Agreement) raise(x, y *name.Name) (out Agreement, how string) {
	switch {
	case x.Letters == y.Letters && letters(x.Folded) >= wholeLength:
		return Agreement{Alike: nearlyEqual}, "the same letters, parted otherwise"
	case x.LookAlike == y.LookAlike && letters(x.Folded) >= wholeLength && a.Alike < LooksAlike:
		return Agreement{Alike: LooksAlike}, "letters that look the same"
	case x.Core == 0 || x.Core != y.Core || a.Alike >= CoreAlike && a.Common == 0:
		return a, ""
	case min(coreTold(x), coreTold(y)) < coreBits:
		return a, ""
	}
	return Agreement{Alike: max(a.Alike, CoreAlike)}, "the same rare words; the rest are words of trade, places and legal forms"
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

// coreTold is how many bits the core of a name tells; 0 for one that is too
// short.
func coreTold(n *name.Name) (sum float64) {
	size, least := 0, coreLetters
	for i := range n.Tokens {
		if !n.OfCore(i) {
			continue
		}
		t := &n.Tokens[i]
		count := utf8.RuneCountInString(t.Raw)
		size += count
		if r, _ := utf8.DecodeRuneInString(t.Raw); r >= firstSign {
			least = coreSigns
		}
		sum += min(bits(t), letterBits*float64(count))
	}
	if size < least {
		return 0
	}
	return sum
}
