package namefield

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// errorValues are what spreadsheets write, in their languages, for a value that they
// could not compute.
var errorValues = regexp.MustCompile(`#(?:REF!|VALUE!|NUM!|NAME\?|N/A|NV|DIV/0!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|BEZUG!|WERT!|ZAHL!|ИМЯ\?|ЗНАЧ!|ССЫЛКА!|ЧИСЛО!|ДЕЛ/0!|Н/Д|ПУСТО!|REF\b|¡REF!|¡VALOR!|¿NOMBRE\?|NOMBRE\?|VALEUR!|NOMBRE!|NOM\?|NOME\?|RIF!|VALORE!|SAYI!|DEĞER!|AD\?|BAŞV!)`)

// bare returns a text in folded letters and digits, its words separated by one blank.
func bare(text string) string {
	return strings.Join(strings.FieldsFunc(name.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }), " ")
}

// isNobody reports whether a field names a party that is named elsewhere, or none.
func isNobody(text string) bool {
	return len(text) <= maxNobody && nobodies()[bare(text)]
}

const (
	maxNobody    = 34 // bytes of what is written for nobody
	gapReference = "it refers to a party that is named elsewhere, or to none"
)

// gapsOf says why a field, or a part of it, cannot be read as a name.
func gapsOf(text string) (gaps []string) {
	switch {
	case strings.ContainsRune(text, '#') && errorValues.MatchString(text):
		gaps = append(gaps, "it holds an error of a spreadsheet")
	case isNobody(text):
		gaps = append(gaps, gapReference)
	}
	if hasLostLetters(text) {
		gaps = append(gaps, "letters of it were lost: it holds question marks or replacement characters for letters")
	}
	for _, r := range text {
		if r >= 0xE000 && r < 0xF900 || r == 0xFFFC {
			gaps = append(gaps, "it holds characters that only a font of its own shows")
			break
		}
	}
	return gaps
}

var lostLetters = regexp.MustCompile(`\pL\?+\pL|\?{2,}|(?:^|\s)\?\pL{2,}|\x{FFFD}`)

// hasLostLetters reports whether there are marks where letters were.
func hasLostLetters(text string) bool {
	return !utf8.ValidString(text) || strings.ContainsAny(text, "?\uFFFD") && lostLetters.MatchString(text)
}

// Nameless returns why a field names nobody, "" if it may name somebody. The field,
// already analysed, has only legal forms, titles, particles or digits, or many letters
// and no vowel.
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
		return "it is a word that comes between names, and no name"
	case n.IsCutForm(), n.IsMostlyForm():
		return GapCut
	case numbers == all:
		return "it is a number, and no name"
	case vowelless(n):
		return "it has no vowel: letters may have been left out"
	}
	return ""
}

// GapCut is the gap of a name that was cut off so that only a legal form is left.
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
	return letters >= minLetters
}

// minLetters is how many letters without a vowel are no abbreviation.
const minLetters = 8
