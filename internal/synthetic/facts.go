package synthetic

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// dates moves dates by up to two years, and to any day of the year. Precision, circa
// and the length of a range do not change.
func (m *maker) dates(from []enduse.Date) (out []enduse.Date) {
	for _, d := range from {
		years := m.rng.IntN(5) - 2
		moved := m.date(d, years)
		if d.Until != nil {
			end := m.date(*d.Until, years)
			moved.Until = &end
		}
		if moved.Validate() != nil { // the year 1 or 9999, or a range within a year
			moved = d
		}
		out = append(out, moved)
	}
	return out
}

func (m *maker) date(d enduse.Date, years int) enduse.Date {
	d.Year += years
	if d.Month > 0 {
		d.Month = 1 + m.rng.IntN(12)
	}
	if d.Day > 0 {
		d.Day = 1 + m.rng.IntN(28)
	}
	return d
}

// digits replaces the digits of numbers with at least three digits. The numbers keep
// their length, and none gets a leading zero.
func (m *maker) digits(text string) string {
	b := []byte(text)
	for i := 0; i < len(b); {
		n := 0
		for i+n < len(b) && isDigit(b[i+n]) {
			n++
		}
		if n >= 3 {
			m.number(b[i : i+n])
		}
		i += max(n, 1)
	}
	return string(b)
}

func (m *maker) number(b []byte) {
	for i := range b {
		if i == 0 && b[0] != '0' {
			b[i] = byte('1' + m.rng.IntN(9)) // #nosec G115 -- a digit
			continue
		}
		b[i] = byte('0' + m.rng.IntN(10)) // #nosec G115 -- a digit
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// bicLetters is the number of letters of a BIC that name the bank. The country is kept.
const bicLetters = 4

// identifier makes another number of the same kind and form. If the check digit of the
// source is right, so is the new one where possible.
func (m *maker) identifier(id enduse.Identifier) enduse.Identifier {
	b := []byte(strings.Map(withoutParentheses, id.Value))
	for i, c := range b {
		switch {
		case isDigit(c) && (i > 0 || c != '0'):
			m.number(b[i : i+1])
		case id.Kind == enduse.IDBIC && i < bicLetters && c >= 'A' && c <= 'Z':
			b[i] = byte('A' + m.rng.IntN(26)) // #nosec G115 -- a letter
		}
	}
	if id.Check == enduse.CheckValid {
		mend(id.Kind, b)
	}
	id.Value, id.Note = string(b), ""
	id.Check = checkdigit.Of(id.Kind, id.Value)
	return id
}

// mend varies the last digits of a number, alone and in pairs, until its check digit is
// right.
func mend(kind enduse.IdentifierKind, b []byte) {
	var last []int
	for i := len(b) - 1; i >= 0 && len(last) < 4; i-- {
		if isDigit(b[i]) {
			last = append(last, i)
		}
	}
	for n := range 100 * len(last) {
		at := last[n/100]
		b[at] = byte('0' + n%10)
		if at > 0 && isDigit(b[at-1]) {
			b[at-1] = byte('0' + n/10%10)
		}
		if checkdigit.Of(kind, string(b)) == enduse.CheckValid {
			return
		}
	}
}

// withoutParentheses drops parentheses, which mark a note in tables of identifiers.
func withoutParentheses(r rune) rune {
	if r == '(' || r == ')' {
		return -1
	}
	return r
}

// address keeps the city and country, and replaces the street by one of the same country
// and the numbers by others.
func (m *maker) address(a enduse.Address) enduse.Address {
	if streets := m.from.streets[a.Country]; a.Street != "" && len(streets) > 0 {
		a.Street = m.digits(streets[m.rng.IntN(len(streets))])
	}
	a.Text, a.PostalCode, a.Note = m.digits(a.Text), m.digits(a.PostalCode), ""
	return a
}
