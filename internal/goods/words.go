package goods

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxText bounds the description of an item that is read, in bytes. What is
// beyond it is not looked at.
const maxText = 8 << 10

// breve is the mark of й when it is taken apart.
const breve = '\u0306'

// fold brings a text to small letters without diacritics and full-width forms;
// the Russian й is a letter of its own.
func fold(text string) string {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(text)) {
		if r == breve || !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), "и"+string(breve), "й"), string(breve), "")
}

// wordsOf takes a folded text apart at what is neither a letter nor a digit.
func wordsOf(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// isHan reports whether a phrase is written without blanks.
func isHan(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// pattern is a word of a phrase: whole, with the plural of English and Spanish,
// or the beginning of one ("микросхем*").
type pattern struct {
	word   string
	prefix bool
}

func patternOf(word string) pattern {
	w, prefix := strings.CutSuffix(word, "*")
	return pattern{fold(w), prefix}
}

func (p pattern) matches(word string) bool {
	rest, ok := strings.CutPrefix(word, p.word)
	return ok && (p.prefix || rest == "" || rest == "s" || rest == "es")
}

// stem cuts the plural off an English word, so that a query meets the words of
// a nomenclature, which are mostly in the plural.
func stem(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && (strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "sses")):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
		return w[:len(w)-1]
	}
	return w
}
