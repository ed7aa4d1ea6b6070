package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// strength is what the words of a name tell: how many there are, and how rare.
type strength struct {
	words  int     // that are no legal form and no particle
	rare   int     // that are in few names
	people int     // that are names of people rather than of firms
	least  int     // the logarithm of how common the rarest is
	legal  bool    // has a legal form
	caps   bool    // begins each word with a capital
	chars  int     // characters, of Chinese
	bits   float64 // that the words tell together
}

// rarest is the logarithm of how many names a word may be in and still tell them
// apart.
const rarest = 3

// strengthOf weighs words of the text.
func (r *reader) strengthOf(s span) (x strength) {
	x.least, x.caps = 99, true
	for i := s.first; i < s.end; i++ {
		w := &r.words[i]
		word := r.at(i)
		switch {
		case w.shape == han:
			x.chars++
			continue
		case legalTails[word]:
			x.legal = true
			continue
		case (particles[word] || linking[word]) && w.shape == lower || linking[word] && !particles[word] || w.owner:
			continue
		}
		if w.shape == lower && w.before != gapHyphen && w.before != gapMark {
			x.caps = false
		}
		x.words++
		r.weigh(&x, i, word)
	}
	return x
}

// weigh adds a word.
func (r *reader) weigh(x *strength, i int, word string) {
	p, o := name.Frequency(word)
	often := max(p, o)
	if n := utf8.RuneCountInString(word); n < 3 || r.words[i].shape == digits {
		often = max(often, 6)
	}
	if r.has(i, tagOf(common, heads, offices, titles, plurals, leads, verbs, countries, peoples, places)) {
		often = max(often, 8)
	} else if everyday(word) {
		often = max(often, 7)
	}
	if often <= rarest {
		x.rare++
	}
	if p > o {
		x.people++
	}
	x.least = min(x.least, often)
	x.bits += float64(max(0, 12-often))
}

// grade is how well words of a text tell that they are a listed name.
type grade uint8

const (
	nothing grade = iota // too common to say anything
	namely               // they may be the listed name or another's
	clearly
)

// grade weighs words that are those of a listed name. A single word tells by its
// support, or by being in no other name; several tell where one is rare, where they
// are a person's, or where they are written as they are listed.
func (s *search) grade(w window) grade {
	x := s.strengthOf(w.span)
	if x.words == 0 {
		return graded(x.chars >= 3 && !s.tagged(w.span))
	}
	letters := x.caps && x.words > 1 && s.sameLetters(w)
	if s.tagged(w.span) {
		switch {
		case !letters || s.named(w.span):
			return nothing
		case s.distinct(w.span, x):
			return clearly
		}
		return namely
	}
	exact := s.exactly(w)
	if s.labelled(w.span) {
		x.caps = true // a paper may be typed in small letters
	}
	switch {
	case x.words == 1 && (s.supported(w.span, x) || exact && w.end-w.first >= 2):
		return clearly
	case x.words == 1:
		if n := s.bytes(w.span); x.caps && !s.english(w.span) && (n >= telling && x.least < rarest || n >= long && x.least <= rarest+2 && x.people == 0) {
			return namely
		}
		return nothing
	case exact:
		return graded(x.caps || x.rare > 0)
	case !x.caps:
		return nothing
	case x.rare > 0 || x.people == x.words || x.bits >= enough && (x.people > 0 || x.bits >= enough+4):
		return clearly
	case letters && s.distinct(w.span, x):
		return clearly
	case letters:
		return namely
	}
	return nothing
}

// distinct reports whether a name as listed is not met by chance: it has a legal
// form, three words, or one that is not of everyday English.
func (s *search) distinct(at span, x strength) bool {
	return x.legal || x.words > 2 || s.ownWord(at)
}

// ownWord reports whether one of some words is neither of everyday English nor a
// place.
func (s *search) ownWord(at span) bool {
	for i := at.first; i < at.end; i++ {
		if w := s.at(i); !name.IsEnglish(w) && !particles[w] && !linking[w] && !s.has(i, tagOf(countries, peoples, places)) && !everyday(w) {
			return true
		}
	}
	return false
}

