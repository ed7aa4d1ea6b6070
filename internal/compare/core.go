package compare

import (
	"slices"
	"strings"
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
	longBits    = 14 // and what one of so many letters must, for a long word is not met by chance
	longCore    = 8
	letterBits  = 4  // the most that a letter tells
	englishBits = 11 // the most that a word of everyday English tells
	coreLetters = 5  // the fewest letters, of an alphabet
	coreSigns   = 4  // the fewest characters of Han or Hangul
	wholeLength = 8  // the fewest letters of names that differ in blanks alone
	firstSign   = 0x2E80
)

// raise makes the agreement of two names that have the same letters, or the same
// rare core, no less than that tells; how says why, "" where nothing was raised.
func (a Agreement) raise(x, y *name.Name) (out Agreement, how string) {
	switch {
	case (x.Letters == y.Letters || x.Turned == y.Letters || x.Letters == y.Turned) && letters(x.Folded) >= wholeLength:
		return Agreement{Alike: nearlyEqual}, "the same letters, parted otherwise"
	case x.Confusable == y.Confusable && letters(x.Folded) >= wholeLength && a.Alike < LooksAlike:
		return Agreement{Alike: LooksAlike}, "letters that look the same"
	case x.Head != 0 && x.Head == y.Head && a.Alike < CutAlike && (cutOff(x, y) || cutOff(y, x)):
		return Agreement{Alike: CutAlike}, "the beginning of the name, cut off within a word"
	case x.Core == 0 || x.Core != y.Core || a.Alike >= CoreAlike && a.Common == 0:
		return a, ""
	case !rareCore(x) || !rareCore(y) || OtherTrades(x, y):
		return a, ""
	}
	return Agreement{Alike: max(a.Alike, CoreAlike)}, "the same rare words; the rest are words of trade, places and legal forms"
}

// CutAlike is the similarity of a name and its beginning, cut off within a word as
// fields of a fixed length do.
const CutAlike = 0.8

// cutOff reports whether x is the beginning of y and ends within one of its words,
// and whether the words before tell enough.
func cutOff(x, y *name.Name) bool {
	if len(x.Folded) >= len(y.Folded) || !strings.HasPrefix(y.Folded, x.Folded) || y.Folded[len(x.Folded)] == ' ' {
		return false
	}
	told := 0.0
	for i := range x.Tokens[:len(x.Tokens)-1] {
		told += RareBits(&x.Tokens[i])
	}
	return told >= longBits
}

// OtherTrades reports whether each of two names has a word of trade or a place that
// the other one does not: a bank and a shipping line that share a word are two
// firms, and so are the daughters in two countries.
func OtherTrades(x, y *name.Name) bool {
	return own(x, y, isTrade) && own(y, x, isTrade) || own(x, y, isPlace) && own(y, x, isPlace)
}

func isTrade(t *name.Token) bool { return t.Class == name.Business }

func isPlace(t *name.Token) bool { return t.Place }

func own(x, y *name.Name, is func(*name.Token) bool) bool {
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

// rareCore reports whether the core of a name tells enough to be the name.
func rareCore(n *name.Name) bool {
	told, size, least := 0.0, 0, coreLetters
	for i := range n.Tokens {
		if !n.OfCore(i) {
			continue
		}
		t := &n.Tokens[i]
		size += utf8.RuneCountInString(t.Raw)
		if r, _ := utf8.DecodeRuneInString(t.Raw); r >= firstSign {
			least = coreSigns
		}
		told += RareBits(t)
	}
	return size >= least && Rare(told, size)
}

// Rare reports whether so many bits told by so many letters are enough for a name
// by itself.
func Rare(told float64, letters int) bool {
	return told >= coreBits || told >= longBits && letters >= longCore
}

// RareBits is how many bits a token tells as a name by itself: no more than its
// letters could, and than a word of everyday English does, which stands in no table
// of names. A long word that no person is called by is rare even where the table of
// frequencies, which counts listed firms too, has it often.
func RareBits(t *name.Token) float64 {
	letters := utf8.RuneCountInString(t.Raw)
	told := min(bits(t), letterBits*float64(letters))
	if t.Class != name.Plain || told <= englishBits && letters < longCore {
		return told
	}
	if name.IsEnglish(t.Raw) || name.IsEnglish(strings.TrimSuffix(t.Raw, "s")) {
		return min(told, englishBits)
	}
	if person, _ := name.Frequency(t.Raw); letters >= longCore && person == 0 {
		return max(told, longBits)
	}
	return told
}
