package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// undecomposed are letters that compatibility decomposition leaves alone, and
// what they are written as where the letter is not at hand. The renderings are
// those of the Unicode CLDR Latin-ASCII transform.
var undecomposed = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h",
	'ı': "i", 'ĸ': "k", 'ŋ': "n", 'ŧ': "t", 'ɖ': "d", 'ɗ': "d", 'ɓ': "b", 'ƙ': "k", 'ə': "a", 'ɛ': "e",
	'ɔ': "o", 'ʒ': "z", 'ƒ': "f", 'ǝ': "e", 'ɨ': "i", 'ʉ': "u", 'ɫ': "l", 'ȷ': "j",
	// Cyrillic letters that decompose to a letter of another sound are put back
	// by Fold; see keepMark.
	'ى': "ي", 'ة': "ه", 'ک': "ك", 'ی': "ي", 'ٱ': "ا", 'ھ': "ه",
	'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ", 'ς': "σ",
}

// Fold returns the text with case, width, diacritics and letter variants
// removed, white space untouched. Marks that make another letter are kept: и
// and й are two letters, and so are kana with and without a voicing mark.
// Bytes that are not UTF-8 become U+FFFD first: beside them the decomposition
// would leave the next letter whole.
func Fold(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	var base rune
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r):
			if keepMark(base, r) {
				b.WriteRune(r)
			}
			continue
		case r == 'ـ' || unicode.Is(unicode.Cf, r): // tatweel, joiners, soft hyphen
			continue
		}
		base = r
		if r >= hanFirst {
			r = foldHan(r)
		}
		if to, ok := undecomposed[r]; ok {
			b.WriteString(to)
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// keepMark reports whether a combining mark makes another letter of its base.
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
