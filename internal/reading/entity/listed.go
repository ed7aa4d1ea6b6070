package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/name"
)

// Lists finds listed parties in texts. It never changes, and can be used by several
// goroutines at once.
type Lists struct {
	index       *index.Set
	matcher     *match.Matcher
	anchors     *anchors
	numberForms []numberForm
}

// NewLists prepares the names of an index for [Lists.Find]. It keeps hashes of their
// words.
func NewLists(x *index.Set, m *match.Matcher) *Lists {
	return &Lists{x, m, newAnchors(x.Texts()), numberForms()}
}

// minScore is the score at or above which a name in a text is a listed one.
const minScore = 0.8

// maxParties is how many parties a mention keeps.
const maxParties = 10

// Find returns the listed parties that a text names: names as they are listed, people
// and organisations whose names the matcher finds similar, and numbers. A nil Lists
// finds none.
func (l *Lists) Find(r *Tagged, people, organisations []Mention) []Mention {
	if l == nil {
		return nil
	}
	s := &listedSearch{
		grader: grader{r, l.anchors}, lists: l, facts: corroboration{r},
		taken: make([]bool, len(r.Words)), asked: map[string][]enduse.Hit{},
	}
	out := s.asListed(s.windows())
	out = append(out, s.respelled(people, organisations)...)
	return append(out, withoutOverlapping(s.numbers(), out)...)
}

// withoutOverlapping removes the mentions that overlap one of others. They are in
// order.
func withoutOverlapping(all, others []Mention) []Mention {
	others = slices.SortedFunc(slices.Values(others), func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	k := 0
	return slices.DeleteFunc(all, func(m Mention) bool {
		for k < len(others) && others[k].End <= m.Start {
			k++
		}
		return k < len(others) && others[k].Start < m.End
	})
}

// listedSearch is one search of a text for listed parties.
type listedSearch struct {
	grader
	lists *Lists
	facts corroboration
	taken []bool // the words that are of a listed name
	asked map[string][]enduse.Hit
}

// windows returns the words that are those of listed names, with how surely they are.
func (s *listedSearch) windows() (out []window) {
	search := windows{Text: s.Text, anchors: s.anchors}
	for i := range s.Words {
		for _, w := range search.namesAt(i) {
			if w.grade = s.grade(w); w.grade > nothing {
				out = append(out, w)
			}
		}
	}
	return out
}

// asListed makes mentions of windows: the longest of those that overlap, with every
// party that is listed by it.
func (s *listedSearch) asListed(all []window) (out []Mention) {
	slices.SortStableFunc(all, func(a, b window) int {
		return cmp.Or((b.End-b.First)-(a.End-a.First), a.First-b.First)
	})
	for i := 0; i < len(all); {
		k := i
		for k < len(all) && all[k].Span == all[i].Span {
			k++
		}
		at := all[i].Span
		if !slices.Contains(s.taken[at.First:at.End], true) {
			if m, ok := s.compare(all[i:k]); ok {
				out = append(out, m)
				for j := at.First; j < at.End; j++ {
					s.taken[j] = true
				}
			}
		}
		i = k
	}
	return out
}

// compare has the matcher compare words with each listed name that they are.
func (s *listedSearch) compare(all []window) (Mention, bool) {
	at := all[0].Span
	m := s.Mention(ListedParty, at.First, at.End, "")
	var entities []*enduse.Entity
	for _, w := range all {
		e, listed := s.lists.index.Entity(int(s.anchors.entity[w.name])), s.anchors.text[w.name]
		known := slices.Index(entities, e)
		if e == nil || known < 0 && len(entities) == maxParties {
			continue
		}
		h := s.lists.matcher.Pair(e.Schema, onOneLine(m.Surface), listed)
		if h.Score.Value < minScore || len(h.Evidence) == 0 || s.isNobody(at, e, listed) {
			continue
		}
		l := Listing{e.ID, string(e.List), listed, h.Score.Value, h.Evidence}
		switch {
		case known < 0:
			entities, m.Parties = append(entities, e), append(m.Parties, l)
		case l.Score > m.Parties[known].Score:
			m.Parties[known] = l
		}
	}
	if len(m.Parties) == 0 {
		return m, false
	}
	slices.SortStableFunc(m.Parties, func(a, b Listing) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Entity, b.Entity)) })
	m.Resolved = m.Parties[0].Name
	s.markAmbiguous(&m, at, entities, slices.ContainsFunc(all, s.hasSameLetters))
	best := slices.MaxFunc(all, func(a, b window) int { return cmp.Compare(a.grade, b.grade) })
	if best.grade < certain && !m.Uncertain {
		m.Uncertain, m.Why = true, "its words may be another's name, and nothing near them says that they are the listed party's"
	}
	return m, true
}

// isNobody reports whether a listed name does not identify anybody by itself: it is a
// legal form, or a ministry that any state has, and no country of the listed one is
// near it.
func (s *listedSearch) isNobody(at Span, e *enduse.Entity, listed string) bool {
	if n := name.Analyse(listed); n.IsNobody() || s.isLegalFormAlone(at) {
		return true
	}
	if !s.isMinistry(at) {
		return false
	}
	return !slices.ContainsFunc(s.countriesNear(at), func(c string) bool {
		return slices.Contains(e.Countries, enduse.Country(c)) || slices.Contains(e.Nationalities, enduse.Country(c))
	})
}

// isLegalFormAlone reports whether words are those of a legal form, written out.
func (s *listedSearch) isLegalFormAlone(at Span) bool {
	for i := at.First; i < at.End; i++ {
		if !legalFormWords.Has(s.Folded(i)) && !legalForms.Has(s.Folded(i)) {
			return false
		}
	}
	return true
}

// isMinistry reports whether words are the name of a ministry without its state.
func (s *listedSearch) isMinistry(at Span) (is bool) {
	for i := at.First; i < at.End; i++ {
		w := s.Folded(i)
		ministry := ministries.Has(w)
		if !ministry && !linking.Has(w) && !particles.Has(w) && !portfolioWords.Has(w) {
			return false
		}
		is = is || ministry
	}
	return is
}

// onOneLine is a name with single blanks between its words.
func onOneLine(surface string) string { return strings.Join(strings.Fields(surface), " ") }

// isHanOnly reports whether words have characters of Chinese and nothing else that
// counts.
func (x *distinctiveness) isHanOnly() bool { return x.chars > 0 && x.words == 0 }
