package goods

import (
	"errors"
	"fmt"

	"github.com/enduse/enduse"
)

// HS is a commodity code of the Harmonized System: the six digits that all
// countries share, and perhaps national ones after them. It does not say of
// which vintage it is; see [Concordance].
type HS string

// Six returns the part that all countries share.
func (h HS) Six() string { return string(h[:6]) }

// Dotted returns the six digits as they are printed, such as 8542.31.
func (h HS) Dotted() string { return string(h[:4]) + "." + string(h[4:6]) }

// maxHSText bounds what is read as a code, in runes.
const maxHSText = 64

// ParseHS reads a field that holds one code, in any punctuation, with or without
// words around it: "8542.31", "8542 31 90 00", "HS: 854231", "ТН ВЭД 8542319000",
// and as spreadsheets damage it ("854231.0", "8.5423100E+09"). National codes have
// 8 to 12 digits. The error is an *enduse.Error with a hint.
func ParseHS(text string) (HS, error) {
	codes, _, errs := ReadHS(text)
	switch {
	case len(errs) > 0:
		return "", errs[0]
	case len(codes) > 1:
		return "", hsError(text, fmt.Sprintf("it holds %d codes", len(codes)), "give one code a field")
	case len(codes) == 0:
		return "", hsError(text, "it holds no digits", "give six digits, such as 8542.31")
	}
	return codes[0], nil
}

// oneHS checks the digits of one code.
func oneHS(text, digits string) (HS, error) {
	switch n := len(digits); {
	case n == 0:
		return "", hsError(text, "it holds no digits", "give six digits, such as 8542.31")
	case n < 5:
		return "", hsError(text, fmt.Sprintf("%d digits are a chapter or a heading: a code has six or more", n), "give the subheading, such as 8542.31")
	case n == 5 || n == 7:
		return "", hsError(text, fmt.Sprintf("a code has 6 or 8 to 12 digits, not %d", n), "did a spreadsheet take the leading zero? then it is 0"+digits)
	case n > 12:
		return "", hsError(text, fmt.Sprintf("a code has at most 12 digits, not %d", n), "give one code a field")
	}
	if c := digits[:2]; c == "00" || c == "77" {
		return "", hsError(text, "there is no chapter "+c+" in the Harmonized System", "chapters are 01 to 97, and 98 and 99 for national use; 77 is reserved")
	}
	return HS(digits), nil
}

func hsError(text, what, hint string) error {
	return &enduse.Error{Op: "HS code", Code: enduse.CodeInvalid, Subject: fmt.Sprintf("%q", clip(text)), Hint: hint, Err: errors.New(what)}
}

// clip shortens what a message quotes.
func clip(text string) string {
	if r := []rune(text); len(r) > maxHSText {
		return string(r[:maxHSText]) + "..."
	}
	return text
}
