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

	// Letters is the set of the letters of Text: see edit.Signature.
	Letters uint64
	// Father says that the word stands behind bin, ibn or their like: it is the
	// name of the father, or of the house.
	Father bool
	// Patronymic says that the word is one, in a name with two others.
	Patronymic bool
	// Place says that the word is the name of a country or a city, or an adjective
	// of one: see places.tsv.
	Place bool

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

// Read reads a folded word as Analyse does, but for its place in a name; raw is
// what was written.
func Read(word, raw string) Token {
	t := newToken(word)
	t.Raw = raw
	t.setMask()
	return t
}

// newToken reads a word, but for its sound.
func newToken(word string) Token {
	t := Token{Text: word, Latin: word, Raw: word}
	if !isPlain(word) {
		t.read()
	}
	t.Common = max(frequency(t.usual()))
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
	if r, n := utf8.DecodeRuneInString(t.Text); r >= 0x1100 && n < len(t.Text) && syllabic(r) {
		return 1 // two syllables or more: its reading is common, the word is not
	}
	w := 1 - commonCost*float64(t.Common)
	if utf8.RuneCountInString(t.Key()) <= 2 {
		w = min(w, 0.7)
	}
	return w
}

// syllabic reports whether a letter is of Han or Hangul.
func syllabic(r rune) bool {
	code := scriptOfRune(r)
	return code == "Hani" || code == "Hang"
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
