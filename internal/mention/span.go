package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// span is words: from the first to before the end.
type span struct{ first, end int }

// nameWords bounds, in words, a person's name.
const nameWords = 6

// particles stand in small letters within a person's name.
var particles = setOf("al el bin ben ibn bint abu de del della di da dos das du la le van von der den ter e y zu af ad ul ur ez es")

// namePart reports whether a word may be of a person's name.
func (r *reader) namePart(i int) bool {
	w := &r.words[i]
	if w.shape != capital && w.shape != initial && w.shape != upper || w.owner {
		return false
	}
	if r.has(i, tagOf(countries, organizations, programmes, places, heads, offices, titles, plurals, portfolios)) {
		return false
	}
	return !r.has(i, tagOf(common, peoples)) || w.shape == initial && !w.first && cyrillic(r.at(i)) || r.has(i, tagOf(given)) || r.mayBeName(i)
}

// mayBeName reports whether a common word is a part of a name all the same: a
// particle with a capital between or before others.
func (r *reader) mayBeName(i int) bool {
	return particles[r.at(i)] && !r.words[i].first && i+1 < len(r.words) && r.words[i+1].shape == capital
}

// nameAt returns the span of capitals that begins at a word, and may be a
// person's name.
func (r *reader) nameAt(i int) (s span, ok bool) {
	if !r.namePart(i) {
		return s, false
	}
	end := i + 1
	for k := i + 1; k < len(r.words) && k-i < nameWords; k++ {
		w := &r.words[k]
		if w.first || w.before&^(gapBlank|gapLine|gapHyphen|gapDot|gapMark|gapStop) != 0 || w.before&gapStop != 0 && r.words[k-1].shape != initial {
			break
		}
		if w.before&gapLine != 0 && w.before&gapBlank == 0 && r.words[k-1].end-r.words[i].start > 60 {
			break
		}
		switch {
		case r.namePart(k):
			end = k + 1
		case particles[r.at(k)] && w.shape == lower:
		case w.before&gapHyphen != 0 && w.shape == lower && w.before&gapBlank == 0 && end == k && utf8.RuneCount(r.folded[w.from:w.to]) < 8: // Kim Jong-un
			end = k + 1
		default:
			return span{i, end}, true
		}
	}
	return span{i, end}, true
}

// likely says how a span of capitals looks by its words alone: as a person's name.
func (r *reader) likely(s span) bool {
	words, capitals := 0, 0
	person, other := 0, 0
	for i := s.first; i < s.end; i++ {
		if r.words[i].shape == capital {
			capitals++
		}
		if r.words[i].shape == initial || particles[r.at(i)] {
			continue
		}
		words++
		p, o := name.Frequency(r.at(i))
		if everyday(r.at(i)) && (i == s.first || p <= o) {
			return false
		}
		person, other = person+p, other+o
	}
	if capitals == 0 || words < 2 && s.end-s.first < 2 {
		return false
	}
	if cyrillic(r.at(s.first)) {
		return words <= 4 && (r.has(s.first, tagOf(given)) || r.patronymic(s))
	}
	if kunyas[r.at(s.first)] && capitals > 1 {
		return words <= 4
	}
	head, _ := name.Frequency(r.at(s.first))
	return words <= 4 && head > 0 && person >= 4 && person > other+1
}

// kunyas begin Arabic names.
var kunyas = setOf("abu umm abd bin ibn")

// cyrillic reports whether a word is in Cyrillic letters.
func cyrillic(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Cyrillic, c)
}

// patronymic reports whether one of the words is a Russian patronymic.
func (r *reader) patronymic(s span) bool {
	for i := s.first; i < s.end; i++ {
		w := r.at(i)
		for _, tail := range []string{"ович", "евич", "ьевич", "овна", "евна", "ична"} {
			if k := strings.LastIndex(w, tail); k > 2 && len(w)-k-len(tail) <= 4 {
				return true
			}
		}
	}
	return false
}

// unknownName reports whether a single word may be a name: it is no word of names
// of firms.
func (r *reader) unknownName(i int) bool {
	w := &r.words[i]
	if w.shape != capital || utf8.RuneCount(r.folded[w.from:w.to]) < 3 {
		return false
	}
	p, o := name.Frequency(r.at(i))
	return p > o || p == 0 && o == 0 && !w.first || p > 0 && p+1 >= o
}
