package name

import (
	"strings"
	"unicode/utf8"
)

// appendWords appends the words of folded text, separated by single blanks, to an empty
// slice. Words are runs of letters and digits; the letters of dotted abbreviations
// ("l.l.c.") and of words with an apostrophe ("o'brien", "qa'ida") are joined.
func appendWords(out, folded []byte) []byte {
	for i := 0; i < len(folded); {
		r, n := utf8.DecodeRune(folded[i:])
		switch {
		case isWordRune(r):
			out = append(out, folded[i:i+n]...)
		case isApostrophe(r), r == '.' && inAbbreviation(folded, i), r == '/' && isShipSlash(out, folded[i+1:]):
		case len(out) > 0 && out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
		i += n
	}
	if n := len(out); n > 0 && out[n-1] == ' ' {
		out = out[:n-1]
	}
	return out
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʹ', '`', '´', 'ʾ', 'ʿ', '′', '׳', '״':
		return true
	}
	return false
}

// isShipSlash reports whether a slash is that of the "M/V" or "M/T" before the name of a
// ship, or of the "M/S" (messrs) before the name of an Indian firm.
func isShipSlash(before, after []byte) bool {
	return string(before) == "m" && len(after) > 1 && strings.IndexByte("vts", after[0]) >= 0 && !letterAt(after[1:])
}

// inAbbreviation reports whether the dot at i is in a run of at least three single letters,
// like the dots of "l.l.c.". Two letters are as often the initials of a person ("Sidorov
// I.P."); a legal form of two letters is also found as two words.
func inAbbreviation(text []byte, i int) bool {
	before, after, ok := isDotted(text, i)
	if !ok {
		return false
	}
	if _, _, ok := isDotted(text, i-before-1); ok {
		return true
	}
	_, _, ok = isDotted(text, i+after+1)
	return ok
}

// isDotted reports whether there is a dot between two single letters at i, and how many
// bytes the letters take.
func isDotted(text []byte, i int) (before, after int, ok bool) {
	if i < 1 || i >= len(text) || text[i] != '.' {
		return 0, 0, false
	}
	last, before := utf8.DecodeLastRune(text[:i])
	next, after := utf8.DecodeRune(text[i+1:])
	ok = isLetter(last) && isLetter(next) && !letterBefore(text[:i-before]) && !letterAt(text[i+1+after:])
	return before, after, ok
}

func letterBefore(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return isLetter(r)
}

func letterAt(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return isLetter(r)
}

func isLetter(r rune) bool { return runeClassOf(r) == letter }
