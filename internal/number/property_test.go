package number_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/number"
)

// valid draws a number of a kind with its check digit.
func valid(t *rapid.T, kind enduse.IdentifierKind, length int) string {
	digits := rapid.StringOfN(rapid.RuneFrom([]rune("0123456789")), length-1, length-1, -1).Filter(func(s string) bool { return s[0] != '0' }).Draw(t, "digits")
	for last := '0'; last <= '9'; last++ {
		if s := digits + string(last); checkdigit.Of(kind, s) == enduse.CheckValid {
			return s
		}
	}
	t.Skip("no check digit fits")
	return ""
}

// TestDamageIsUndone: every way of writing a valid number in its own column and
// after its label gives the number.
func TestDamageIsUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]enduse.IdentifierKind{enduse.IDIMO, enduse.IDINN, enduse.IDOGRN}).Draw(t, "kind")
		n := valid(t, kind, map[enduse.IdentifierKind]int{enduse.IDIMO: 7, enduse.IDINN: 10, enduse.IDOGRN: 13}[kind])
		label := strings.ToUpper(string(kind))
		wide := strings.Map(func(r rune) rune { return r - '0' + '０' }, n)
		arabic := strings.Map(func(r rune) rune { return r - '0' + '٠' }, n)
		for _, cell := range []string{
			n, `="` + n + `"`, "'" + n, " " + n + "\u00a0", n + ".0", n[:1] + "." + n[1:] + fmt.Sprintf("E+%02d", len(n)-1), wide, arabic, n[:3] + "\u200b" + n[3:],
			label + " " + n, label + ": " + n, label + " No. " + n, label + "-" + n, n + " (Panama)", n + "/PANAMA", n + " " + label, n[:4] + " " + n[4:], "№ " + n,
		} {
			r := number.Read(cell, number.Hints{Kind: kind})
			if len(r.Found) != 1 || r.Found[0].Value != n || len(r.Gaps) > 0 {
				t.Errorf("%s %q: %+v, want %s", kind, cell, r, n)
			}
		}
		for _, text := range []string{"Example " + label + " " + n, "Example (" + label + ": " + n + ")", "Example, " + label + " no " + n + ", Panama", "Example " + label + n} {
			r := number.Read(text, number.Hints{})
			if len(r.Found) != 1 || r.Found[0].Value != n || r.Found[0].Kind != kind {
				t.Errorf("%q: %+v, want %s", text, r, n)
			}
		}
	})
}

// TestNamesHoldNoNumbers: words and bare digits without a label are no identifiers.
func TestNamesHoldNoNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[0-9]{1,13}`).Draw(t, "digits")
		for _, text := range []string{"Zorvatinel " + digits, digits + " Zorvatinel", "Zorvatinel Co. " + digits + " Ltd", "Invoice " + digits, "HS " + digits, "Tel +" + digits} {
			if r := number.Read(text, number.Hints{}); len(r.Found) > 0 || len(r.Gaps) > 0 {
				t.Errorf("%q: %+v", text, r)
			}
		}
	})
}