func graded(is bool) grade {
	if is {
		return clearly
	}
	return nothing
}

// What makes a single word without support worth a look: it is in few names, and of
// so many bytes. A long one may be in more: those that are listed are in several
// lists, from which the table of names was counted too.
const (
	telling = 7
	long    = 10
)

// english reports whether a word of a language that people write is among words.
func (s *search) english(at span) bool {
	for i := at.first; i < at.end; i++ {
		if name.IsEnglish(s.at(i)) {
			return true
		}
	}
	return false
}

// bytes is how long words are.
func (r *reader) bytes(at span) int { return r.words[at.end-1].end - r.words[at.first].start }

// named reports whether words are, as a whole, one phrase of the tables: a country,
// a programme, an organisation of states.
func (s *search) named(at span) bool {
	for _, tab := range []table{countries, peoples, places, programmes} {
		if f, ok := s.starting(tab, at.first); ok && f.end == at.end {
			return true
		}
	}
	return false
}

// sameLetters reports whether words have the letters of a name as it is listed,
// whatever their case, the marks between them and what may be left out: not the
// legal form, where the rest is words that anybody writes.
func (s *search) sameLetters(w window) bool {
	listed := cut(s.anchors.text[w.name], "")
	if string(listed.core(0, len(listed.words))) != string(s.core(w.first, w.end)) {
		return false
	}
	return s.strengthOf(w.span).legal || s.ownWord(w.span) || name.LettersOf(s.span(w.first, w.end)) == name.LettersOf(listed.raw)
}

// core is the letters of words that may not be left out of a name.
func (t *text) core(first, end int) (out []byte) {
	for i := first; i < end; i++ {
		if w := &t.words[i]; t.flagOf(i)&optional == 0 {
			out = append(out, t.folded[w.from:w.to]...)
		}
	}
	return out
}

// exactly reports whether words are a name as it is listed. Where there are only
// capitals, or a label of a trade paper stands in front, case says nothing.
func (s *search) exactly(w window) bool {
	surface, listed := s.span(w.first, w.end), bare(s.anchors.text[w.name])
	if surface == listed {
		return true
	}
	return strings.EqualFold(plain(surface), listed) && (strings.IndexFunc(surface, unicode.IsLower) < 0 || s.labelled(w.span))
}

// labelled reports whether a label such as "CONSIGNEE:" stands right in front of
// words.
func (s *search) labelled(at span) bool {
	return at.first > 0 && s.words[at.first].before&gapHard != 0 && strings.ContainsAny(s.raw[s.words[at.first-1].end:s.words[at.first].start], ":：=") && wordSets()["labels"][s.at(at.first-1)]
}

// enough is what the words of a name must tell together, in bits, where none of
// them is rare.
const enough = 10

// bare is a listed name without the marks around it, which no word holds.
func bare(listed string) string { return strings.Trim(listed, ` .,;:"'’”“()[]«»`) }

// tagged reports whether words are, as a whole, a country, a programme or a place.
func (s *search) tagged(at span) bool {
	for i := at.first; i < at.end; i++ {
		if !s.has(i, tagOf(countries, peoples, places, programmes)) && !s.has(i, tagOf(common)) && !linking[s.at(i)] {
			return false
		}
	}
	return true
}

// shortest is how many bytes a single word must have.
const shortest = 5

// supported reports whether a single word has what makes it a name: it is rare,
// and a legal form, a word for a ship or a number stands beside it.
func (s *search) supported(at span, x strength) bool {
	if f, ok := s.starting(organizations, at.first); ok && f.end == at.end {
		return true
	}
	labelled := s.labelled(at)
	if x.rare == 0 || !x.caps && !labelled || x.least > rarest || s.words[at.end-1].end-s.words[at.first].start < shortest {
		return false
	}
	if x.legal || labelled {
		return true
	}
	for i := max(0, at.first-3); i < min(len(s.words), at.end+4); i++ {
		if i >= at.first && i < at.end || i > at.first && s.words[i].first {
			continue
		}
		if wordSets()["supports"][s.at(i)] || i == at.end && legalTails[s.at(i)] {
			return true
		}
	}
	return false
}
