package enduse

import "strings"

// CheckDigit says whether a value has the form and the check digit of its
// kind. Spaces, points, dashes, letter case and the name of the kind in front
// ("IMO 9187629") do not matter. A kind without a check digit gives CheckNone
// where the form fits and CheckWrong where it does not; one whose form is not
// known gives CheckNone always.
func CheckDigit(kind IdentifierKind, value string) Check {
	if kind == IDWallet {
		return checkWallet(strings.TrimSpace(value)) // letter case matters there
	}
	check, ok := checkers[kind]
	if !ok {
		return CheckNone
	}
	if len(value) > maxIdentifier {
		return CheckWrong
	}
	return check(compactIdentifier(kind, value))
}

// maxIdentifier is longer than any identifier with the name of its kind in
// front, in bytes.
const maxIdentifier = 128

// checkers hold the test of a kind: of its form, and of its check digit if it
// has one.
var checkers = map[IdentifierKind]func(string) Check{
	IDLEI:   checkLEI,
	IDIBAN:  checkIBAN,
	IDISIN:  checkISIN,
	IDIMO:   checkIMO,
	IDMMSI:  checkMMSI,
	IDBIC:   checkBIC,
	IDDUNS:  checkDUNS,
	IDUSCC:  checkUSCC,
	IDINN:   checkINN,
	IDOGRN:  checkOGRN,
	IDSNILS: checkSNILS,
	IDOKPO:  checkOKPO,
	IDKPP:   checkKPP,
}

// identifierLabels are what stands in front of a number on documents and
// lists, in the form that compactIdentifier leaves.
var identifierLabels = map[IdentifierKind][]string{
	IDLEI:   {"LEI"},
	IDIBAN:  {"IBAN"},
	IDISIN:  {"ISIN"},
	IDIMO:   {"IMO"},
	IDMMSI:  {"MMSI"},
	IDBIC:   {"SWIFTBIC", "BICSWIFT", "SWIFT", "BIC"},
	IDDUNS:  {"DUNS"},
	IDUSCC:  {"USCC"},
	IDINN:   {"INN", "ИНН"},
	IDOGRN:  {"OGRNIP", "OGRN", "ОГРНИП", "ОГРН"},
	IDSNILS: {"SNILS", "СНИЛС"},
	IDOKPO:  {"OKPO", "ОКПО"},
	IDKPP:   {"KPP", "КПП"},
}

// compactIdentifier writes a value in capitals without its punctuation and
// without the name of its kind in front.
func compactIdentifier(kind IdentifierKind, value string) string {
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
	for _, label := range identifierLabels[kind] {
		if rest, ok := strings.CutPrefix(value, label); ok && hasDigit(rest) || ok && kind == IDBIC && len(rest) >= 8 {
			if kind == IDBIC { // NO is Norway there
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

// fits turns a truth about a check digit into a Check.
func fits(ok bool) Check {
	if ok {
		return CheckValid
	}
	return CheckWrong
}

// formOnly is for kinds without a check digit.
func formOnly(ok bool) Check {
	if ok {
		return CheckNone
	}
	return CheckWrong
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
