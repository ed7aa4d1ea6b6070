package country

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxText is the longest text that is looked up, in bytes: three times the longest name
// of a country in any spelling.
const maxText = 200

// appendFolded writes the key of a text: lower case, no diacritics, "&" as
// "and", every other run of punctuation or space as one space. Apostrophes and
// full stops vanish, so that "D.P.R.K." is "dprk" and "Cote d'Ivoire" is
// "cote divoire".
func appendFolded(dst []byte, text string) []byte {
	if !isASCII(text) {
		text = norm.NFKD.String(text)
	}
	gap := false
	for _, r := range text {
		if vanishes(r) {
			continue
		}
		word := letter(r)
		if word == "" && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && len(dst) > 0 || r == '&' && len(dst) > 0 {
			dst = append(dst, ' ')
		}
		gap = r == '&'
		if word != "" {
			dst = append(dst, word...)
		} else {
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// vanishes reports whether a rune is left out of a key.
func vanishes(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', '`', 'ʼ', '´', 'ʻ':
		return true
	}
	return r >= utf8.RuneSelf && unicode.Is(unicode.M, r)
}

// letter returns what a rune that does not decompose is written as, or "".
func letter(r rune) string {
	switch r {
	case '&':
		return "and"
	case 'ß':
		return "ss"
	case 'ı':
		return "i"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ':
		return "d"
	case 'æ', 'Æ':
		return "ae"
	}
	return ""
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
