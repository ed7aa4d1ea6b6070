package number

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
)

// prefixed is a number with the code of a country run on to it: RU7736588433.
var prefixed = regexp.MustCompile(`^[A-Z]{2}(\d{8,})$`)

// sum is an amount of money, with its cents.
var sum = regexp.MustCompile(`^\d[\d., ]*[.,]\d{1,2}$`)

// Unnamed reads a cell that is one number of which nothing says what it is: a
// customer's number, a reference. It is of every kind whose check digit it has, and of
// one unknown. Telling says that such a number equals another by chance so seldom that
// it is worth a look by itself; one that is not may still be a lead. A number that is
// shorter than seven characters is none.
func Unnamed(text string) (found []Found, telling bool) {
	if len(text) < shortest || len(text) > 60 || !hasDigits(text, shortest-1) {
		return nil, false
	}
	s, how, lost := figure(clean(text))
	if sum.MatchString(s) {
		return nil, false
	}
	plain := strings.ToUpper(compact(s))
	digits := digitsIn(plain)
	letters := len(plain) - digits
	if lost || len(plain) > 24 || len(plain) <= shortest || letters > 4 || letters > digits || strings.Trim(plain, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || round(plain) {
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

// round reports a number that is a quantity or a placeholder by its looks: 10000000,
// 99999999.
func round(s string) bool {
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
