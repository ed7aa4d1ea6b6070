package coref

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// person is somebody whom the text names.
type person struct {
	entity.Span
	mention    entity.Mention
	name       []string // its words, folded
	woman, man bool
	last       int  // the end of the last mention
	seen       bool // has been mentioned
}

// maxPeople bounds how many people of a text later words may refer to.
const maxPeople = 1000

// people are those whom a text has named, and by which words they are named again.
type people struct {
	*entity.Tagged
	all     []*person
	byWord  map[string][]int     // who may be named by a word at the end of a name, see keysOf
	byFirst map[string][]*person // whose Chinese name, or its last part, begins with a character
}

func newPeople(r *entity.Tagged) *people {
	return &people{Tagged: r, byWord: map[string][]int{}, byFirst: map[string][]*person{}}
}

// add adds somebody whom later words may name.
func (c *people) add(p *person) {
	if len(c.all) == maxPeople {
		return
	}
	k := len(c.all)
	c.all = append(c.all, p)
	if len(p.name) == 0 {
		return
	}
	file := func(keys ...string) {
		for _, key := range keys {
			c.byWord[key] = append(c.byWord[key], k)
		}
	}
	file(keysOf(p.name[len(p.name)-1])...)
	switch {
	case len(p.name) == 1:
		file(nicknameKeys(p.name[0])...)
	case familyFirst(p):
		file(keysOf(p.name[0])...)
	}
}

// addHan files a Chinese name by its first character, and by that of its last part.
func (c *people) addHan(p *person) {
	if c.Words[p.First].Shape != text.Han || len(c.all) >= maxPeople {
		return
	}
	c.byFirst[p.name[0]] = append(c.byFirst[p.name[0]], p)
	if k := c.lastPart(p); k > 0 {
		c.byFirst[p.name[k]] = append(c.byFirst[p.name[k]], p)
	}
}

// find returns the person whom words name again, by the whole name, another spelling of
// it or a part; whole means by the whole name. If a part is of several people, it
// returns the one mentioned last, and why that is uncertain.
func (c *people) find(s entity.Span) (found *person, whole bool, why string) {
	var fit []*person
	for _, k := range c.candidates(s) {
		p := c.all[k]
		switch {
		case c.isWhole(p, s):
			return p, true, ""
		case s.End-s.First <= 2 && c.isPart(p, s):
			fit = append(fit, p)
		}
	}
	if len(fit) == 0 {
		return nil, false, ""
	}
	if len(fit) > 1 {
		why = "the name is of " + namesOf(fit)
	}
	return latest(fit), false, why
}

// latest returns the one of some people who was mentioned last.
func latest(fit []*person) *person {
	best := fit[0]
	for _, p := range fit {
		if p.last > best.last {
			best = p
		}
	}
	return best
}

