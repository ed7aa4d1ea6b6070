package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/text"
)

// PersonNames recognises the names of people by how their words are written.
type PersonNames struct{ *Tagged }

// maxPersonName bounds, in words, the name of a person.
const maxPersonName = 6

// Starting returns the words with capitals that begin at a word and may be the name of
// a person.
func (r PersonNames) Starting(i int) (s Span, ok bool) {
	if !r.isPart(i) {
		return s, false
	}
	end := i + 1
	for k := i + 1; k < len(r.Words) && k-i < maxPersonName; k++ {
		w, before := &r.Words[k], &r.Words[k-1]
		const within = text.GapBlank | text.GapLine | text.GapHyphen | text.GapDot | text.GapApostrophe | text.GapStop
		if w.First || w.Before&^within != 0 || w.Before&text.GapStop != 0 && before.Shape != text.Initial {
			break
		}
		if w.Before&text.GapLine != 0 && w.Before&text.GapBlank == 0 && before.End-r.Words[i].Start > 60 {
			break
		}
		switch {
		case r.isPart(k):
			end = k + 1
		case particles.Has(r.Folded(k)) && w.Shape == text.Lower:
		case w.Shape == text.Lower && r.isSyllable(k) && end == k: // Kim Jong-un
			end = k + 1
		default:
			return Span{i, end}, true
		}
	}
	return Span{i, end}, true
}

// isSyllable reports whether a short word follows a hyphen.
func (r PersonNames) isSyllable(k int) bool {
	before := r.Words[k].Before
	return before&text.GapHyphen != 0 && before&text.GapBlank == 0 && utf8.RuneCount(r.FoldedBytes(k)) < 8
}

// isPart reports whether a word may be part of the name of a person.
func (r PersonNames) isPart(i int) bool {
	w := &r.Words[i]
	if w.Shape != text.Capital && w.Shape != text.Initial && w.Shape != text.Upper || w.Possessive {
		return false
	}
	if r.Has(i, Countries|Organisations|Programmes|Places|Heads|OfficeNames|Titles|Plurals|Portfolios) {
		return false
	}
	if !r.Has(i, Common|Peoples) || r.Has(i, GivenNames) {
		return true
	}
	return w.Shape == text.Initial && !w.First && IsCyrillic(r.Folded(i)) || r.isParticleOfName(i)
}

// isParticleOfName reports whether a common word is part of a name all the same: a
// particle with a capital, before another word with one.
func (r PersonNames) isParticleOfName(i int) bool {
	return particles.Has(r.Folded(i)) && !r.Words[i].First && i+1 < len(r.Words) && r.Words[i+1].Shape == text.Capital
}

// IsLikely reports whether words with capitals look like the name of a person by
// themselves: their words are more frequent in names of people than elsewhere.
func (r PersonNames) IsLikely(s Span) bool {
	words, capitals := 0, 0
	person, other := 0, 0
	for i := s.First; i < s.End; i++ {
		if r.Words[i].Shape == text.Capital {
			capitals++
		}
		if r.Words[i].Shape == text.Initial || particles.Has(r.Folded(i)) {
			continue
		}
		words++
		p, o := name.Frequency(r.Folded(i))
		if everyday.Has(r.Folded(i)) && (i == s.First || p <= o) {
			return false
		}
		person, other = person+p, other+o
	}
	if capitals == 0 || words < 2 && s.End-s.First < 2 {
		return false
	}
	if IsCyrillic(r.Folded(s.First)) {
		return words <= 4 && (r.Has(s.First, GivenNames) || r.hasPatronymic(s))
	}
	if kunyas.Has(r.Folded(s.First)) && capitals > 1 {
		return words <= 4
	}
	first, _ := name.Frequency(r.Folded(s.First))
	return words <= 4 && first > 0 && person >= 4 && person > other+1
}

// hasPatronymic reports whether one of some words is a Russian patronymic.
func (r PersonNames) hasPatronymic(s Span) bool {
	for i := s.First; i < s.End; i++ {
		w := r.Folded(i)
		for _, tail := range patronymicEnding() {
			if k := strings.LastIndex(w, tail); k > 2 && len(w)-k-len(tail) <= 4 {
				return true
			}
		}
	}
	return false
}

// MayBeName reports whether a single word may be a name: it is not a word of names of
// firms.
func (r PersonNames) MayBeName(i int) bool {
	w := &r.Words[i]
	if w.Shape != text.Capital || utf8.RuneCount(r.FoldedBytes(i)) < 3 {
		return false
	}
	p, o := name.Frequency(r.Folded(i))
	return p > o || p == 0 && o == 0 && !w.First || p > 0 && p+1 >= o
}
