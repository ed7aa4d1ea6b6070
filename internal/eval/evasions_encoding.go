package eval

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// eachRune writes by a format each character that satisfies a condition.
func eachRune(format string, of func(rune) bool) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, r := range s {
			if of(r) {
				fmt.Fprintf(&b, format, r)
			} else {
				b.WriteRune(r)
			}
		}
		return b.String()
	}
}

func notBlank(r rune) bool { return r != ' ' }

// readAs decodes the UTF-8 bytes of a text as another encoding.
func readAs(m *charmap.Charmap) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, s string) (string, bool) {
		if mostly(s, "Latn") {
			return "", false
		}
		var b strings.Builder
		for i := range len(s) {
			r := m.DecodeByte(s[i])
			if r == unicode.ReplacementChar {
				r = rune(s[i])
			}
			b.WriteRune(r)
		}
		return b.String(), true
	}
}

// mixedUp encodes Cyrillic text in one encoding and decodes it as another.
func mixedUp(written, read *charmap.Charmap) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, s string) (string, bool) {
		if !mostly(s, "Cyrl") {
			return "", false
		}
		var b strings.Builder
		for _, r := range s {
			c, ok := written.EncodeRune(r)
			if !ok {
				return "", false
			}
			b.WriteRune(read.DecodeByte(c))
		}
		return b.String(), true
	}
}

// machineZone is the first line of a passport.
func machineZone(s string) string {
	family, given, comma := strings.Cut(s, ",")
	if !comma {
		w := wordsOf(s)
		family, given = w[len(w)-1], strings.Join(w[:len(w)-1], " ")
	}
	part := func(text string) string { return strings.ToUpper(strings.Join(lettersOnly(text), "<")) }
	line := "P<UTO" + part(family) + "<<" + part(given)
	return (line + strings.Repeat("<", 44))[:max(44, len(line))]
}

var encodingWays = []way{
	{"html_decimal", "HTML: numeric entities", everybody, always(eachRune("&#%d;", notBlank))},
	{"html_hex", "HTML: hexadecimal entities", everybody, always(eachRune("&#x%x;", notBlank))},
	{"html_nbsp", "HTML: &nbsp; for blanks", everybody, always(func(s string) string { return strings.ReplaceAll(s, " ", "&nbsp;") })},
	{"html_bold", "HTML: each word in <b>", everybody, always(func(s string) string { return "<b>" + strings.Join(strings.Fields(s), "</b> <b>") + "</b>" })},
	{"html_twice", "HTML: escaped twice", everybody, always(func(s string) string { return strings.ReplaceAll(s, " ", "&amp;nbsp;") + " &amp;amp; Co" })},
	{"url", "URL encoding", everybody, always(func(s string) string { return strings.ReplaceAll(url.PathEscape(s), "+", "%2B") })},
	{"url_all", "URL encoding of every letter", everybody, always(func(s string) string {
		var b strings.Builder
		for i := range len(s) {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
		return b.String()
	})},
	{"url_plus", "pluses for blanks", everybody, always(func(s string) string { return strings.ReplaceAll(s, " ", "+") })},
	{"escapes", `\u escapes`, everybody, always(eachRune(`\u%04x`, func(r rune) bool { return r != ' ' && r < 0x10000 }))},
	{"newline", `\n written out between two names`, everybody, strangerFirst(`\n`)},
	{"html_break", "<br> between two names", everybody, strangerFirst("<br>")},
	{"email", "an e-mail address", everybody, latin(func(s string) string { return strings.ToLower(strings.Join(lettersOnly(s), ".")) + "@mail.example" })},
	{"user_name", "a user name", everybody, latin(func(s string) string { return strings.ToLower(strings.Join(lettersOnly(s), "_")) })},
	{"web_address", "a web address", everybody, latin(func(s string) string { return "www." + strings.ToLower(strings.Join(lettersOnly(s), "-")) + ".com" })},
	{"mrz", "the machine-readable zone of a passport", ofPeople, latin(machineZone)},
	{"utf8_as_1252", "UTF-8 read as windows-1252", everybody, readAs(charmap.Windows1252)},
	{"utf8_as_1251", "UTF-8 read as windows-1251", everybody, readAs(charmap.Windows1251)},
	{"1251_as_1252", "windows-1251 read as windows-1252", everybody, mixedUp(charmap.Windows1251, charmap.Windows1252)},
	{"1251_as_koi8", "windows-1251 read as KOI8-R", everybody, mixedUp(charmap.Windows1251, charmap.KOI8R)},
	{"lost_first", "? for the letters of the first word", everybody, latin(func(s string) string {
		w := strings.Fields(s)
		w[0] = strings.Repeat("?", len([]rune(w[0])))
		return joined(w)
	})},
	{"lost_third", "? for every third letter", everybody, latin(func(s string) string {
		r := []rune(s)
		for i := 2; i < len(r); i += 3 {
			if unicode.IsLetter(r[i]) {
				r[i] = '?'
			}
		}
		return string(r)
	})},
}
