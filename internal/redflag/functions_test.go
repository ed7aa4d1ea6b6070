package redflag

import "testing"

func TestDates(t *testing.T) {
	for _, c := range []struct {
		day, than     string
		before, after bool
		days          int
	}{
		{"2024-01-02", "2024-01-02", false, false, 0},
		{"2024-01-01", "2024-01-02", true, false, 1},
		{"2024-01-03", "2024-01-02", false, true, -1},
		{"2024", "2024-01-02", true, true, 1}, // a year may be either
		{"", "2024-01-02", false, false, 0},
		{"2024-13-02", "2024-01-02", false, false, 0},
	} {
		if b, a, d := before(c.day, c.than), after(c.day, c.than), days(c.day, c.than); b != c.before || a != c.after || d != c.days {
			t.Errorf("%s and %s: before %v, after %v, days %d", c.day, c.than, b, a, d)
		}
	}
}

func TestPhoneAndMail(t *testing.T) {
	for phone, want := range map[string]string{
		"+1 202 000 0000": "US", "+7 (495) 000": "RU", "+77010000000": "KZ", "0086 10 0000": "CN", "010 000": "", "+": "", "+852 0000": "HK", "+0": "",
	} {
		if got := first(phoneCountries(phone)); got != want {
			t.Errorf("%q is of %q, want %q", phone, got, want)
		}
	}
	for mail, want := range map[string]bool{"A@GMail.com": true, "a@mail.ru>": true, "a@example.com": false, "gmail.com": false, "": false} {
		if freeMail(mail) != want {
			t.Errorf("%q is free mail: %v", mail, !want)
		}
	}
}

func TestAnyWord(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"EXAMPLE General Trading LLC", "trading", true},
		{"EXAMPLE Tradingline", "trading", false},
		{"P.O. Box 5", "p.o. box", true},
		{"示例贸易有限公司", "贸易", true},
		{"x", "", false},
		{"", "x", false},
	} {
		if anyWord(c.text, []string{c.word}) != c.want {
			t.Errorf("%q holds %q: %v", c.text, c.word, !c.want)
		}
	}
}
