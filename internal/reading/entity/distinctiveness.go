package entity

import (
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/text"
)

// distinctiveness is how well the words of a name distinguish it: how many there are,
// and how rare.
type distinctiveness struct {
	words  int     // other than legal forms and particles
	rare   int     // words that are in few names
	people int     // words that are in names of people rather than of firms
	least  int     // the logarithm of how common the rarest word is
	legal  bool    // there is a legal form
	caps   bool    // each word begins with a capital
	chars  int     // characters of Chinese
	bits   float64 // the information of all words
}

// maxRare is the logarithm of how many names a rare word may be in.
const maxRare = 3

// distinctivenessOf weighs words of a text.
func distinctivenessOf(r *Tagged, s Span) (x distinctiveness) {
	x.least, x.caps = 99, true
	for i := s.First; i < s.End; i++ {
		w := &r.Words[i]
		word := r.Folded(i)
		particle, link := particles.Has(word), linking.Has(word)
		switch {
		case w.Shape == text.Han:
			x.chars++
			continue
		case legalForms.Has(word):
			x.legal = true
			continue
		case (particle || link) && w.Shape == text.Lower || link && !particle || w.Possessive:
			continue
		}
		if w.Shape == text.Lower && w.Before != text.GapHyphen && w.Before != text.GapApostrophe {
			x.caps = false
		}
		x.add(r, i, word)
	}
	return x
}

// add weighs a word.
func (x *distinctiveness) add(r *Tagged, i int, word string) {
	p, o := name.Frequency(word)
	often := max(p, o)
	if n := utf8.RuneCountInString(word); n < 3 || r.Words[i].Shape == text.Digits {
		often = max(often, 6)
	}
	if r.Has(i, Common|Heads|OfficeNames|Titles|Plurals|GoodsWords|Verbs|Countries|Peoples|Places) {
		often = max(often, 8)
	} else if everyday.Has(word) {
		often = max(often, 7)
	}
	x.words++
	if often <= maxRare {
		x.rare++
	}
	if p > o {
		x.people++
	}
	x.least = min(x.least, often)
	x.bits += float64(max(0, 12-often))
}
