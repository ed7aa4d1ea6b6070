package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, or a character that is none, with its place in the text.
type token struct {
	start, end int
	low        string // in lower case
	word       bool
}

// tokens takes text apart; from is where it begins in the whole text.
func (o *ontology) tokens(text string, from int) []token {
	var out []token
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case inWord(r):
			end := i + size
			if !o.Unspaced || r < 0x2E80 {
				end = wordEnd(text, i, o.Unspaced)
			}
			out = append(out, token{from + i, from + end, strings.ToLower(text[i:end]), true})
			i = end
			continue
		}
		out = append(out, token{from + i, from + i + size, text[i : i+size], false})
		i += size
	}
	return out
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordEnd is where a word ends: an apostrophe or a hyphen between letters is in
// it, but that a Romance language leaves a vowel out at.
func wordEnd(text string, i int, unspaced bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case inWord(r) && (!unspaced || r < 0x2E80):
			i += size
		case r == '-' || r == '.' && i > 0 && i+1 < len(text):
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !unicode.IsLetter(next) || r == '.' && !initials(text, i) {
				return i
			}
			i += size
		case r == '\'' || r == '’':
			next, n := utf8.DecodeRuneInString(text[i+size:])
			after, _ := utf8.DecodeRuneInString(text[min(i+size+n, len(text)):])
			if !unicode.IsLetter(next) || unicode.IsLetter(after) {
				return i + size // l'entreprise, d'exporter: the mark stays with the first
			}
			i += size + n // isn't
		default:
			return i
		}
	}
	return i
}

// initials reports whether the point stands between single letters: U.S.
func initials(text string, i int) bool {
	before, n := utf8.DecodeLastRuneInString(text[:i])
	if !unicode.IsUpper(before) {
		return false
	}
	two, _ := utf8.DecodeLastRuneInString(text[:i-n])
	return !unicode.IsLetter(two)
}

func isComma(low string) bool { return low == "," || low == "，" || low == "،" }
func isDash(low string) bool  { return low == "—" || low == "–" || low == "-" }
func isColon(low string) bool { return low == ":" || low == "：" }
