package enduse

import (
	"cmp"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Amount is a decimal number as the user wrote it, such as a quantity or a value,
// with its exact value where the text could be read. The zero Amount is not given.
// Amounts compare with ==. In JSON an amount is its text.
type Amount struct {
	text    string
	decimal string // "-1234.5"; "" where the text could not be read
}

// NewAmount reads an amount about which nothing else is known:
// MarkUnknown.Parse(text).
func NewAmount(text string) Amount { return MarkUnknown.Parse(text) }

// String returns the text as the user wrote it.
func (a Amount) String() string { return a.text }

// IsZero reports whether the amount is not given. An amount of 0 is given.
func (a Amount) IsZero() bool { return a.text == "" }

// Equal reports whether two amounts have the same text and the same value.
func (a Amount) Equal(b Amount) bool { return a == b }

// Known reports whether the text could be read as a number.
func (a Amount) Known() bool { return a.decimal != "" }

// Unread says why an amount that is given has no value; "" for any other.
func (a Amount) Unread() string {
	switch {
	case a.text == "" || a.decimal != "":
		return ""
	case ambiguous(plainAmount(a.text)):
		return fmt.Sprintf("%q may be %s or %s", a.text, MarkPoint.Parse(a.text).decimal, MarkComma.Parse(a.text).decimal)
	}
	return fmt.Sprintf("%q is not a number", a.text)
}

// Decimal writes the value with a point for its decimals and without thousands
// separators, such as "-1234.5"; "" if it is not known.
func (a Amount) Decimal() string { return a.decimal }

// Rat returns the exact value, or nil if it is not known.
func (a Amount) Rat() *big.Rat {
	if r, ok := new(big.Rat).SetString(a.decimal); ok {
		return r
	}
	return nil
}

// Float64 returns the value as the nearest float, or 0 if it is not known.
func (a Amount) Float64() float64 {
	if !a.Known() {
		return 0
	}
	v, _ := a.Rat().Float64()
	return v
}

// Negative reports whether the amount is below zero, also where only its sign and
// a digit could be read.
func (a Amount) Negative() bool {
	if a.Known() {
		return a.Rat().Sign() < 0
	}
	rest, ok := strings.CutPrefix(strings.TrimSpace(a.text), "-")
	return ok && strings.ContainsAny(rest, "123456789")
}

// MarshalText implements encoding.TextMarshaler.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.text), nil }

// UnmarshalText implements encoding.TextUnmarshaler. It never fails: a text that is
// not a number is kept without a value.
func (a *Amount) UnmarshalText(text []byte) error {
	*a = NewAmount(string(text))
	return nil
}

// DecimalMark says which mark separates the decimals in the amounts of a file.
type DecimalMark int

// The decimal marks.
const (
	MarkUnknown DecimalMark = iota // no amount of the file shows it
	MarkPoint                      // 1,234.50
	MarkComma                      // 1.234,50
	MarkMixed                      // some amounts can only be the one, some only the other
)

// With returns what is known of a file's mark after one more of its amounts.
func (m DecimalMark) With(text string) DecimalMark {
	switch shown := markOf(plainAmount(text)); {
	case shown == MarkUnknown, shown == m:
		return m
	case m == MarkUnknown:
		return shown
	}
	return MarkMixed
}

// IsAmbiguous reports whether an amount can be read with either mark, as 1,234 can.
func IsAmbiguous(amount string) bool { return ambiguous(plainAmount(amount)) }

// maxAmountText bounds, in bytes, the text of an amount.
const maxAmountText = 100

// Parse reads an amount of a file with this mark: "1234.5", "1,234.50", "1.234,50",
// "1 234,5", "EUR 1'234.50", "1.5E+3". A lone mark before three digits follows the
// mark of the file. Where that is unknown, a comma separates thousands and a point
// decimals, as programs write them; where it is mixed, the amount has no value.
func (m DecimalMark) Parse(text string) Amount {
	return Amount{text: text, decimal: canonical(m.point(plainAmount(text)))}
}

// point writes a plain amount with a point for its decimals and without thousands
// separators. It returns "" for one that it cannot read.
func (m DecimalMark) point(s string) string {
	mark := markOf(s)
	if ambiguous(s) {
		switch mark = m; m {
		case MarkUnknown:
			mark = MarkPoint
		case MarkMixed:
			return ""
		case MarkPoint, MarkComma:
		}
	}
	switch mark {
	case MarkPoint:
		s = strings.ReplaceAll(s, ",", "")
	case MarkComma:
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	case MarkUnknown, MarkMixed:
	}
	return s
}

// markOf returns the decimal mark that an amount shows by itself: the last of two
// different marks, the other one of a mark that separates thousands, or a lone mark
// that is not before three digits.
func markOf(s string) DecimalMark {
	comma, dot := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	commas, dots := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case ambiguous(s):
	case commas > 0 && dots > 0 && comma > dot && grouped(s[:comma], "."), commas == 1 && dots == 0 && comma > 0, dots > 1 && grouped(s, "."):
		return MarkComma
	case commas > 0 && dots > 0 && dot > comma && grouped(s[:dot], ","), dots == 1 && commas == 0, commas > 1 && grouped(s, ","):
		return MarkPoint
	}
	return MarkUnknown
}

