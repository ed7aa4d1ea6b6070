package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// undecomposed has the letters that compatibility decomposition leaves alone, and what
// people write who do not have the letter. The renderings are those of the Unicode CLDR
// Latin-ASCII transform.
var undecomposed = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h",
	'ı': "i", 'ĸ': "k", 'ŋ': "n", 'ŧ': "t", 'ɖ': "d", 'ɗ': "d", 'ɓ': "b", 'ƙ': "k", 'ə': "a", 'ɛ': "e",
	'ɔ': "o", 'ʒ': "z", 'ƒ': "f", 'ǝ': "e", 'ɨ': "i", 'ʉ': "u", 'ɫ': "l", 'ȷ': "j",
	// Cyrillic letters that decompose to a letter of another sound are put back
	// by Fold; see keepMark.
	'ى': "ي", 'ة': "ه", 'ک': "ك", 'ی': "ي", 'ٱ': "ا", 'ھ': "ه",
	'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ", 'ς': "σ",
}

// Fold returns the text without case, width, diacritics and letter variants; white space
// stays. Marks that make another letter are kept: и and й are two letters, and so are kana
// with and without a voicing mark. Bytes that are not UTF-8 become U+FFFD first, because the
// letter after them would not be decomposed otherwise.
func Fold(s string) string {
	if isPlain(s) {
		return s
	}
	var buf [stackText]byte
	return string(appendFolded(buf[:0], s))
}

// stackText is how many bytes of a text are folded without an allocation.
const stackText = 160

// appendFolded appends the text, folded, to what is empty.
func appendFolded(out []byte, s string) []byte {
	start := out
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			if out, ok := appendAlone(out, s[i:]); ok {
				return out
			}
			return appendDecomposed(start, s)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return out
}

// appendDecomposed folds any text, by its compatibility decomposition.
func appendDecomposed(out []byte, s string) []byte {
	var base rune
	compose := false
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		r = lower(r)
		switch runeClassOf(r) {
		case nonspacing:
			if keepMark(base, r) {
				out = utf8.AppendRune(out, r)
				compose = true
			}
			continue
		case ignorable:
			continue
		case mark:
			compose = true
		case separator, letter, digit:
		}
		if r == 'ـ' { // tatweel
			continue
		}
		compose = compose || r >= vowelFirst && r < jamoTo
		base = r
		out = appendLetter(out, foldHan(r))
	}
	if compose {
		return append(out[:0], norm.NFC.String(string(out))...)
	}
	return out
}

// appendLetter appends a letter as people write it who do not have it.
func appendLetter(out []byte, r rune) []byte {
	if r >= 0x80 && r < 0x700 {
		if to, ok := undecomposed[r]; ok {
			return append(out, to...)
		}
	}
	return utf8.AppendRune(out, r)
}

// lower is unicode.ToLower, without a search for letters of scripts without case.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r >= 0x0430 && r < 0x0460, r >= 0x0590 && r < 0x10A0, r >= 0x2E80 && r < 0xA640, r >= 0xAC00 && r < 0xFB00:
		return r
	case r >= 0x0410 && r < 0x0430:
		return r + 0x20
	}
	return unicode.ToLower(r)
}

// keepMark reports whether a combining mark turns its base into another letter.
func keepMark(base, mark rune) bool {
	switch mark {
	case '\u0306': // breve: й, ў, but not ă
		return base == 'и' || base == 'у'
	case '\u0308': // diaeresis: Ukrainian ї; ё is written е as often as not
		return base == 'і'
	case '\u3099', '\u309A': // voiced and semi-voiced kana
		return true
	}
	// Vowel signs of Indic and South-East Asian scripts are letters of a word.
	return mark >= '\u0900' && mark < '\u1AB0'
}

// isPlain reports whether folding would change nothing: lower-case ASCII.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}
