package checkdigit

import (
	"strings"

	"github.com/enduse/enduse"
)

// Of says whether a value has the form and the check digit of its
// kind. Spaces, points, dashes, letter case and the name of the kind in front
// ("IMO 9187629") do not matter. A kind without a check digit gives CheckNone
// where the form fits and CheckWrong where it does not; one whose form is not
// known gives CheckNone always.
func Of(kind enduse.IdentifierKind, value string) enduse.Check {
	if kind == enduse.IDWallet {
		return checkWallet(strings.TrimSpace(value)) // letter case matters there
	}
	check, ok := checkers[kind]
	if !ok {
		return enduse.CheckNone
	}
	if len(value) > maxIdentifier {
		return enduse.CheckWrong
	}
	return check(compact(kind, value))
}

// Identifier returns an identifier with the result of its check.
func Identifier(kind enduse.IdentifierKind, value string, country enduse.Country) enduse.Identifier {
	return enduse.Identifier{Kind: kind, Value: value, Country: country, Check: Of(kind, value)}
}

// maxIdentifier is longer than any identifier with the name of its kind in
// front, in bytes.
const maxIdentifier = 128

// checkers hold the test of a kind: of its form, and of its check digit if it
// has one.
var checkers = map[enduse.IdentifierKind]func(string) enduse.Check{
	enduse.IDLEI:   checkLEI,
	enduse.IDIBAN:  checkIBAN,
	enduse.IDISIN:  checkISIN,
	enduse.IDIMO:   checkIMO,
	enduse.IDMMSI:  checkMMSI,
	enduse.IDBIC:   checkBIC,
	enduse.IDDUNS:  checkDUNS,
	enduse.IDUSCC:  checkUSCC,
	enduse.IDINN:   checkINN,
	enduse.IDOGRN:  checkOGRN,
	enduse.IDSNILS: checkSNILS,
	enduse.IDOKPO:  checkOKPO,
	enduse.IDKPP:   checkKPP,
}

// labels are what documents and lists print in front of a number, in the form that
// compact leaves.
var labels = map[enduse.IdentifierKind][]string{
	enduse.IDLEI:   {"LEI"},
	enduse.IDIBAN:  {"IBAN"},
	enduse.IDISIN:  {"ISIN"},
	enduse.IDIMO:   {"IMO"},
	enduse.IDMMSI:  {"MMSI"},
	enduse.IDBIC:   {"SWIFTBIC", "BICSWIFT", "SWIFT", "BIC"},
	enduse.IDDUNS:  {"DUNS"},
	enduse.IDUSCC:  {"USCC"},
	enduse.IDINN:   {"INN", "ИНН"},
	enduse.IDOGRN:  {"OGRNIP", "OGRN", "ОГРНИП", "ОГРН"},
	enduse.IDSNILS: {"SNILS", "СНИЛС"},
	enduse.IDOKPO:  {"OKPO", "ОКПО"},
	enduse.IDKPP:   {"KPP", "КПП"},
}

// compact writes a value in capitals without its punctuation and
// without the name of its kind in front.
func compact(kind enduse.IdentifierKind, value string) string {
	value = strings.Map(func(r rune) rune {
		if r > '！' && r <= '～' { // of full width
			r -= '！' - '!'
		}
		switch r {
		case ' ', '\t', '\u00a0', '\u202f', '.', ':', '#', '№', '-', '\u2010', '\u2011', '\u2012', '–', '—':
			return -1
		}
		return r
	}, strings.ToUpper(value))
	for _, label := range labels[kind] {
		if rest, ok := strings.CutPrefix(value, label); ok && hasDigit(rest) || ok && kind == enduse.IDBIC && len(rest) >= 8 {
			if kind == enduse.IDBIC { // NO is Norway there
				return strings.TrimPrefix(rest, "CODE")
			}
			for _, word := range []string{"NUMBER", "CODE", "NO"} { // "IMO No. 9187629"
				if number, ok := strings.CutPrefix(rest, word); ok {
					return number
				}
			}
			return rest
		}
	}
	return value
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// fits is the result for a kind with a check digit.
func fits(ok bool) enduse.Check {
	if ok {
		return enduse.CheckValid
	}
	return enduse.CheckWrong
}

// formOnly is the result for a kind without a check digit.
func formOnly(ok bool) enduse.Check {
	if ok {
		return enduse.CheckNone
	}
	return enduse.CheckWrong
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func allAlnum(s string) bool {
	for i := range len(s) {
		if alnumValue(s[i]) < 0 {
			return false
		}
	}
	return s != ""
}

func allLetters(s string) bool {
	for i := range len(s) {
		if alnumValue(s[i]) < 10 {
			return false
		}
	}
	return s != ""
}

// alnumValue is 0 to 9 for digits, 10 to 35 for capitals, -1 for the rest: the
// values of ISO 7064, ISO 6166 and ISO 13616.
func alnumValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return -1
}

// weighted sums the digits of s, each times its weight.
func weighted(s string, weights ...int) (sum int) {
	for i, w := range weights {
		sum += int(s[i]-'0') * w
	}
	return sum
}

// digitAt returns the digit at a place of s.
func digitAt(s string, i int) int { return int(s[i] - '0') }
