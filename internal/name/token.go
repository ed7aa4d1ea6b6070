package name

import (
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
)

// Class says what a token is in a name; it sets the token's weight.
type Class uint8

// The classes.
const (
	Plain    Class = iota // a word that distinguishes this name
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
	Latin  string  // its romanisation; Text itself for Latin, "" if none is known
	Raw    string  // the word or words as written, folded, without blanks
	Class  Class   // what it is in the name
	Weight float64 // its share in the name, 0 to 1
	// Common is the binary logarithm of how often the word is in names, plus one; 0 for a
	// word that is not known. See frequency.
	Common int
	// Sound is what the spellings of a word have in common; "" for words without a vowel,
	// and for what is not a plain word.
	Sound string

	// Letters is the set of the letters of Text: see edit.Signature.
	Letters uint64
	// Father says that the word follows bin, ibn or a similar word: it is the name of the
	// father, or of the house.
	Father bool
	// Patronymic says that the word is a patronymic, in a name with two further words.
	Patronymic bool
	// Place says that the word names a country or a city, or is an adjective of one: see
	// places.tsv.
	Place bool

	foreign *foreign // of a token in another script; else nil
	mask    uint64   // see setMask
}

// Key returns the form by which the token is compared with tokens in other scripts.
func (t Token) Key() string {
	if t.Latin != "" {
		return t.Latin
	}
	return t.Text
}

// Read returns the token that Analyse makes of a folded word, except for what follows from
// its position in a name; raw is what was written.
func Read(word, raw string) Token {
	t := newToken(word)
	t.Raw = raw
	t.setMask()
	return t
}

// newToken reads a word, except for its sound.
func newToken(word string) Token {
	t := Token{Text: word, Latin: word, Raw: word}
	if !isPlain(word) {
		t.romanise()
	}
	t.Common = max(frequency(t.usualForm()))
	t.Class = classOf(t)
	t.Place = t.Class == Plain && IsPlace(t.Key())
	t.Weight = weightOf(t)
	t.Letters = edit.Signature(t.Text)
	return t
}

func classOf(t Token) Class {
	key := t.Key()
	if c, ok := lexicon().classes[key]; ok {
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

// weightOf returns the weight of a token by its class; a short plain word distinguishes less
// than a long one. The weights were set by hand; docs/matching.md has the measurement.
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
	if r, n := utf8.DecodeRuneInString(t.Text); r >= 0x1100 && n < len(t.Text) && isSyllabic(r) {
		return 1 // two syllables or more: the romanisation is common, the word is not
	}
	w := 1 - commonCost*float64(t.Common)
	if utf8.RuneCountInString(t.Key()) <= 2 {
		w = min(w, 0.7)
	}
	return w
}

// isSyllabic reports whether a letter is in Han or Hangul.
func isSyllabic(r rune) bool {
	code := scriptOfRune(r)
	return code == "Hani" || code == "Hang"
}

// commonCost is the weight that a word loses if it is twice as common.
const commonCost = 0.045

func isDigits(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}
