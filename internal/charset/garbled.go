package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Garbled reports whether a text looks decoded by a wrong encoding: it is UTF-8 that
// was read as a code page, Cyrillic that was read as a western one, or letters of
// one code page of Cyrillic read as another.
func Garbled(text string) bool {
	if isASCII(text) {
		return false
	}
	return misread(text) || western(text) || twisted(text)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// pages are the code pages as which UTF-8 is misread.
var pages = []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Windows1251, charmap.KOI8R, charmap.CodePage866, charmap.CodePage850, charmap.CodePage437, charmap.Macintosh}

// misread reports whether a word of the text, written in a code page again, is valid
// UTF-8: such sequences of signs and accented letters occur in no word. A word that
// is ASCII in UTF-8 too shows nothing.
func misread(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }) {
		if isASCII(w) {
			continue
		}
		for _, p := range pages {
			if readsAsUTF8(w, p) {
				return true
			}
		}
	}
	return false
}

// readsAsUTF8 encodes a word. What the code page lacks are the control characters
// and the bytes that it leaves open, and characters that a program put in for them.
func readsAsUTF8(word string, page *charmap.Charmap) bool {
	raw := make([]byte, 0, len(word))
	for _, r := range word {
		b, ok := page.EncodeRune(r)
		switch {
		case ok:
		case r >= 0x80 && r <= 0x9f:
			b = byte(r)
		case r == utf8.RuneError:
			b = 0xff
		default:
			return false
		}
		raw = append(raw, b)
	}
	pairs, wrong := sequences(raw)
	switch {
	case len(pairs) > 1:
		return wrong == 0 || page == charmap.Windows1252 // it leaves bytes open, which are lost
	case len(pairs) == 1:
		return wrong == 0 && usualLead(pairs[0])
	}
	return false
}

// sequences are the first bytes of the sequences of UTF-8 for letters and signs, and
// how many bytes are in none.
func sequences(raw []byte) (leads []byte, wrong int) {
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && n == 1:
			wrong++
		case n > 1 && (unicode.IsLetter(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)):
			leads = append(leads, raw[0])
		}
		raw = raw[n:]
	}
	return leads, wrong
}

// usualLead reports a byte with which the accented letters and the punctuation of
// European text, Cyrillic, and Chinese begin. One sequence of another lead may be a
// capital before a sign: CAFÉ®.
func usualLead(b byte) bool { return b >= 0xc2 && b <= 0xc5 || b == 0xd0 || b == 0xd1 || b >= 0xe0 }

// western reports a word of four letters and more that are all accented letters of
// western Europe: no language writes one, Cyrillic read as windows-1252 is nothing
// else.
func western(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		n := 0
		for _, r := range w {
			if r < 0xc0 || r > 0xff {
				n = -1 << 20
			}
			n++
		}
		if n > 3 {
			return true
		}
	}
	return false
}

// twisted reports what no Cyrillic name holds: signs inside words that are read for
// letters of other encodings, or small letters and capitals the wrong way round,
// twice.
func twisted(text string) bool {
	const signs = "¤¦¬±µ¶†‡‰€\u00ad\u0098"
	wrong := 0
	var before, prev rune
	for _, r := range text {
		now := unicode.Is(unicode.Cyrillic, r)
		if strings.ContainsRune(signs, r) && unicode.Is(unicode.Cyrillic, prev) || now && strings.ContainsRune(signs, prev) {
			return true
		}
		begins := unicode.IsUpper(r) && unicode.IsLower(prev) && !unicode.IsLetter(before)
		ends := unicode.IsLower(r) && unicode.IsUpper(prev) && unicode.IsUpper(before)
		if now && unicode.Is(unicode.Cyrillic, prev) && (begins || ends) {
			wrong++
		}
		before, prev = prev, r
	}
	return wrong > 1
}
