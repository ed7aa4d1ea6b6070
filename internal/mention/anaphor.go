package mention

import (
	"slices"
	"strings"
)

// role reads a role or an office at a word that stands for somebody: "the
// diplomat", "the minister", "US officials".
func (c *cast) role(i int) int {
	if f, ok := c.starting(roles, i); ok {
		return c.stand(f, i, func(p *person) bool { return c.diplomat(p, c.span(f.first, f.end)) })
	}
	if f, ok := c.starting(plurals, i); ok {
		return c.several(f)
	}
	f, ok := c.starting(offices, i)
	if !ok {
		return i
	}
	begin := c.withSide(f.first)
	stop := c.withPortfolio(f.end)
	side := c.sideOf(begin, f.end)
	if side == "" {
		side, stop = c.beside(begin, stop)
	}
	if side == "" && !c.definite(begin) {
		return f.end
	}
	if side != "" && !c.verbBeside(span{begin, stop}) && !c.definite(begin) {
		return f.end
	}
	if c.named != nil && c.named[f.first] {
		return stop // of somebody who is named
	}
	last, front := c.stemOf(f), begin
	if begin > 0 && theWords[c.at(begin-1)] && c.words[begin].before&^joins == 0 {
		front--
	}
	if end := c.stand(found{f.entry, front, stop}, i, func(p *person) bool {
		return strings.Contains(strings.ToLower(p.mention.Office), last) && (side == "" || p.mention.Country == "" || p.mention.Country == side)
	}); c.lastAnaphor(front) {
		return end
	}
	if side != "" || c.capitalised(f) && c.definite(begin) { // an office that names somebody whom the text has not named
		m := c.mention(Person, begin, stop, "")
		m.Office, m.Country = m.Surface, side
		c.unnamed(m, span{begin, stop})
	}
	return max(stop, f.end)
}

// capitalised reports whether the words of an office begin with capitals.
func (c *cast) capitalised(f found) bool {
	for i := f.first; i < f.end; i++ {
		if w := &c.words[i]; w.shape != capital && !linking[c.at(i)] {
			return false
		}
	}
	return f.end-f.first > 1
}

// lastAnaphor reports whether the last mention begins at a word.
func (c *cast) lastAnaphor(begin int) bool {
	return len(c.out) > 0 && c.out[len(c.out)-1].Start == c.words[begin].start && c.out[len(c.out)-1].Anaphor
}

// stemOf is what the forms of an office have in common: its last word, small,
// without its end where that changes.
func (c *cast) stemOf(f found) string {
	w := strings.ToLower(c.raw[c.words[f.first].start:c.words[f.end-1].end])
	if c.words[f.first].shape != han {
		w = strings.ToLower(c.raw[c.words[f.end-1].start:c.words[f.end-1].end])
		if f.end-f.first > 1 && !cyrillic(w) {
			w = strings.ToLower(c.raw[c.words[f.first].start:c.words[f.first].end])
		}
	}
	if r := []rune(w); cyrillic(w) && len(r) > 5 {
		w = string(r[:len(r)-2])
	}
	if r := []rune(w); c.language == "es" && len(r) > 5 {
		w = string(r[:len(r)-1])
	}
	return w
}

// articles make an office or a role stand for somebody who is known.
var articles = setOf("the el la le l он this that este esta ce cette этот эта he she")

// theWords are the articles that are taken into a mention.
var theWords = setOf("the el la le l")

// definite reports whether an article stands in front, or the language has none.
func (c *cast) definite(i int) bool {
	if c.words[i].shape == han || cyrillic(c.at(i)) {
		return c.verbBeside(span{i, i + 1})
	}
	return i > 0 && articles[c.at(i-1)] && c.words[i].before&^joins == 0
}

// diplomat reports whether a person's office fits a role: who is called a
// diplomat is no president.
func (c *cast) diplomat(p *person, role string) bool {
	if p.mention.Office == "" {
		return false
	}
	if anyOf(role, wordSets()["official"]) {
		return anyOf(p.mention.Office, wordSets()["official"])
	}
	return anyOf(p.mention.Office, wordSets()["heads"]) == anyOf(role, wordSets()["headroles"])
}

