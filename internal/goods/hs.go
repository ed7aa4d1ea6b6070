package goods

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
)

// HS is a commodity code of the Harmonized System: the six digits that all
// countries share, and perhaps national ones behind them. It does not say of
// which vintage it is; see [Concordance].
type HS string

// Six returns the part that all countries share.
func (h HS) Six() string { return string(h[:6]) }

// Dotted returns the six digits as they are printed, such as 8542.31.
func (h HS) Dotted() string { return string(h[:4]) + "." + string(h[4:6]) }

// maxHSText bounds what is read as a code, in runes.
const maxHSText = 64

// ParseHS reads a code in any punctuation, with or without a word before it:
// "8542.31", "8542 31 90 00", "HS: 854231", "ТН ВЭД 8542319000". National codes
// have 8 to 12 digits. The error is an *enduse.Error with a hint.
func ParseHS(text string) (HS, error) {
	digits, err := hsDigits(text)
	if err != nil {
		return "", hsError(text, err.Error(), "give six digits, such as 8542.31, or the national code")
	}
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

// hsDigits takes the digits out of a code. Words stand only before them.
func hsDigits(text string) (string, error) {
	text = strings.TrimSpace(text)
	if len([]rune(text)) > maxHSText {
		return "", fmt.Errorf("it is longer than %d characters", maxHSText)
	}
	if whole, ok := strings.CutSuffix(text, ".0"); ok && !strings.Contains(whole, ".") {
		text = whole // a number as a spreadsheet writes it
	}
	var b strings.Builder
	for _, r := range text {
		switch d, ok := digit(r); {
		case ok:
			b.WriteByte(d)
		case unicode.IsLetter(r) && b.Len() == 0, isPunctuation(r):
		case unicode.IsLetter(r):
			return "", errors.New("it has letters among its digits")
		default:
			return "", fmt.Errorf("%q does not belong into a code", r)
		}
	}
	return b.String(), nil
}

// digit reads an ASCII or a full-width digit.
func digit(r rune) (byte, bool) {
	if r >= '０' && r <= '９' {
		r -= '０' - '0'
	}
	return byte(r), r >= '0' && r <= '9'
}

// isPunctuation reports what may stand between the digits of one code. What
// divides two codes does not.
func isPunctuation(r rune) bool {
	return unicode.IsSpace(r) && r != '\n' || strings.ContainsRune(".,:-–_/'\"()[]#·．：", r) || r == '\u00ad'
}

// splitCodes divides a field that holds several codes.
func splitCodes(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";|\n；、", r) })
	out := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
