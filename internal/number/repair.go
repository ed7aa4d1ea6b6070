package number

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// shape says what is known of the form of a kind.
type shape struct {
	digits  bool  // digits only
	checked bool  // it has a check digit, which tells a repair from a guess
	padded  []int // lengths to which zeros in front, which spreadsheets drop, are restored
	zeros   int   // how many of them
}

// shapes are the kinds whose form is known; see checkdigit.Of.
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
		return wallet(s)
	}
	if all := lengths[k]; len(all) > 0 && !slices.Contains(all, len(s)) || k == enduse.IDIBAN && strings.HasPrefix(s, "IBAN") {
		return false // a label may be in front
	}
	return checkdigit.Of(k, s) != enduse.CheckWrong
}

// lengths are how many digits or characters a number of a kind has.
var lengths = map[enduse.IdentifierKind][]int{
	enduse.IDIMO: {7}, enduse.IDINN: {10, 12}, enduse.IDOGRN: {13, 15}, enduse.IDSNILS: {11}, enduse.IDUSCC: {18}, enduse.IDLEI: {20},
	enduse.IDBIC: {8, 11}, enduse.IDISIN: {12}, enduse.IDOKPO: {8, 10}, enduse.IDDUNS: {9}, enduse.IDMMSI: {9}, enduse.IDKPP: {9},
}

// wallet reports whether a text is the address of a wallet: one whose checksum fits,
// 0x and 40 digits, or a run of letters and digits as long as one of the kinds that
// are not tested.
func wallet(s string) bool {
	if strings.HasPrefix(s, "0x") {
		return checkdigit.Of(enduse.IDWallet, s) == enduse.CheckNone
	}
	plain := strings.Trim(s, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	return plain && len(s) >= 25 && checkdigit.Of(enduse.IDWallet, s) != enduse.CheckWrong
}

// repair reads a number of a kind whose form is known: as it is, with zeros in front
// restored, with digits for the letters that look like them. It is false if the form
// or the check digit never fits.
func repair(k enduse.IdentifierKind, s string) (value, how string, ok bool) {
	if k == enduse.IDWallet {
		return s, "", wallet(s)
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
		for _, v := range lookAlikes(plain, sh, k) {
			if fits(k, v) {
				return v, "characters that look alike read as those of such a number", true
			}
		}
	}
	return "", "", false
}

func isAlnum(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' }

// latinOf are capitals of Cyrillic and Greek that look like Latin ones.
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

// lookAlikes are what a number may have been before letters were taken for digits.
func lookAlikes(s string, sh shape, k enduse.IdentifierKind) []string {
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