// anyOf reports whether one of the words of a phrase is in a set; of Chinese, a
// part of it.
func anyOf(phrase string, set map[string]bool) bool {
	t := cut(phrase, "")
	for i := range t.words {
		if set[t.at(i)] || i > 0 && t.words[i].shape == han && set[t.at(i-1)+t.at(i)] {
			return true
		}
	}
	return false
}

// stand makes the words of a role a mention of the one earlier person that fits;
// who has spoken comes before who has not.
func (c *cast) stand(f found, i int, fits func(*person) bool) int {
	side := c.sideOf(f.first, f.end)
	var fit []*person
	for _, p := range c.all {
		if p.seen && fits(p) && (side == "" || p.mention.Country == "" || p.mention.Country == side) {
			fit = append(fit, p)
		}
	}
	if len(fit) == 0 {
		return max(i+1, f.end)
	}
	c.refer(f.first, f.end, fit, "the role fits ")
	return f.end
}

// refer makes words stand for one of the people that fit: the one who spoke, or
// was named, in the sentence that is nearest; if there are several, it is not sure.
func (c *cast) refer(first, end int, fit []*person, why string) {
	fit = c.nearest(first, fit)
	best := fit[0]
	for _, p := range fit {
		if p.last > best.last {
			best = p
		}
	}
	m := c.mention(Person, first, end, best.mention.Resolved)
	m.Anaphor, m.Office, m.Country = true, best.mention.Office, best.mention.Country
	if len(fit) > 1 {
		m.Uncertain, m.Why = true, why+names(fit)
	}
	c.out = append(c.out, m)
	c.spoke(best, span{first, end})
}

// lastTurns bounds how many mentions are looked back.
const lastTurns = 200

// nearest returns those of some people who speak in the last sentence before a
// word in which one of them does; if none has spoken, all.
func (c *cast) nearest(at int, fit []*person) (out []*person) {
	begin := -1
	for _, t := range slices.Backward(c.log[max(0, len(c.log)-lastTurns):]) {
		if !t.speaks || t.at >= at || !slices.Contains(fit, t.who) || slices.Contains(out, t.who) {
			continue
		}
		if begin >= 0 && t.at < begin {
			break
		}
		if begin < 0 {
			for begin = t.at; begin > 0 && !c.words[begin].first && t.at-begin < longestSentence; begin-- {
			}
		}
		out = append(out, t.who)
	}
	if len(out) == 0 {
		return fit
	}
	return out
}

// several makes a mention of the officials of a side: "US officials".
func (c *cast) several(f found) int {
	begin := c.withSide(f.first)
	stop := f.end
	side := c.sideOf(begin, f.end)
	if side == "" {
		if side, stop = c.beside(begin, f.end); side == "" {
			return f.end
		}
	}
	k := Organization
	if officials[c.at(f.end-1)] {
		k = Person
	}
	m := c.mention(k, begin, stop, "")
	m.Country = side
	if k == Organization {
		c.out = append(c.out, m)
		return stop
	}
	m.Office = m.Surface
	if one[c.at(f.end-1)] {
		c.unnamed(m, span{begin, stop})
	} else {
		c.out = append(c.out, m)
	}
	return stop
}

// one are the words for a single official.
var one = setOf("official funcionario funcionaria чиновник")

// unnamed adds somebody whom the text calls by an office alone; later words may
// refer to it.
func (c *cast) unnamed(m Mention, s span) {
	p := &person{span: s, mention: m}
	c.enter(p)
	c.out = append(c.out, m)
	c.spoke(p, s)
}

// officials are the words for those of a side who are people; the others are for
// a body.
var officials = setOf("officials official diplomats lawmakers funcionarios diplomáticos diplomaticos responsables diplomates лиц лица лицам лицами лицах чиновник чиновники чиновников чиновникам чиновниками 员 官")
