package name

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// runeClass is what a code point is to a name.
type runeClass uint8

const (
	separator  runeClass = iota // separates words: blanks, punctuation, symbols, controls
	letter                      // L
	digit                       // Nd
	nonspacing                  // Mn
	mark                        // Mc, Me
	ignorable                   // Cf: joiners, direction marks, the soft hyphen
)

// runeClassTables has the general categories of each class.
var runeClassTables = [...]*unicode.RangeTable{letter: unicode.L, digit: unicode.Nd, nonspacing: unicode.Mn, ignorable: unicode.Cf}

// runeTable has a byte for each code point of the Basic Multilingual Plane: its class in
// the upper three bits, and the number of its script in scripts plus one, or 0, in the
// lower ones. To read it takes a tenth of the time of searching the tables of package
// unicode that it is made from.
var runeTable = sync.OnceValue(func() *[1 << 16]uint8 {
	t := new([1 << 16]uint8)
	set := func(table *unicode.RangeTable, bits uint8) {
		for _, r := range table.R16 {
			for c := uint32(r.Lo); c <= uint32(r.Hi); c += uint32(r.Stride) {
				t[c] |= bits
			}
		}
	}
	for k, table := range runeClassTables {
		if table != nil {
			set(table, uint8(k)<<5)
		}
	}
	set(unicode.Mc, uint8(mark)<<5)
	set(unicode.Me, uint8(mark)<<5)
	for i, s := range scripts {
		set(s.table, uint8(i)+1)
	}
	return t
})

// runeClassOf returns what a code point is to a name.
func runeClassOf(r rune) runeClass {
	if r>>16 == 0 {
		return runeClass(runeTable()[r] >> 5)
	}
	for k, table := range runeClassTables {
		if table != nil && unicode.Is(table, r) {
			return runeClass(k)
		}
	}
	if unicode.Is(unicode.M, r) {
		return mark
	}
	return separator
}

// isWordRune reports whether a code point is part of a word.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	k := runeClassOf(r)
	return k != separator && k != ignorable
}
