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
		if w.shape == lower && w.before != gapHyphen {
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

// weak reports whether words are too common to be a listed name on their own: a
// single word without support, or several of which each stands in many texts.
func (s *search) weak(w window) bool {
	x := s.strengthOf(w.span)
	if x.words == 0 {
		return x.chars < 3 || s.tagged(w.span)
	}
	if s.tagged(w.span) {
		return true
	}
	exact := s.exactly(w)
	if s.labelled(w.span) {
		x.caps = true // a paper may be typed in small letters
	}
	switch {
	case x.words == 1:
		return !s.supported(w.span, x) && (!exact || w.end-w.first < 2)
	case exact:
		return !x.caps && x.rare == 0
	case !x.caps:
		return true
	case x.rare > 0 || x.people == x.words:
		return false
	}
	return x.bits < enough || x.people == 0 && x.bits < enough+4
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
