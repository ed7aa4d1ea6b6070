package name

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// kind is what a code point is to a name.
type kind uint8

const (
	between    kind = iota // parts words: blanks, punctuation, symbols, controls
	letter                 // L
	digit                  // Nd
	nonspacing             // Mn
	mark                   // Mc, Me
	unseen                 // Cf: joiners, direction marks, the soft hyphen
)

// kinds has the general categories that each kind stands for.
var kinds = [...]*unicode.RangeTable{letter: unicode.L, digit: unicode.Nd, nonspacing: unicode.Mn, unseen: unicode.Cf}

// traits has a byte for each code point of the Basic Multilingual Plane: its
// kind in the upper three bits; below, the number of its script in scripts plus
// one, or 0. Reading it takes a tenth of the time of searching the tables of
// package unicode that it is made of.
var traits = sync.OnceValue(func() *[1 << 16]uint8 {
	t := new([1 << 16]uint8)
	set := func(table *unicode.RangeTable, bits uint8) {
		for _, r := range table.R16 {
			for c := uint32(r.Lo); c <= uint32(r.Hi); c += uint32(r.Stride) {
				t[c] |= bits
			}
		}
	}
	for k, table := range kinds {
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

// kindOf returns what a code point is to a name.
func kindOf(r rune) kind {
	if r>>16 == 0 {
		return kind(traits()[r] >> 5)
	}
	for k, table := range kinds {
		if table != nil && unicode.Is(table, r) {
			return kind(k)
		}
	}
	if unicode.Is(unicode.M, r) {
		return mark
	}
	return between
}

// ofWord reports whether a code point is part of a word.
func ofWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	k := kindOf(r)
	return k != between && k != unseen
}
