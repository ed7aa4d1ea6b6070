package entity

import (
	"strings"
	"unicode"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/text"
)

// grade is how surely words of a text are a listed name.
type grade uint8

const (
	nothing  grade = iota // too common to say anything
	possible              // they may be the listed name or another's
	certain
)

// grader grades words of a text that are the words of a listed name.
type grader struct {
	*Tagged
	anchors *anchors
}

// What makes a single word without support worth a look: it is in few names, and has
// this many bytes. A long one may be in more: listed names are on several lists, and
// the table of names was counted from these too.
const (
	minSingle     = 7
	minLongSingle = 10
	// minSupported is how many bytes a single word with support must have.
	minSupported = 5
)

// minBits is the information that the words of a name must have together if none of
// them is rare.
const minBits = 10

// grade grades words that are those of a listed name. A single word counts by what
// supports it, or by being in no other name; several count if one is rare, if they are
// a person's, or if they are written as they are listed.
func (s grader) grade(w window) grade {
	x := distinctivenessOf(s.Tagged, w.Span)
	if x.words == 0 {
		return certainIf(x.chars >= 3 && !s.isTagged(w.Span))
	}
	letters := x.caps && x.words > 1 && s.hasSameLetters(w)
	if s.isTagged(w.Span) {
		switch {
		case !letters || s.isOnePhrase(w.Span):
			return nothing
		case s.isDistinct(w.Span, x):
			return certain
		}
		return possible
	}
	exact := s.isExact(w)
	if s.hasLabel(w.Span) {
		x.caps = true // a paper may be typed in small letters
	}
	switch {
	case x.words == 1 && (s.isSupported(w.Span, x) || exact && w.End-w.First >= 2):
		return certain
	case x.words == 1:
		return s.gradeSingle(w, x)
	case exact:
		return certainIf(x.caps || x.rare > 0)
	case !x.caps:
		return nothing
	case x.rare > 0 || x.people == x.words || x.bits >= minBits && (x.people > 0 || x.bits >= minBits+4):
		return certain
	case letters && s.isDistinct(w.Span, x):
		return certain
	case letters:
		return possible
	}
	return nothing
}

// gradeSingle grades a single word that nothing supports.
func (s grader) gradeSingle(w window, x distinctiveness) grade {
	n := s.Words[w.End-1].End - s.Words[w.First].Start
	rare := n >= minSingle && x.least < maxRare || n >= minLongSingle && x.least <= maxRare+2 && x.people == 0
	if x.caps && rare && !s.hasEnglish(w.Span) {
		return possible
	}
	return nothing
}

func certainIf(is bool) grade {
	if is {
		return certain
	}
	return nothing
}

// isDistinct reports whether a name that is written as listed is not likely to occur by
// chance: it has a legal form, three words, or one that is not of everyday English.
func (s grader) isDistinct(at Span, x distinctiveness) bool {
	return x.legal || x.words > 2 || s.hasOwnWord(at)
}

// hasOwnWord reports whether one of some words is neither of everyday English nor a
// place.
func (s grader) hasOwnWord(at Span) bool {
	for i := at.First; i < at.End; i++ {
		w := s.Folded(i)
		if !name.IsEnglish(w) && !particles.Has(w) && !linking.Has(w) && !s.Has(i, Countries|Peoples|Places) && !everyday.Has(w) {
			return true
		}
	}
	return false
}

// hasEnglish reports whether a word of everyday language is among words.
func (s grader) hasEnglish(at Span) bool {
	for i := at.First; i < at.End; i++ {
		if name.IsEnglish(s.Folded(i)) {
			return true
		}
	}
	return false
}

// isOnePhrase reports whether words are, as a whole, one phrase of the lexicon: a
// country, a programme, an organisation of states.
func (s grader) isOnePhrase(at Span) bool {
	for _, t := range []Table{Countries, Peoples, Places, Programmes} {
		if s.isPhrase(at, t) {
			return true
		}
	}
	return false
}

// hasSameLetters reports whether words have the letters of a name as it is listed,
// whatever their case, the marks between them and what may be left out. The legal form
// may not be left out if the other words are everyday ones.
func (s grader) hasSameLetters(w window) bool {
	listed := text.Cut(s.anchors.text[w.name], "")
	if coreLetters(listed, 0, len(listed.Words)) != coreLetters(s.Text, w.First, w.End) {
		return false
	}
	if distinctivenessOf(s.Tagged, w.Span).legal || s.hasOwnWord(w.Span) {
		return true
	}
	return name.LettersOf(s.Between(w.First, w.End)) == name.LettersOf(listed.Raw)
}

// coreLetters returns the letters of words that may not be left out of a name.
func coreLetters(t *text.Text, first, end int) string {
	var out []byte
	for i := first; i < end; i++ {
		if flagOf(t, i)&optional == 0 {
			out = append(out, t.FoldedBytes(i)...)
		}
	}
	return string(out)
}

// isExact reports whether words are a name as it is listed. If there are only capitals,
// or the label of a trade paper is in front, case does not count.
func (s grader) isExact(w window) bool {
	surface, listed := s.Between(w.First, w.End), withoutMarks(s.anchors.text[w.name])
	if surface == listed {
		return true
	}
	return strings.EqualFold(onOneLine(surface), listed) && (strings.IndexFunc(surface, unicode.IsLower) < 0 || s.hasLabel(w.Span))
}

// withoutMarks returns a listed name without the marks around it, which no word has.
func withoutMarks(listed string) string { return strings.Trim(listed, ` .,;:"'’”“()[]«»`) }

// hasLabel reports whether a label such as "CONSIGNEE:" is right in front of words.
func (s grader) hasLabel(at Span) bool {
	if at.First == 0 || s.Words[at.First].Before&text.GapHard == 0 {
		return false
	}
	between := s.Raw[s.Words[at.First-1].End:s.Words[at.First].Start]
	return strings.ContainsAny(between, ":：=") && labels.Has(s.Folded(at.First-1))
}

// isTagged reports whether words are, as a whole, a country, a programme or a place.
func (s grader) isTagged(at Span) bool {
	for i := at.First; i < at.End; i++ {
		if !s.Has(i, Countries|Peoples|Places|Programmes|Common) && !linking.Has(s.Folded(i)) {
			return false
		}
	}
	return true
}

// isSupported reports whether a single word has what makes it a name: it is rare, and a
// legal form, a word for a ship or a firm, or a label is next to it.
func (s grader) isSupported(at Span, x distinctiveness) bool {
	if s.isPhrase(at, Organisations) {
		return true
	}
	label := s.hasLabel(at)
	if x.rare == 0 || !x.caps && !label || x.least > maxRare || s.Words[at.End-1].End-s.Words[at.First].Start < minSupported {
		return false
	}
	if x.legal || label {
		return true
	}
	for i := max(0, at.First-3); i < min(len(s.Words), at.End+4); i++ {
		if i >= at.First && i < at.End || i > at.First && s.Words[i].First {
			continue
		}
		if besideAName.Has(s.Folded(i)) || i == at.End && legalForms.Has(s.Folded(i)) {
			return true
		}
	}
	return false
}
