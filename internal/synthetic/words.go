package synthetic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// word is a word of a name with the text before it.
type word struct{ before, text string }

// split cuts a name into words and the text between them. Names without blanks in Han,
// kana or Hangul are cut where the analysis of names cuts them.
func split(text string) (words []word, tail string) {
	var before strings.Builder
	for len(text) > 0 {
		n := 0
		for n < len(text) {
			r, size := utf8.DecodeRuneInString(text[n:])
			if !inWord(r) && (!apostrophe(r) || n == 0) {
				break
			}
			n += size
		}
		n = len(strings.TrimRightFunc(text[:n], apostrophe)) // a quotation mark
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text)
			before.WriteString(text[:size])
			text = text[size:]
			continue
		}
		for i, piece := range cutUnspaced(text[:n]) {
			w := word{text: piece}
			if i == 0 {
				w.before = before.String()
			}
			words = append(words, w)
		}
		before.Reset()
		text = text[n:]
	}
	return words, before.String()
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' }

// cutUnspaced cuts a word of a script without blanks into its tokens.
func cutUnspaced(text string) []string {
	switch name.ScriptOf(text) {
	case "Hani", "Hang", "Kana", "Hira":
	default:
		return []string{text}
	}
	runes := []rune(text)
	var out []string
	for _, t := range name.Analyse(text).Tokens {
		n := utf8.RuneCountInString(t.Raw)
		if n == 0 || n > len(runes) {
			return []string{text}
		}
		out = append(out, string(runes[:n]))
		runes = runes[n:]
	}
	if len(runes) > 0 {
		return []string{text}
	}
	return out
}

// letters counts the letters of a folded text, without blanks.
func letters(folded string) int {
	n := utf8.RuneCountInString(folded)
	return n - strings.Count(folded, " ")
}

func hasDigit(text string) bool { return strings.ContainsFunc(text, unicode.IsDigit) }

// letterCase is how a word is written in upper and lower case.
type letterCase uint8

const (
	lowerCase letterCase = iota
	titleCase
	upperCase
	mixedCase // as in GmbH
)

func letterCaseOf(text string) letterCase {
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case !unicode.IsUpper(first):
		return lowerCase
	case len(text) > size && text == strings.ToUpper(text):
		return upperCase
	case text[size:] != strings.ToLower(text[size:]):
		return mixedCase
	}
	return titleCase
}

// apply gives a word in lower case this case; mixed case changes nothing.
func (s letterCase) apply(text string) string {
	switch s {
	case upperCase:
		return strings.ToUpper(text)
	case titleCase:
		first, size := utf8.DecodeRuneInString(text)
		return string(unicode.ToUpper(first)) + text[size:]
	case lowerCase, mixedCase:
	}
	return text
}
