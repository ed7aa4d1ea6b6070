package mention

import (
	"slices"
	"strings"
)

// person is somebody whom the text names in full.
type person struct {
	span
	mention    Mention
	words      []string // of the name, folded
	subject    int      // how often what stands beside the name is a verb
	woman, man bool
	last       int  // behind the last mention
	seen       bool // has been mentioned
}

// people returns the people that are named, and what stands for them later: a
// part of the name, another spelling, a role, a pronoun. A headline has but the
// surname of somebody whom the text names in full below it: so it is read twice,
// and the second time the names in full are known.
func (r *reader) people() []Mention {
	draft := &cast{reader: r, byWord: map[string][]int{}}
	draft.readAll()
	c := &cast{reader: r, byWord: map[string][]int{}, named: draft.besideNames()}
	for _, p := range draft.all {
		if len(p.words) > 1 && r.words[p.first].shape != han {
			c.enter(&person{span: p.span, mention: p.mention, words: p.words, woman: p.woman, man: p.man})
		}
	}
	c.readAll()
	return withoutOverlap(c.apart())
}

// cast is the people of a text, in the order in which they come.
type cast struct {
	*reader
	all     []*person
	out     []Mention
	offices []span // that stand beside a name, and are no mention of their own
	named   []bool // the words of these, once the text has been read
	log     []turn
	byWord  map[string][]int     // who may be named by a word at the end of a name, see keysOf
	byFirst map[string][]*person // who has a name, by the words that it and its last part begin with
}

// turn is a mention of a person at a word; the subject of a verb speaks.
type turn struct {
	at     int
	who    *person
	speaks bool
}

func (c *cast) readAll() {
	for i := 0; i < len(c.words); {
		i = max(i+1, c.read(i))
	}
}

// apart returns the mentions without the offices that stand beside a name.
func (c *cast) apart() []Mention {
	beside := c.besideNames()
	return slices.DeleteFunc(c.out, func(m Mention) bool {
		at := c.spanOf(m)
		return !slices.Contains(beside[at.first:at.end], false)
	})
}

// besideNames says of each word whether it is of an office beside a name.
func (c *cast) besideNames() []bool {
	beside := make([]bool, len(c.words))
	for _, s := range c.offices {
		for i := s.first; i < s.end; i++ {
			beside[i] = true
		}
	}
	return beside
}

// read reads what stands at a word and returns behind which word it ends; the
// word itself if it is no mention of a person.
func (c *cast) read(i int) int {
	if c.words[i].shape == han {
		return c.readHan(i)
	}
	if s, ok := c.nameAt(i); ok {
		if end := c.name(s); end > i {
			return end
		}
		return i
	}
	if end := c.role(i); end > i {
		return end
	}
	return c.pronoun(i)
}

// name reads a span of capitals: somebody known, or somebody new if there is
// evidence that it is a person.
func (c *cast) name(s span) int {
	if p, same, why := c.known(s); p != nil {
		m := c.mention(Person, s.first, s.end, p.mention.Resolved)
		c.learn(p, s, same)
		m.Office, m.Country = p.mention.Office, p.mention.Country
		m.Uncertain, m.Why = why != "", why
		c.out = append(c.out, m)
		c.spoke(p, s)
		return s.end
	}
	o, begin, before := c.officeBefore(s.first)
	if before && s.end-s.first == 1 && c.words[s.first].before&gapComma != 0 && !c.verbBeside(s) {
		before = false
	}
	if before {
		c.offices = append(c.offices, span{begin, s.first})
	} else {
		if behind, ok := c.officeBehind(s.end); ok {
			o, before = behind, true
		}
	}
	single := s.end-s.first == 1
	switch {
	case before && (!single || !everyday(c.at(s.first))) && (!single || c.unknownName(s.first) || c.words[s.first].shape == capital):
	case c.likely(s):
	case c.verbBeside(s) && (single && c.unknownName(s.first) && !everyday(c.at(s.first)) || !single && c.words[s.first].shape == capital && !c.firmlike(s)):
	default:
		return s.first
	}
	c.introduce(s, o)
	return s.end
}

