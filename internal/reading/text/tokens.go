package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is what syntax is read from: one or more words joined by a hyphen, an
// apostrophe or the dots of initials ("a-t-il", "isn't", "U.S"), or a single mark.
type Token struct {
	Start, End int    // bytes of the text
	Low        string // in lower case, with its accents
	IsWord     bool   // not a mark
}

// Tokens cuts bytes from to before until of a text into tokens. In a language
// without blanks each character is a token.
func (t *Text) Tokens(from, until int, unspaced bool) []Token {
	var out []Token
	part := t.Raw[from:until]
	for i := 0; i < len(part); {
		r, size := utf8.DecodeRuneInString(part[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case inWord(r):
			end := i + size
			if !unspaced || r < firstIdeographic {
				end = tokenEnd(part, i, unspaced)
			}
			out = append(out, Token{from + i, from + end, strings.ToLower(part[i:end]), true})
			i = end
			continue
		}
		out = append(out, Token{from + i, from + i + size, part[i : i+size], false})
		i += size
	}
	return out
}

// TokensOf cuts a text of its own, such as a phrase of a lexicon, into tokens.
func TokensOf(raw string, unspaced bool) []Token {
	return (&Text{Raw: raw}).Tokens(0, len(raw), unspaced)
}

// firstIdeographic is the first character of the scripts of East Asia.
const firstIdeographic = 0x2E80

// tokenEnd returns where a token ends that begins at i. An apostrophe or a hyphen
// between letters belongs to it, except where a Romance language elides a vowel.
func tokenEnd(text string, i int, unspaced bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case inWord(r) && (!unspaced || r < firstIdeographic):
			i += size
		case r == '-' || r == '.' && i > 0 && i+1 < len(text):
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !unicode.IsLetter(next) || r == '.' && !afterInitial(text, i) {
				return i
			}
			i += size
		case r == '\'' || r == '’':
			next, n := utf8.DecodeRuneInString(text[i+size:])
			after, _ := utf8.DecodeRuneInString(text[min(i+size+n, len(text)):])
			if !unicode.IsLetter(next) || unicode.IsLetter(after) {
				return i + size // l'entreprise, d'exporter: the apostrophe stays with the first
			}
			i += size + n // isn't
		default:
			return i
		}
	}
	return i
}

// afterInitial reports whether the dot at i follows a single capital: U.S.
func afterInitial(text string, i int) bool {
	before, n := utf8.DecodeLastRuneInString(text[:i])
	if !unicode.IsUpper(before) {
		return false
	}
	two, _ := utf8.DecodeLastRuneInString(text[:i-n])
	return !unicode.IsLetter(two)
}

// IsComma reports whether a token is a comma.
func (t *Token) IsComma() bool { return t.Low == "," || t.Low == "，" || t.Low == "،" }

// IsDash reports whether a token is a dash.
func (t *Token) IsDash() bool { return t.Low == "—" || t.Low == "–" || t.Low == "-" }

// IsColon reports whether a token is a colon.
func (t *Token) IsColon() bool { return t.Low == ":" || t.Low == "：" }

// IsSemicolon reports whether a token is a semicolon.
func (t *Token) IsSemicolon() bool { return t.Low == ";" || t.Low == "；" }

// IsTitleMark reports whether a token is a mark around the title of a paper, or the
// dot within a foreign name in Chinese.
func (t *Token) IsTitleMark() bool {
	return t.Low == "《" || t.Low == "》" || t.Low == "·" || t.Low == "•"
}
