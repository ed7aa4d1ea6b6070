package namefield

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mistaken are the encodings as which programs read text of another one by mistake.
var mistaken = []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Windows1251, charmap.Windows1250, charmap.KOI8R, charmap.CodePage437, charmap.CodePage850, charmap.CodePage866, charmap.Windows1256, charmap.Macintosh}

// undoMojibake restores UTF-8 that was read in an encoding of single bytes:
// "ÐŸÑƒÑ‚Ð¸Ð½" is Путин. Other text has practically no chance of being valid UTF-8.
// Cyrillic that was read as Latin letters ("Ïóòèí") is recognised by its words, which
// have no ASCII letter.
func undoMojibake(text string) string {
	if ascii(text) {
		return text
	}
	for _, m := range mistaken {
		b, ok := bytesIn(text, m)
		if ok && utf8.Valid(b) && plausible(string(b)) {
			return string(b)
		}
	}
	if allAccented(text) {
		if b, ok := bytesIn(text, charmap.Windows1252); ok {
			if out := decode(b, charmap.Windows1251); allIn(out, unicode.Cyrillic) {
				return out
			}
		}
	}
	return text
}

// plausible reports whether text that was decoded from bytes consists of letters that
// names are written in: at least two of them, or one accented Latin letter.
func plausible(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
		case r >= 0xC0 && r < 0x180:
			n += 2
		case r < 0xA0, r >= 0x250 && r < 0x370, r == utf8.RuneError:
			return false // controls, phonetic letters: chance
		default:
			n++
		}
	}
	return n > 1
}

// bytesIn writes a text in an encoding. What Windows leaves undefined becomes the
// control character of that number, as in browsers. A blank within a character of UTF-8
// was a no-break space before somebody tidied the text.
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

// allAccented reports whether a text has a word of four letters or more that are all
// beyond ASCII, and no ASCII word of that length.
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

// allIn reports whether a text has letters beyond ASCII, four or more, that are all in
// one script.
func allIn(text string, script *unicode.RangeTable) bool {
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

// cyrillicPairs are encodings that are mistaken for each other: the text was read in the
// first, and written in the second.
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

// firstUnread is where the scripts begin that no pair of cyrillicPairs covers.
const firstUnread = 0x0530

// otherBytes returns what a text in an encoding of single bytes would be in others.
func otherBytes(text string) (out []string) {
	for _, r := range text {
		if r >= firstUnread && unicode.IsLetter(r) {
			return nil // no encoding of single bytes that is read here has it
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
