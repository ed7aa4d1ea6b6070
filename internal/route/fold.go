package route

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold writes a name so that case, marks, punctuation and spaces do not matter,
// nor which of two codes a Persian or an Arabic letter has.
func fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.M, r), unicode.Is(unicode.Cf, r), r == '\'', r == '’', r == 'ʹ', r == '`':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(plainLetter(unicode.ToLower(r)))
		default:
			space = true
		}
	}
	return norm.NFC.String(b.String()) // Hangul is taken apart by NFKD
}

func plainLetter(r rune) rune {
	switch r {
	case 'ı':
		return 'i'
	case 'ł':
		return 'l'
	case 'ø':
		return 'o'
	case 'ی', 'ى':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ة':
		return 'ه'
	}
	return r
}

// lexicon are the words around the names of places.
type lexicon struct {
	before, after map[string]bool // of streets and houses: "rue de" Téhéran, Tehran "Street"
	label, tail   []string        // that do not change a place: "port of", "city"; the longest first
	states        map[string]Location
}

var lexica = sync.OnceValue(func() lexicon {
	l := lexicon{before: map[string]bool{}, after: map[string]bool{}, states: map[string]Location{}}
	for _, r := range readTable("words.csv") {
		for w := range strings.SplitSeq(r[1], "|") {
			key := fold(w)
			switch r[0] {
			case "before":
				l.before[key] = true
			case "after":
				l.after[key] = true
			case "label":
				l.label = append(l.label, key)
			case "tail":
				l.tail = append(l.tail, key)
			default: // a state of a country, by name or by its code in capitals
				c := ofCountry(enduseCountry(r[0]))
				if w != strings.ToUpper(w) {
					w = key
				}
				l.states[w] = c
			}
		}
	}
	longest := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(l.label, longest)
	slices.SortStableFunc(l.tail, longest)
	return l
})

// maxNameWords is the most words that the name of a place has.
const maxNameWords = 7

// bare returns the folded words of a part of an address without labels, words
// like "city" and postal codes. A short number at the end is that of a house: then
// the part is a street, and nothing is returned.
func bare(part string) []string {
	words := strings.Fields(fold(part))
	if len(words) > 12 {
		return nil
	}
	kept := words[:0:0]
	for i, w := range words {
		switch {
		case !strings.ContainsAny(w, "0123456789"):
			kept = append(kept, w)
		case len(kept) > 0 && i == len(words)-1 && len(w) < 4:
			return nil
		}
	}
	return unlabelled(kept)
}

// unlabelled takes labels off both ends, and leaves a word in any case.
func unlabelled(words []string) []string {
	l := lexica()
	for again := true; again && len(words) > 1; {
		again = false
		text := strings.Join(words, " ")
		if _, known := byKey(text); known {
			return words
		}
		for _, w := range l.label {
			if rest, ok := strings.CutPrefix(text, w+" "); ok && !again {
				words, again = strings.Fields(rest), true
			}
		}
		for _, w := range l.tail {
			if rest, ok := strings.CutSuffix(text, " "+w); ok && !again {
				words, again = strings.Fields(rest), true
			}
		}
	}
	return words
}
