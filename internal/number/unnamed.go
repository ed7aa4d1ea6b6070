package number

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
)

// prefixed is a number written together with the code of a country: RU7736588433.
var prefixed = regexp.MustCompile(`^[A-Z]{2}(\d{8,})$`)

// sum is an amount of money, with its cents.
var sum = regexp.MustCompile(`^\d[\d., ]*[.,]\d{1,2}$`)

// Unnamed reads a cell that is one number without a label: the number of a customer, a
// reference. It returns one result for every kind whose check digit fits, and one of
// unknown kind. distinctive says that such a number equals another by chance so seldom
// that a hit by it alone should be looked at; any other may still be a lead. Numbers of
// fewer than seven characters are not read.
func Unnamed(text string) (found []Found, distinctive bool) {
	if len(text) < minUnknown || len(text) > 60 || !hasDigits(text, minUnknown-1) {
		return nil, false
	}
	s, how, lost := figure(clean(text))
	if sum.MatchString(s) {
		return nil, false
	}
	plain := strings.ToUpper(compact(s))
	digits := digitsIn(plain)
	letters := len(plain) - digits
	if lost || len(plain) > 24 || len(plain) <= minUnknown || letters > 4 || letters > digits || strings.Trim(plain, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || isRound(plain) {
		return nil, false
	}
	if letters > 0 && len(readText(clean(text), Hints{}, strictLabels()).Found) > 0 {
		return nil, false // it says what it is
	}
	values := []string{plain}
	if m := prefixed.FindStringSubmatch(plain); m != nil {
		values = append(values, m[1])
	}
	if v, _, ok := repair(enduse.IDINN, plain); ok && v != plain && len(plain) > 7 {
		values = append(values, v)
	}
	for _, v := range values {
		if len(v) == 7 && fits(enduse.IDIMO, v) {
			found = append(found, Found{Kind: enduse.IDIMO, Value: v, How: how})
		}
		found = append(found, Found{Kind: enduse.IDOther, Value: v, How: how})
	}
	return found, 5*digits+7*letters >= 40
}

// isRound reports whether a number looks like a quantity or a placeholder: 10000000,
// 99999999.
func isRound(s string) bool {
	return len(strings.TrimRight(s, "0")) <= 2 || strings.Trim(s, s[:1]) == ""
}

// hasDigits reports whether a text has a number of decimal digits, of any script.
func hasDigits(s string, n int) bool {
	for _, r := range s {
		if r >= '0' && r <= '9' || r > 0x7f && isDigit(r) {
			n--
		}
	}
	return n <= 0
}
