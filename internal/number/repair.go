package number

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// shape is what is known about the form of a kind.
type shape struct {
	digits  bool  // digits only
	checked bool  // it has a check digit, which distinguishes a repair from a guess
	padded  []int // lengths to which leading zeros are restored, which spreadsheets drop
	zeros   int   // how many zeros are restored at most
}

// shapes has the kinds whose form is known; see checkdigit.Of.
var shapes = map[enduse.IdentifierKind]shape{
	enduse.IDIMO:   {digits: true, checked: true},
	enduse.IDINN:   {digits: true, checked: true, padded: []int{10, 12}, zeros: 1},
	enduse.IDOGRN:  {digits: true, checked: true},
	enduse.IDSNILS: {digits: true, checked: true, padded: []int{11}, zeros: 2},
	enduse.IDOKPO:  {digits: true, checked: true, padded: []int{8, 10}, zeros: 1},
	enduse.IDKPP:   {padded: []int{9}, zeros: 1},
	enduse.IDDUNS:  {digits: true, padded: []int{9}, zeros: 2},
	enduse.IDMMSI:  {digits: true},
	enduse.IDLEI:   {checked: true},
	enduse.IDUSCC:  {checked: true},
	enduse.IDIBAN:  {checked: true},
	enduse.IDISIN:  {checked: true},
	enduse.IDBIC:   {},
}

// fits reports whether a number has the form and the check digit of a kind.
func fits(k enduse.IdentifierKind, s string) bool {
	if k == enduse.IDWallet {
		return isWallet(s)
	}
	if all := lengths[k]; len(all) > 0 && !slices.Contains(all, len(s)) || k == enduse.IDIBAN && strings.HasPrefix(s, "IBAN") {
		return false // a label may be in front
	}
	return checkdigit.Of(k, s) != enduse.CheckWrong
}

// lengths has how many digits or characters a number of a kind may have.
var lengths = map[enduse.IdentifierKind][]int{
	enduse.IDIMO: {7}, enduse.IDINN: {10, 12}, enduse.IDOGRN: {13, 15}, enduse.IDSNILS: {11}, enduse.IDUSCC: {18}, enduse.IDLEI: {20},
	enduse.IDBIC: {8, 11}, enduse.IDISIN: {12}, enduse.IDOKPO: {8, 10}, enduse.IDDUNS: {9}, enduse.IDMMSI: {9}, enduse.IDKPP: {9},
}

// isWallet reports whether a text is the address of a wallet: its checksum fits, or it is
// 0x and 40 digits, or a run of letters and digits as long as an address whose checksum
// is not tested.
func isWallet(s string) bool {
	if strings.HasPrefix(s, "0x") {
		return checkdigit.Of(enduse.IDWallet, s) == enduse.CheckNone
	}
	plain := strings.Trim(s, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	return plain && len(s) >= 25 && checkdigit.Of(enduse.IDWallet, s) != enduse.CheckWrong
}

// repair reads a number of a kind whose form is known: as it is, with leading zeros
// restored, or with digits for the letters that look like them. It returns false if the
// form or the check digit never fits.
func repair(k enduse.IdentifierKind, s string) (value, how string, ok bool) {
	if k == enduse.IDWallet {
		return s, "", isWallet(s)
	}
	sh, known := shapes[k]
	plain := strings.ToUpper(compact(s))
	if !known || plain == "" || strings.ContainsFunc(plain, func(r rune) bool { return r != '|' && !isAlnum(r) && latinOf[r] == 0 }) {
		return "", "", false
	}
	if fits(k, plain) {
		return plain, "", true
	}
	for _, length := range sh.padded {
		if missing := length - len(plain); missing > 0 && missing <= sh.zeros && hasDigit(plain) {
			if v := strings.Repeat("0", missing) + plain; fits(k, v) {
				return v, "zeros in front restored", true
			}
		}
	}
	if !sh.digits || sh.checked {
		for _, v := range confusables(plain, sh, k) {
			if fits(k, v) {
				return v, "characters that look alike read as those of such a number", true
			}
		}
	}
	return "", "", false
}

func isAlnum(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' }

// latinOf has the Latin capital that a Cyrillic or Greek one looks like.
var latinOf = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'І': 'I', 'Ѕ': 'S', 'Ј': 'J', 'З': '3',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
}

// toLatin writes capitals of other alphabets in the Latin ones that look the same.
func toLatin(s string) string {
	return strings.Map(func(r rune) rune {
		if l, ok := latinOf[r]; ok {
			return l
		}
		return r
	}, s)
}

// confusables returns what a number may have been before letters were taken for digits.
func confusables(s string, sh shape, k enduse.IdentifierKind) []string {
	latin := toLatin(s)
	out := []string{latin}
	if !sh.checked {
		return out
	}
	zeros := strings.ReplaceAll(latin, "O", "0")
	ones := strings.NewReplacer("I", "1", "L", "1", "|", "1").Replace(latin)
	both := strings.ReplaceAll(ones, "O", "0")
	out = append(out, zeros, ones, both)
	if sh.digits || k == enduse.IDUSCC { // no such letters are used there
		out = append(out, strings.NewReplacer("S", "5", "Z", "2", "B", "8").Replace(both), strings.NewReplacer("S", "5", "Z", "2").Replace(both))
	}
	return out
}
