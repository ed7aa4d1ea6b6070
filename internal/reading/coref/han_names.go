package coref

import (
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/lexicon"
	"github.com/enduse/enduse/internal/reading/text"
)

// hanNames recognises the names of people in Chinese.
type hanNames struct {
	*entity.Tagged
	office entity.Offices
}

// notInName are characters that end a name, or do not follow one.
var notInName = lexicon.NewWordSet("not_in_name")

// nameAt returns the name that begins at a word, with the office of the person: a name after
// an office, in front of one, or one with a dot.
func (h hanNames) nameAt(i int) (s entity.Span, o entity.Office, ok bool) {
	if s, ok := h.foreign(i); ok {
		if s = h.afterOffice(s); s.First > i {
			return s, o, false // it is read there
		}
		o, _, _ := h.office.Before(i)
		if o.Text == "" {
			o, _ = h.office.After(s.End)
		}
		return s, o, true
	}
	if h.Has(i, entity.OfficeNames|entity.Countries|entity.Organisations) {
		return s, o, false
	}
	if o, _, before := h.office.Before(i); before {
		n := h.lengthAfterOffice(i)
		return entity.Span{First: i, End: i + n}, o, n > 0
	}
	if !h.Has(i, entity.Surnames) || h.Has(i, entity.Verbs|entity.Common|entity.Places) {
		return s, o, false
	}
	for n := 2; n <= 3 && i+n < len(h.Words) && h.areOfName(i, n); n++ {
		if h.Words[i+n].Before != 0 {
			continue
		}
		s := entity.Span{First: i, End: i + n}
		if _, ok := h.Starting(entity.OfficeNames, i+n); ok {
			o, _ := h.office.After(i + n)
			return s, o, true
		}
		if _, ok := h.Starting(entity.Titles, i+n); ok {
			return s, entity.Office{}, true
		}
	}
	return s, o, false
}

// isForeign reports whether a foreign name begins at a word.
func (h hanNames) isForeign(i int) bool {
	_, ok := h.foreign(i)
	return ok
}

// foreign returns the foreign name that begins at a word: parts with a dot between them.
func (h hanNames) foreign(i int) (s entity.Span, ok bool) {
	if i > 0 && h.Words[i].Shape == text.Han && h.Words[i].Before == 0 {
		known := h.Has(i-1, entity.OfficeNames|entity.Organisations|entity.Countries|entity.Titles|entity.Verbs)
		if !known && !entity.EndsHanName(h.Folded(i-1)) {
			return s, false
		}
	}
	dots, end, part := 0, i+1, 1
	for end < len(h.Words) && end-i < 16 && h.Words[end].Shape == text.Han {
		switch b := h.Words[end].Before; {
		case b == text.GapHyphen:
			dots++
			part = 0
		case b != 0:
			return entity.Span{First: i, End: end}, dots > 0
		case part >= 1 && dots > 0 && (h.Has(end, entity.Verbs) || notInName.Has(h.Folded(end))):
			return entity.Span{First: i, End: end}, true
		case part >= 6:
			return s, false
		}
		part++
		end++
	}
	return entity.Span{First: i, End: end}, dots > 0
}

// afterOffice returns a foreign name without the office that is joined to its first
// part.
func (h hanNames) afterOffice(s entity.Span) entity.Span {
	for k := s.First + 1; k < s.End && h.Words[k].Before == 0; k++ {
		if h.Has(k-1, entity.OfficeNames|entity.Titles) && !h.Has(k, entity.OfficeNames|entity.Titles) {
			s.First = k
		}
	}
	return s
}

// lengthAfterOffice returns how many characters a name after an office has: up to a
// verb, a mark or a character that ends a name; 0 if that is not known.
func (h hanNames) lengthAfterOffice(i int) int {
	longest, surname := 6, h.Has(i, entity.Surnames)
	if surname {
		longest = 4
	}
	if h.Has(i, entity.Verbs) || notInName.Has(h.Folded(i)) && !surname {
		return 0
	}
	n := 1
	for ; i+n < len(h.Words) && n <= longest; n++ {
		w := &h.Words[i+n]
		if w.Shape != text.Han || w.Before != 0 || w.First || h.Has(i+n, entity.Verbs|entity.Countries) || notInName.Has(h.Folded(i+n)) {
			break
		}
	}
	if n < 2 || n > longest {
		return 0
	}
	return n
}

// areOfName reports whether characters are next to each other, and none is of another
// kind of word.
func (h hanNames) areOfName(i, n int) bool {
	const others = entity.Verbs | entity.OfficeNames | entity.Countries | entity.Organisations | entity.Places | entity.Common
	for k := i; k < i+n; k++ {
		w := &h.Words[k]
		if w.Shape != text.Han || k > i && w.Before != 0 || h.Has(k, others) || entity.EndsHanName(h.Folded(k)) {
			return false
		}
	}
	return true
}
