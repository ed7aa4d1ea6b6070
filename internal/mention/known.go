package mention

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// known returns the person that a span names again, by the whole name, another
// spelling of it or a part; same says that it is the whole. Where a part is of
// several people, it is the one mentioned last, and why says so.
func (c *cast) known(s span) (found *person, same bool, why string) {
	var fit []*person
	for _, k := range c.maybe(s) {
		p := c.all[k]
		switch {
		case c.again(p, s):
			return p, true, ""
		case s.end-s.first <= 2 && c.partOf(p, s):
			fit = append(fit, p)
		}
	}
	if len(fit) == 0 {
		return nil, false, ""
	}
	best := fit[0]
	for _, p := range fit {
		if p.last > best.last {
			best = p
		}
	}
	if len(fit) > 1 {
		why = "the name is of " + names(fit)
	}
	return best, false, why
}

// enter adds somebody to those whom later words may name, and notes the words that
// a name ends with which is theirs again.
func (c *cast) enter(p *person) {
	if len(c.all) == mostPeople {
		return
	}
	k := len(c.all)
	c.all = append(c.all, p)
	if len(p.words) == 0 {
		return
	}
	c.note(k, keysOf(p.words[len(p.words)-1])...)
	switch {
	case len(p.words) == 1:
		c.note(k, nicknameKeys(p.words[0])...)
	case familyFirst(p):
		c.note(k, keysOf(p.words[0])...)
	}
}

// note notes a person under keys.
func (c *cast) note(k int, keys ...string) {
	for _, key := range keys {
		c.byWord[key] = append(c.byWord[key], k)
	}
}

// maybe returns the people whose name a span may be, in their order.
func (c *cast) maybe(s span) (out []int) {
	last := c.at(s.end - 1)
	for _, key := range keysOf(last) {
		out = append(out, c.byWord[key]...)
	}
	if s.end-s.first == 1 {
		for _, key := range nicknameKeys(last) {
			out = append(out, c.byWord[key]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keysOf returns keys of which two words share one if sameWord holds: an edit
// leaves the beginning of a word or its end as it was, a Russian ending the
// beginning.
func keysOf(word string) []string {
	switch {
	case len(word) < shortestEdited:
		return []string{word}
	case cyrillic(word):
		return []string{word[:shortestEdited]}
	}
	return []string{word[:2], "-" + word[len(word)-2:]}
}

// nicknameKeys are keys of the names that a given name is a form of.
func nicknameKeys(word string) (out []string) {
	for _, g := range name.NicknameGroups(word) {
		out = append(out, "#"+strconv.Itoa(g))
	}
	return out
}

// names lists people.
func names(all []*person) string {
	var out []string
	for _, p := range all[:min(len(all), 4)] {
		out = append(out, p.mention.Resolved)
	}
	return strings.Join(out, " or ")
}

// again reports whether a span is a person's name whole, in another spelling or
// case, or with a middle name or without.
func (c *cast) again(p *person, s span) bool {
	n := s.end - s.first
	if n < 2 && len(p.words) > 1 || n > 1 && len(p.words) < 2 {
		return n == 1 && len(p.words) == 1 && alike(c.at(s.first), p.words[0])
	}
	if !sameWord(c.at(s.end-1), p.words[len(p.words)-1]) || !alike(c.at(s.first), p.words[0]) {
		return false
	}
	for k := 1; k < n-1 && n == len(p.words); k++ {
		if !alike(c.at(s.first+k), p.words[k]) {
			return false
		}
	}
	return true
}

// partOf reports whether a span is a part of a person's name that people are
// called by: the last word, or the first of a Chinese name.
func (c *cast) partOf(p *person, s span) bool {
	n := s.end - s.first
	if len(p.words) <= n {
		return false
	}
	tail := p.words[len(p.words)-n:]
	ends, begins := true, true
	for k := range n {
		ends = ends && sameWord(c.at(s.first+k), tail[k])
		begins = begins && sameWord(c.at(s.first+k), p.words[k])
	}
	return ends || begins && n == 1 && familyFirst(p)
}

// familyFirst reports whether a name looks like a Chinese, Korean or Vietnamese
// one: words of a syllable or two.
func familyFirst(p *person) bool {
	if len(p.words) > 3 {
		return false
	}
	for _, w := range p.words {
		if n := name.Syllables(w); n == 0 && len(w) > 2 || n > 2 || utf8.RuneCountInString(w) > 8 {
			return false
		}
	}
	return utf8.RuneCountInString(p.words[0]) <= 5
}

// alike reports whether two words are one name: forms of one, or the same word.
func alike(a, b string) bool { return sameWord(a, b) || name.Nicknames(a, b) }

// shortestEdited is how many bytes a word must have to be known with an edit or
// another ending; three Russian letters have as many.
const shortestEdited = 6

// sameWord reports whether two words are equal, inflected, or an edit apart.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if min(len(a), len(b)) < shortestEdited || max(len(a), len(b))-min(len(a), len(b)) > 6 {
		return false
	}
	if cyrillic(a) {
		return cyrillic(b) && inflections(a, b)
	}
	_, ok := edit.Edits(a, b, 1)
	return ok
}

// inflections reports whether two Russian words are of one stem: what differs are
// up to three letters at the end.
func inflections(a, b string) bool {
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