// candidates returns the people whose name some words may be, in their order.
func (c *people) candidates(s entity.Span) (out []int) {
	last := c.Folded(s.End - 1)
	for _, key := range keysOf(last) {
		out = append(out, c.byWord[key]...)
	}
	if s.End-s.First == 1 {
		for _, key := range nicknameKeys(last) {
			out = append(out, c.byWord[key]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isWhole reports whether words are the whole name of a person, in another spelling or
// case, or with a middle name or without.
func (c *people) isWhole(p *person, s entity.Span) bool {
	n := s.End - s.First
	if n < 2 && len(p.name) > 1 || n > 1 && len(p.name) < 2 {
		return n == 1 && len(p.name) == 1 && isSameName(c.Folded(s.First), p.name[0])
	}
	if !isSameWord(c.Folded(s.End-1), p.name[len(p.name)-1]) || !isSameName(c.Folded(s.First), p.name[0]) {
		return false
	}
	for k := 1; k < n-1 && n == len(p.name); k++ {
		if !isSameName(c.Folded(s.First+k), p.name[k]) {
			return false
		}
	}
	return true
}

// isPart reports whether words are a part of a name that people are called by: the last
// words, or the first of a Chinese name.
func (c *people) isPart(p *person, s entity.Span) bool {
	n := s.End - s.First
	if len(p.name) <= n {
		return false
	}
	tail := p.name[len(p.name)-n:]
	ends, begins := true, true
	for k := range n {
		ends = ends && isSameWord(c.Folded(s.First+k), tail[k])
		begins = begins && isSameWord(c.Folded(s.First+k), p.name[k])
	}
	return ends || begins && n == 1 && familyFirst(p)
}

// findHan returns the person whose Chinese name, or the last part of whose foreign name,
// begins at a word, and how many characters it has.
func (c *people) findHan(i int) (*person, int) {
	for _, p := range c.byFirst[c.Folded(i)] {
		if n := c.lengthAt(i, p.name); n > 1 {
			return p, n
		}
		if k := c.lastPart(p); k > 0 {
			if n := c.lengthAt(i, p.name[k:]); n > 1 {
				return p, n
			}
		}
	}
	return nil, 0
}

// lengthAt returns how many characters a name has if it begins at a word, or 0.
func (c *people) lengthAt(i int, words []string) int {
	if i+len(words) > len(c.Words) {
		return 0
	}
	for k, w := range words {
		if c.Folded(i+k) != w || k > 0 && c.Words[i+k].Before&^text.GapHyphen != 0 {
			return 0
		}
	}
	return len(words)
}

// lastPart returns where the part after the last dot of a foreign name begins.
func (c *people) lastPart(p *person) int {
	for k := p.End - 1; k > p.First; k-- {
		if c.Words[k].Before&text.GapHyphen != 0 {
			return k - p.First
		}
	}
	return 0
}

// keysOf returns the keys of a word. Two words that are the same share a key: an edit
// leaves the beginning of a word or its end unchanged, a Russian ending the beginning.
func keysOf(word string) []string {
	switch {
	case len(word) < minEdited:
		return []string{word}
	case entity.IsCyrillic(word):
		return []string{word[:minEdited]}
	}
	return []string{word[:2], "-" + word[len(word)-2:]}
}

// nicknameKeys returns keys of the names that a given name is a form of.
func nicknameKeys(word string) (out []string) {
	for _, g := range name.NicknameGroups(word) {
		out = append(out, "#"+strconv.Itoa(g))
	}
	return out
}

// namesOf lists people.
func namesOf(all []*person) string {
	var out []string
	for _, p := range all[:min(len(all), 4)] {
		out = append(out, p.mention.Resolved)
	}
	return strings.Join(out, " or ")
}

// familyFirst reports whether a name looks like a Chinese, Korean or Vietnamese one:
// words of one or two syllables.
func familyFirst(p *person) bool {
	if len(p.name) > 3 {
		return false
	}
	for _, w := range p.name {
		if n := name.Syllables(w); n == 0 && len(w) > 2 || n > 2 || utf8.RuneCountInString(w) > 8 {
			return false
		}
	}
	return utf8.RuneCountInString(p.name[0]) <= 5
}

// isSameName reports whether two words are the same name: forms of one, or the same
// word.
func isSameName(a, b string) bool { return isSameWord(a, b) || name.Nicknames(a, b) }

// minEdited is how many bytes a word must have to be recognised with an edit or another
// ending; three Russian letters have as many.
const minEdited = 6

// isSameWord reports whether two words are equal, inflected, or one edit apart.
func isSameWord(a, b string) bool {
	if a == b {
		return true
	}
	if min(len(a), len(b)) < minEdited || max(len(a), len(b))-min(len(a), len(b)) > 6 {
		return false
	}
	if entity.IsCyrillic(a) {
		return entity.IsCyrillic(b) && haveSameStem(a, b)
	}
	_, ok := edit.Edits(a, b, 1)
	return ok
}

// haveSameStem reports whether two Russian words have the same stem: they differ in up
// to three letters at the end.
func haveSameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	stem := utf8.RuneCountInString(a[:n])
	return stem >= 3 && utf8.RuneCountInString(a[n:]) <= 3 && utf8.RuneCountInString(b[n:]) <= 3 && stem >= utf8.RuneCountInString(a)-3
}
