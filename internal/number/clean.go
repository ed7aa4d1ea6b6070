package number

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean normalises a text: digits of every script and width as ASCII, dashes as hyphens,
// blanks as spaces, without invisible characters and the quoting of spreadsheets.
func clean(text string) string {
	if !plainASCII(text) {
		text = strings.Map(func(r rune) rune {
			switch {
			case r < 0x80:
				return r
			case isDigit(r):
				return digitOf(r)
			case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r) && r >= 0xfe00, r == unicode.ReplacementChar:
				return -1
			case unicode.Is(unicode.Pd, r), r == '−':
				return '-'
			case unicode.IsSpace(r):
				return ' '
			}
			return r
		}, norm.NFKC.String(strings.ReplaceAll(text, "№", "#")))
	}
	return unquote(text)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isDigit(r rune) bool { return unicode.Is(unicode.Nd, r) }

// digitOf returns the ASCII digit for a decimal digit of any script: Unicode has them in
// runs of ten that begin with 0.
func digitOf(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	return r
}

// formula is what people and programs write so that a spreadsheet keeps a text as it is:
// ="007", =T("007"), =7.
var formula = regexp.MustCompile(`^[=+@]\s*(?:\pL+\(\s*)?(?:"([^"]*)"|(\d[\d.,]*))`)

// unquote takes off formulas, apostrophes and quotation marks around a text.
func unquote(s string) string {
	for range 4 {
		before := s
		s = strings.Trim(s, " \t\r\n")
		if m := formula.FindStringSubmatch(s); m != nil && len(m[0])+8 >= len(s) {
			s = m[1] + m[2]
		}
		s = strings.TrimLeft(s, "'`´‘’\"“”„«»")
		s = strings.TrimRight(s, "'`´‘’\"“”„«»")
		if s == before {
			break
		}
	}
	return s
}

// placeholder reports whether a text is what people write for no number.
func placeholder(s string) bool {
	if strings.Trim(s, "0 .-_/*?#xX\t\n") == "" {
		return true
	}
	return placeholders()[strings.ToLower(strings.Trim(s, " .()<>[]"))]
}

// compact leaves out what people put between the characters of a number.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '.', ',', '-', '\'', '_', '/', '\t', '\n', '’':
			return -1
		}
		return r
	}, s)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// hasAlnum reports whether a text has a letter or a digit.
func hasAlnum(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// sizeOf counts the letters and digits of a text.
func sizeOf(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// Plain normalises a text: digits of every script and width as ASCII, blanks as spaces,
// without invisible characters and the quoting of spreadsheets.
func Plain(text string) string { return clean(text) }
