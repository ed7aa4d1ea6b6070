package intake

import (
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
)

// numbered is a number and what kind it is.
type numbered struct {
	kind    enduse.IdentifierKind
	value   string
	country enduse.Country // that the number itself names
}

// generic are the kinds of columns in which people write numbers of any
// register.
var generic = []enduse.IdentifierKind{enduse.IDOther, enduse.IDTax, enduse.IDRegistration}

// numbers takes a cell apart: several numbers, each perhaps with the name of its
// kind in front. Where that cannot be, the cell stays as it is.
func numbers(kind enduse.IdentifierKind, text string, home []enduse.Country) []numbered {
	pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",/;|\n，；、", r) })
	if len(pieces) < 2 || kind == enduse.IDWallet {
		return []numbered{single(kind, text, home)}
	}
	var out []numbered
	for _, p := range pieces {
		n, ok := piece(kind, strings.TrimSpace(p))
		if !ok {
			return []numbered{single(kind, text, home)}
		}
		out = append(out, n)
	}
	return out
}

// piece tells one of several numbers in a cell by its label, by its check digit,
// or by its place: a KPP stands behind an INN.
func piece(kind enduse.IdentifierKind, text string) (numbered, bool) {
	if k, rest, ok := labelled(kind, text); ok {
		return numbered{kind: k, value: rest}, true
	}
	kinds := []enduse.IdentifierKind{kind, enduse.IDKPP}
	if slices.Contains(generic, kind) {
		kinds = []enduse.IdentifierKind{enduse.IDINN, enduse.IDOGRN, enduse.IDKPP}
	}
	for _, k := range kinds {
		form := enduse.CheckDigit(k, text)
		if form == enduse.CheckValid || k == enduse.IDKPP && form != enduse.CheckWrong {
			return numbered{kind: k, value: text}, true
		}
	}
	return numbered{}, false
}

// single reads a cell of one number: without the name of its kind, and without
// the code of its country in front.
func single(kind enduse.IdentifierKind, text string, home []enduse.Country) numbered {
	n := numbered{kind: kind, value: text}
	if k, rest, ok := labelled(kind, text); ok {
		n.kind, n.value = k, rest
	}
	switch n.kind {
	case enduse.IDINN, enduse.IDOGRN:
		if rest, ok := cutFold(n.value, "RU"); ok && enduse.CheckDigit(n.kind, rest) == enduse.CheckValid {
			n.value, n.country = rest, "RU"
		}
	case enduse.IDTax:
		if c, rest, ok := vat(n.value); ok {
			n.value, n.country = rest, c
		} else if rest, _ := cutFold(n.value, "RU"); enduse.CheckDigit(enduse.IDINN, rest) == enduse.CheckValid && (rest != n.value || slices.Contains(home, "RU")) {
			n = numbered{enduse.IDINN, rest, "RU"}
		}
	default:
	}
	return n
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return strings.TrimLeft(s[len(prefix):], " -"), true
	}
	return s, false
}

// labelled cuts the name of a kind off the front of a number: "ИНН 7707083893",
// "TIN: 123". With no sign between, the number must have the check digit of the
// kind that is named: the letters of TIN12 may belong to it.
func labelled(kind enduse.IdentifierKind, text string) (enduse.IdentifierKind, string, bool) {
	for _, at := range cuts(text) {
		k, ok := dict().idents[fold(text[:at])]
		rest := strings.TrimLeft(text[at:], " \t\u00a0.:#№-–=")
		if !ok || len(rest) < 4 {
			continue
		}
		apart := rest != text[at:]
		if apart || enduse.CheckDigit(k, rest) == enduse.CheckValid {
			return narrower(k, kind), rest, true
		}
	}
	return kind, text, false
}

// narrower keeps the column's kind where the label says less: a TIN in a column
// of INN.
func narrower(label, column enduse.IdentifierKind) enduse.IdentifierKind {
	if slices.Contains(generic, label) && !slices.Contains(generic, column) {
		return column
	}
	return label
}

// cuts are the places where a label may end, the last first: before a colon, a
// space, a sign for a number, and the first digit.
func cuts(text string) (out []int) {
	for i, r := range text {
		if len(out) > 8 || i > 60 {
			break
		}
		digit := unicode.IsDigit(r)
		if i > 0 && (digit || unicode.IsSpace(r) || strings.ContainsRune(":#№-=", r)) {
			out = append(out, i)
		}
		if digit {
			break
		}
	}
	slices.Reverse(out)
	return out
}