// ambiguous reports whether an amount has one mark, before exactly three digits:
// thousands or decimals.
func ambiguous(s string) bool {
	return strings.Count(s, ",")+strings.Count(s, ".") == 1 && (grouped(s, ",") || grouped(s, "."))
}

// grouped reports whether a mark separates groups of three digits.
func grouped(whole, mark string) bool {
	groups := strings.Split(whole, mark)
	for _, g := range groups[1:] {
		if len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return false
		}
	}
	first := strings.TrimLeft(groups[0], "+-")
	return len(groups) > 1 && len(first) > 0 && len(first) <= 3 && strings.Trim(first, "0123456789") == "" && first != "0"
}

// currency is a sign or a code of three letters at either end of an amount.
var currency = regexp.MustCompile(`^(?:\p{Sc}|[A-Z]{3}\b)\s*|\s*(?:\p{Sc}|\b[A-Z]{3})$`)

// plainAmount writes an amount in ASCII, without its currency, blanks and
// apostrophes.
func plainAmount(text string) string {
	if len(text) > maxAmountText {
		return ""
	}
	text = strings.Map(plainRune, strings.TrimSpace(text))
	text = currency.ReplaceAllString(text, "")
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, text)
}

// plainRune writes full-width characters and the digits, dashes and marks of other
// scripts in ASCII.
func plainRune(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.Is(unicode.Nd, r):
		for zero := r; ; zero-- { // the digits of a script are in runs of ten, from 0
			if !unicode.Is(unicode.Nd, zero-1) || r-zero == 9 {
				return '0' + r - zero
			}
		}
	case unicode.Is(unicode.Pd, r), r == '−':
		return '-'
	case r == '٫':
		return '.'
	case r == '٬':
		return ','
	case unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// numeral is a number as programs write it.
var numeral = regexp.MustCompile(`^[-+]?(?:\d+\.?(\d*)|\.(\d+))(?:[eE][-+]?\d{1,2})?$`)

// maxAmount is the largest amount that is taken for one.
const maxAmount = "1000000000000000000"

// canonical writes a number without an exponent and without zeros at its ends; ""
// is not a number.
func canonical(s string) string {
	if !numeral.MatchString(s) {
		return ""
	}
	number, negative := strings.CutPrefix(strings.TrimPrefix(s, "+"), "-")
	mantissa, exponent, _ := strings.Cut(strings.ToLower(number), "e")
	shift, _ := strconv.Atoi(exponent) // of two digits at most, or none
	whole, decimals, _ := strings.Cut(mantissa, ".")
	digits, point := whole+decimals, len(whole)+shift
	if point < 0 {
		digits, point = strings.Repeat("0", -point)+digits, 0
	}
	if more := point - len(digits); more > 0 {
		digits += strings.Repeat("0", more)
	}
	whole, decimals = strings.TrimLeft(digits[:point], "0"), strings.TrimRight(digits[point:], "0")
	if len(whole) > len(maxAmount) || len(whole) == len(maxAmount) && whole+decimals != maxAmount {
		return ""
	}
	out := cmp.Or(whole, "0")
	if decimals != "" {
		out += "." + decimals
	}
	if negative && out != "0" {
		out = "-" + out
	}
	return out
}
