package namefield

import (
	_ "embed" // the table
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// errorValues are what spreadsheets write for a value that they could not reckon,
// in their languages.
var errorValues = regexp.MustCompile(`#(?:REF!|VALUE!|NUM!|NAME\?|N/A|NV|DIV/0!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|BEZUG!|WERT!|ZAHL!|ИМЯ\?|ЗНАЧ!|ССЫЛКА!|ЧИСЛО!|ДЕЛ/0!|Н/Д|ПУСТО!|REF\b|¡REF!|¡VALOR!|¿NOMBRE\?|NOMBRE\?|VALEUR!|NOMBRE!|NOM\?|NOME\?|RIF!|VALORE!|SAYI!|DEĞER!|AD\?|BAŞV!)`)

// nobodies has the lines of what people write for a party that is named elsewhere, or
// for none.
//
//go:embed nobodies.txt
var nobodies string

// references are the lines of nobodies, without punctuation, in small letters.
var references = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(nobodies) {
		if !strings.HasPrefix(line, "#") {
			m[bare(line)] = true
		}
	}
	return m
}()

// bare is a text in folded letters and digits, its words parted by one blank.
func bare(text string) string {
	return strings.Join(strings.FieldsFunc(name.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }), " ")
}

// plainGaps is gaps of a plain name, of which most need no look.
func (f *Field) plainGaps(text string) {
	if len(text) <= longestReference && references[bare(text)] {
		f.gap(gapReference)
	}
}

const (
	longestReference = 34
	gapReference     = "it refers to a party that is named elsewhere, or to none"
)

// gaps says why a field, or a part of it, cannot be read as a name.
func (f *Field) gaps(text string) {
	switch {
	case strings.ContainsRune(text, '#') && errorValues.MatchString(text):
		f.gap("it holds an error of a spreadsheet")
	case len(text) <= longestReference && references[bare(text)]:
		f.gap(gapReference)
	}
	if lost(text) {
		f.gap("letters of it were lost: it holds question marks or replacement characters for letters")
	}
	for _, r := range text {
		if r >= 0xE000 && r < 0xF900 || r == 0xFFFC {
			f.gap("it holds characters that only a font of its own shows")
			break
		}
	}
}

var lostLetters = regexp.MustCompile(`\pL\?+\pL|\?{2,}|(?:^|\s)\?\pL{2,}|\x{FFFD}`)

// lost reports whether marks stand where letters were.
func lost(text string) bool {
	return !utf8.ValidString(text) || strings.ContainsAny(text, "?\uFFFD") && lostLetters.MatchString(text)
}

// Nameless says why a field, taken apart, names nobody: it has legal forms, titles, particles
// or digits alone, or no vowel in many letters. "" for one that may name somebody.
func Nameless(n *name.Name) string {
	titles, numbers, particles := 0, 0, 0
	for i := range n.Tokens {
		switch n.Tokens[i].Class {
		case name.Title:
			titles++
		case name.Number:
			numbers++
		case name.Particle:
			particles++
		case name.Plain, name.Initial, name.Business, name.Legal:
		}
	}
	switch all := len(n.Tokens); {
	case all == 0:
	case titles == all, n.IsNobody():
		return "it is a legal form or a title, and no name"
	case particles == all:
		return "it is a word that stands between names, and no name"
	case n.IsCutForm(), n.IsMostlyForm():
		return GapCut
	case numbers == all:
		return "it is a number, and no name"
	case vowelless(n):
		return "it has no vowel: letters may have been left out"
	}
	return ""
}

// GapCut is of a name of which a legal form is left.
const GapCut = "it was cut off: what is left is a legal form, and no name"

// vowelless reports whether the words of a name in Latin letters have many letters
// and no vowel.
func vowelless(n *name.Name) bool {
	letters := 0
	for i := range n.Tokens {
		if c := n.Tokens[i].Class; c != name.Plain && c != name.Initial {
			continue
		}
		raw := n.Tokens[i].Raw
		if strings.ContainsAny(raw, "aeiou") || !ascii(raw) {
			return false
		}
		letters += len(raw)
	}
	return letters >= leastLetters
}

// leastLetters is how many letters without a vowel are no abbreviation.
const leastLetters = 8
