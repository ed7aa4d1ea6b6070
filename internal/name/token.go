package name

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class says what a token is in a name; it sets the token's weight.
type Class uint8

// The classes.
const (
	Plain    Class = iota // a word that tells this name from others
	Initial               // a single letter
	Number                // digits
	Particle              // al, bin, de, van: often left out, often joined
	Business              // trading, technology, group: in the names of thousands
	Legal                 // a legal form
	Title                 // mr, dr, general
)

// Token is one part of a name.
type Token struct {
	Text   string  // folded, in its own script
	Latin  string  // its Latin reading; Text itself for Latin, "" where none is known
	Raw    string  // the word or words as written, folded, without blanks
	Class  Class   // what part it plays
	Weight float64 // its share in the name, 0 to 1
	// Common is the binary logarithm of how often the word stands in names, plus
	// one; 0 for a word that is not known. See frequency.
	Common int
	// Sound is what the spellings of a word have in common; "" for words too
	// short to tell, and for what is no plain word.
	Sound string

	foreign *foreign // of a token of another script; else nil
	mask    uint64   // see setMask
}

// Key is the form that the token is compared by when no script is shared.
func (t Token) Key() string {
	if t.Latin != "" {
		return t.Latin
	}
	return t.Text
}

// cut splits folded text into words: runs of letters and digits of one kind,
// with the letters of dotted abbreviations ("s.a.", "l.l.c") and of words with
// an apostrophe ("o'brien", "qa'ida") put together.
func cut(folded string) []string {
	var words []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	runes := []rune(folded)
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			word.WriteRune(r)
		case isApostrophe(r):
		case r == '.' && inAbbreviation(runes, i):
		default:
			flush()
		}
	}
	flush()
	return words
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʹ', '`', '´', 'ʾ', 'ʿ', '′', '׳', '״':
		return true
	}
	return false
}

// inAbbreviation reports whether the dot at i stands in a run of three single
// letters or more, as the dots of "l.l.c." do. Two are the initials of a person
// as often ("Sidorov I.P."); a legal form of two letters is found apart too.
func inAbbreviation(runes []rune, i int) bool {
	if !dotted(runes, i) {
		return false
	}
	return dotted(runes, i-2) || dotted(runes, i+2)
}

// dotted reports whether a dot stands between two single letters at i.
func dotted(runes []rune, i int) bool {
	if i < 1 || i >= len(runes) || runes[i] != '.' {
		return false
	}
	before := unicode.IsLetter(runes[i-1]) && (i == 1 || !unicode.IsLetter(runes[i-2]))
	after := i+1 < len(runes) && unicode.IsLetter(runes[i+1]) && (i+2 == len(runes) || !unicode.IsLetter(runes[i+2]))
	return before && after
}

// newToken reads a word.
func newToken(word string) Token {
	t := Token{Text: word, Latin: word, Raw: word}
	if !isPlain(word) {
		t.read()
	}
	t.Common = max(frequency(t.usual()))
	t.Class = classOf(t)
	t.Weight = weightOf(t)
	if t.Class == Plain {
		t.Sound = soundOf(t.Latin)
	}
	return t
}

func classOf(t Token) Class {
	key := t.Key()
	if c, ok := classes[key]; ok {
		return c
	}
	if isDigits(key) {
		return Number
	}
	if utf8.RuneCountInString(t.Text) == 1 && key == t.Latin {
		return Initial
	}
	return Plain
}

// weightOf is the weight of a class; a short plain word tells less than a
// long one. Set by hand; docs/matching.md has the measurement.
func weightOf(t Token) float64 {
	switch t.Class {
	case Initial:
		return 0.4
	case Number:
		return 0.8
	case Particle:
		return 0.25
	case Business:
		return 0.5
	case Legal:
		return 0.15
	case Title:
		return 0.1
	case Plain:
	}
	if r, n := utf8.DecodeRuneInString(t.Text); n < len(t.Text) && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r)) {
		return 1 // two syllables or more: its reading is common, the word is not
	}
	w := 1 - commonCost*float64(t.Common)
	if utf8.RuneCountInString(t.Key()) <= 2 {
		w = min(w, 0.7)
	}
	return w
}

// commonCost is what a word loses in weight each time that it is twice as
// common.
const commonCost = 0.045

func isDigits(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}