// firmlike reports whether a span has a word of firms' names rather than people's.
func (c *cast) firmlike(s span) bool {
	for i := s.first; i < s.end; i++ {
		if everyday(c.at(i)) || !c.unknownName(i) && c.words[i].shape != initial && !particles[c.at(i)] {
			return true
		}
	}
	return false
}

// mostPeople bounds to how many people of a text later words are referred.
const mostPeople = 1000

// introduce adds somebody new.
func (c *cast) introduce(s span, o office) {
	m := c.mention(Person, s.first, s.end, "")
	m.Resolved = strings.Join(strings.Fields(m.Surface), " ")
	m.Office, m.Country = o.text, o.country
	p := &person{span: s, mention: m, woman: o.woman, man: o.man}
	for i := s.first; i < s.end; i++ {
		p.words = append(p.words, c.at(i))
	}
	if len(c.all) < mostPeople {
		c.index(p)
	}
	c.enter(p)
	c.out = append(c.out, m)
	c.spoke(p, s)
}

// index notes a Chinese name by its first character, and by that of its last part.
func (c *cast) index(p *person) {
	if c.words[p.first].shape != han {
		return
	}
	if c.byFirst == nil {
		c.byFirst = map[string][]*person{}
	}
	c.byFirst[p.words[0]] = append(c.byFirst[p.words[0]], p)
	if k := c.lastPart(p); k > 0 {
		c.byFirst[p.words[k]] = append(c.byFirst[p.words[k]], p)
	}
}

// learn takes the office that a later mention gives to somebody without one.
func (c *cast) learn(p *person, s span, whole bool) {
	o, begin, ok := c.officeBefore(s.first)
	if ok {
		c.offices = append(c.offices, span{begin, s.first})
	} else if whole {
		o, ok = c.officeBehind(s.end)
	}
	if ok && p.mention.Office == "" {
		p.mention.Office, p.mention.Country = o.text, o.country
	}
}

// spoke notes a mention of somebody, and whether a verb stands beside it.
func (c *cast) spoke(p *person, s span) {
	p.last, p.seen = s.end, true
	speaks := c.verbBeside(s) && !c.oblique(p, s)
	if _, begin, ok := c.officeBefore(s.first); ok && !speaks {
		speaks = c.verbBeside(span{begin, s.end})
	}
	if speaks {
		p.subject++
	}
	c.log = append(c.log, turn{s.first, p, speaks})
}

// hanFar bounds, in characters, how far behind a Chinese name its verb is looked
// for.
const hanFar = 14

// verbBeside reports whether a verb of speech stands before a span or behind it;
// a short word may be between: "Blinken also said".
func (r *reader) verbBeside(s span) bool {
	if s.first > 0 && !r.words[s.first].first && r.has(s.first-1, tagOf(verbs)) && r.words[s.first].before&^(gapBlank|gapLine) == 0 {
		return true
	}
	far := 3
	if r.words[s.first].shape == han {
		far = hanFar
	}
	for k := s.end; k < min(s.end+far, len(r.words)); k++ {
		if r.words[k].first || k == s.end && r.words[k].before&^(gapBlank|gapLine|gapComma) != 0 {
			return false
		}
		if r.has(k, tagOf(verbs)) {
			return true
		}
		if far == hanFar && k > s.end && r.words[k].before != 0 {
			return false
		}
		if r.words[k].shape != lower && r.words[k].shape != han && !r.has(k, tagOf(masculine, feminine)) {
			return false
		}
	}
	return false
}

// oblique reports whether a Russian name stands in another case than it was
// introduced in: then it is no subject.
func (c *cast) oblique(p *person, s span) bool {
	last := c.at(s.end - 1)
	return len(p.words) > 0 && cyrillic(last) && s.first != p.first && last != p.words[len(p.words)-1]
}
