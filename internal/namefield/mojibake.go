package namefield

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mistaken are the encodings in which text of another one is read by mistake.
var mistaken = []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Windows1251, charmap.Windows1250, charmap.KOI8R, charmap.CodePage437, charmap.CodePage850, charmap.CodePage866, charmap.Windows1256, charmap.Macintosh}

// undoMojibake reads text as UTF-8 that was read as an encoding of single bytes:
// "ÐŸÑƒÑ‚Ð¸Ð½" is Путин. That such bytes happen to be valid UTF-8 is as good as
// impossible. Cyrillic that was read as Latin letters ("Ïóòèí") is recognised by
// words that have no letter of ASCII.
func undoMojibake(text string) string {
	if ascii(text) {
		return text
	}
	for _, m := range mistaken {
		b, ok := bytesIn(text, m)
		if ok && utf8.Valid(b) && longer(b) && !strings.ContainsRune(string(b), utf8.RuneError) {
			return string(b)
		}
	}
	if allAccented(text) {
		if b, ok := bytesIn(text, charmap.Windows1252); ok {
			if out := decode(b, charmap.Windows1251); wholly(out, unicode.Cyrillic) {
				return out
			}
		}
	}
	return text
}

// longer reports whether bytes hold a character of several.
func longer(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// bytesIn writes a text in an encoding. What Windows leaves undefined is written
// as it is read by browsers: as the control character of that number. A blank
// within a character of UTF-8 was a hard blank before somebody tidied it.
func bytesIn(text string, m *charmap.Charmap) ([]byte, bool) {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		b, ok := m.EncodeRune(r)
		switch {
		case r == ' ' && len(out) > 0 && out[len(out)-1] >= 0xC3 && out[len(out)-1] <= 0xDF:
			b = 0xA0
		case ok:
		case r >= 0x80 && r <= 0xA0:
			b = byte(r)
		default:
			return nil, false
		}
		out = append(out, b)
	}
	return out, true
}

func decode(b []byte, m *charmap.Charmap) string {
	var out strings.Builder
	for _, c := range b {
		out.WriteRune(m.DecodeByte(c))
	}
	return out.String()
}

// allAccented reports whether a text has words of four letters and more of which
// none is of ASCII, and no others of that length.
func allAccented(text string) bool {
	found := false
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return r < 0x80 }) {
		n := utf8.RuneCountInString(w)
		found = found || n >= 4
	}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return r > 0x7f || !unicode.IsLetter(r) }) {
		if len(w) >= 4 {
			return false
		}
	}
	return found
}

// wholly reports whether all letters of a text that are not of ASCII are of a
// script, and there are some.
func wholly(text string, script *unicode.RangeTable) bool {
	n := 0
	for _, r := range text {
		switch {
		case r < 0x80:
		case unicode.Is(script, r):
			n++
		case unicode.IsLetter(r):
			return false
		}
	}
	return n >= 4
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// cyrillicPairs are encodings of Cyrillic that are taken for each other: read in
// the first, written in the second.
var cyrillicPairs = [][2]*charmap.Charmap{
	{charmap.KOI8R, charmap.Windows1251},
	{charmap.Windows1251, charmap.KOI8R},
	{charmap.CodePage866, charmap.Windows1251},
	{charmap.Windows1251, charmap.CodePage866},
	{charmap.Macintosh, charmap.Windows1251},
	{charmap.Windows1252, charmap.KOI8R},
	{charmap.Windows1252, charmap.Windows1251},
	{charmap.ISO8859_5, charmap.Windows1251},
	{charmap.Windows1252, charmap.Windows1256},
	{charmap.Windows1252, charmap.Windows1253},
	{charmap.Windows1252, charmap.Windows1255},
	{charmap.Windows1251, charmap.Windows1252},
}

// firstUnread is where the scripts begin that none of cyrillicPairs reads.
const firstUnread = 0x0530

// otherBytes are what a text of single bytes would be in other encodings.
func otherBytes(text string) (out []string) {
	for _, r := range text {
		if r >= firstUnread && unicode.IsLetter(r) {
			return nil // of no encoding of single bytes that is read here
		}
	}
	for _, p := range cyrillicPairs {
		if b, ok := bytesIn(text, p[0]); ok {
			if to := decode(b, p[1]); to != text {
				out = append(out, to)
			}
		}
	}
	return out
}
