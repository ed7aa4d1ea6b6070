package mention

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/name"
)

// Names are the listed names, and who compares them with what a text has.
type Names interface {
	// Texts visits every listed name with the number of its entity.
	Texts() iter.Seq2[int, string]
	Entity(i int) *enduse.Entity
	// Hits returns the entities whose score is at least floor, the best first.
	Hits(p enduse.Party, floor float64) []enduse.Hit
	// Pair compares two names.
	Pair(schema enduse.Schema, x, y string) enduse.Hit
}

// Lists are the names of an index with its matcher: they are [Names].
type Lists struct {
	*index.Set
	*match.Matcher
}

// Entity returns an entity by its number.
func (l Lists) Entity(i int) *enduse.Entity { return l.Set.Entity(i) }

// listed finds listed names; nil finds none.
type listed struct {
	names   Names
	anchors *anchors
	forms   []numberForm
}

func newListed(n Names) *listed {
	if n == nil {
		return nil
	}
	return &listed{n, newAnchors(n.Texts()), numberForms()}
}

// least is the score from which on a name in a text is a listed one.
const least = 0.8

// find returns the listed parties that a text names: names as they are listed, and
// people and organisations whose names the matcher finds alike.
func (l *listed) find(r *reader, people, organizations []Mention) []Mention {
	if l == nil {
		return nil
	}
	s := &search{listed: l, reader: r, asked: map[string][]enduse.Hit{}}
	for i := range r.words {
		s.look(i)
	}
	out := s.mentions()
	out = append(out, s.spelled(people, organizations)...)
	return append(out, s.apartFrom(out, s.numbers())...)
}

// apartFrom leaves out the mentions that overlap others.
func (s *search) apartFrom(others, all []Mention) []Mention {
	others = slices.SortedFunc(slices.Values(others), func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	k := 0
	return slices.DeleteFunc(all, func(m Mention) bool {
		for k < len(others) && others[k].End <= m.Start {
			k++
		}
		return k < len(others) && others[k].Start < m.End
	})
}

// search is one search of a text.
type search struct {
	*listed
	*reader
	windows []window
	beside  []uint32 // see neighbours
	taken   []bool   // words that are of a listed name
	asked   map[string][]enduse.Hit
}

// window is words of the text that are a listed name.
type window struct {
	span
	name  int // its number among the anchors'
	grade grade
}

// look finds the names whose anchor stands at a word.
func (s *search) look(i int) {
	all := s.anchors.of(s.key(i))
	if len(all) == 0 {
		return
	}
	s.beside = s.neighbours(s.beside[:0], i)
	for _, p := range all {
		if !s.anchors.mayStand(p, s.beside) {
			continue
		}
		if w2, ok := s.anchors.verify(s.reader, i, p); ok {
			if w2.grade = s.grade(w2); w2.grade > nothing {
				s.windows = append(s.windows, w2)
			}
		}
	}
}

// mentions makes mentions of the windows: the longest of those that overlap, with
// every party that is listed by it.
func (s *search) mentions() (out []Mention) {
	slices.SortStableFunc(s.windows, func(a, b window) int {
		return cmp.Or((b.end-b.first)-(a.end-a.first), a.first-b.first)
	})
	s.taken = make([]bool, len(s.words))
	for i := 0; i < len(s.windows); {
		k := i
		for k < len(s.windows) && s.windows[k].span == s.windows[i].span {
			k++
		}
		at := s.windows[i].span
		if !slices.Contains(s.taken[at.first:at.end], true) {
			if m, ok := s.judge(s.windows[i:k]); ok {
				out = append(out, m)
				for j := at.first; j < at.end; j++ {
					s.taken[j] = true
				}
			}
		}
		i = k
	}
	return out
}

// mostParties is how many parties a mention keeps.
const mostParties = 10

// judge has the matcher compare the words with each listed name that they are.
func (s *search) judge(all []window) (Mention, bool) {
	at := all[0].span
	m := s.mention(ListedParty, at.first, at.end, "")
	var entities []*enduse.Entity
	for _, w := range all {
		e, listed := s.names.Entity(int(s.anchors.entity[w.name])), s.anchors.text[w.name]
		known := slices.Index(entities, e)
		if e == nil || known < 0 && len(entities) == mostParties {
			continue
		}
		h := s.names.Pair(e.Schema, plain(m.Surface), listed)
		if h.Score.Value < least || len(h.Evidence) == 0 || s.nobody(at, e, listed) {
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
	s.doubt(&m, at, entities, slices.ContainsFunc(all, s.sameLetters))
	if best := slices.MaxFunc(all, func(a, b window) int { return cmp.Compare(a.grade, b.grade) }); best.grade < clearly && !m.Uncertain {
		m.Uncertain, m.Why = true, "its words may be another's name, and nothing beside them says that they are the listed party's"
	}
	return m, true
}

// nobody reports whether a listed name says nobody by itself: a legal form, or a
// ministry that any state has where the text has no country of the listed one.
func (s *search) nobody(at span, e *enduse.Entity, listed string) bool {
	if n := name.Analyse(listed); n.IsNobody() || s.form(at) {
		return true
	}
	if !s.ministry(at) {
		return false
	}
	codes := s.countriesIn(max(0, at.first-factsReach), min(len(s.words), at.end+factsReach))
	return !slices.ContainsFunc(codes, func(c string) bool {
		return slices.Contains(e.Countries, enduse.Country(c)) || slices.Contains(e.Nationalities, enduse.Country(c))
	})
}

// form reports whether words are those of a legal form alone, written out.
func (s *search) form(at span) bool {
	for i := at.first; i < at.end; i++ {
		if !wordSets()["forms"][s.at(i)] && !legalTails[s.at(i)] {
			return false
		}
	}
	return true
}

// ministry reports whether words are the name of a ministry without its state.
func (s *search) ministry(at span) (is bool) {
	for i := at.first; i < at.end; i++ {
		head := wordSets()["ministry"][s.at(i)]
		if !head && !linking[s.at(i)] && !particles[s.at(i)] && !wordSets()["portfolio"][s.at(i)] {
			return false
		}
		is = is || head
	}
	return is
}

// plain is a name on one line.
func plain(surface string) string { return strings.Join(strings.Fields(surface), " ") }
