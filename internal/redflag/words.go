package redflag

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
)

// fold writes a text so that case, marks and punctuation do not matter, with a
// space at both ends.
func fold(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	gap := true
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
			gap = false
		case !gap:
			b.WriteByte(' ')
			gap = true
		}
	}
	if !gap {
		b.WriteByte(' ')
	}
	return b.String()
}

// anyWord reports whether a text holds one of the words or phrases as whole
// words; in scripts without spaces, anywhere.
func anyWord(text string, words any) bool {
	folded := fold(text)
	for _, w := range texts(words) {
		key := fold(w)
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			key = strings.TrimSpace(key)
		}
		if strings.TrimSpace(key) != "" && strings.Contains(folded, key) {
			return true
		}
	}
	return false
}

// texts reads a list of an expression.
func texts(v any) (all []string) {
	switch l := v.(type) {
	case []string:
		return l
	case []any:
		for _, e := range l {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
	case string:
		return []string{l}
	}
	return all
}

// sameName reports whether two names are equal but for case, marks and
// punctuation; two empty names are not.
func sameName(a, b string) bool {
	x := fold(a)
	return strings.TrimSpace(x) != "" && x == fold(b)
}

// SameGoods reports whether a purchase is of the goods of an item: the same part
// number, or the same first six digits of one of its HS codes.
func SameGoods(hs, mpn string, it enduse.Item) bool {
	if sameName(mpn, it.MPN) {
		return true
	}
	ours := sixes(it.HS)
	return slices.ContainsFunc(sixes(hs), func(six string) bool { return slices.Contains(ours, six) })
}

// sixes returns the first six digits of each code of a field, as package goods
// reads it.
func sixes(hs string) (all []string) {
	codes, _, _ := goods.ReadHS(hs)
	for _, c := range codes {
		if !slices.Contains(all, c.Six()) {
			all = append(all, c.Six())
		}
	}
	return all
}

// chapters returns the chapters of the codes of a field.
func chapters(hs string) (all []string) {
	for _, six := range sixes(hs) {
		if !slices.Contains(all, six[:2]) {
			all = append(all, six[:2])
		}
	}
	return all
}

// codesOf writes the codes of a field in digits, divided by semicolons; "" where
// none can be read.
func codesOf(hs string) string {
	codes, _, _ := goods.ReadHS(hs)
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return strings.Join(all, "; ")
}
