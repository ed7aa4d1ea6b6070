package mention

import "strings"

// readHan reads a name, a role or a pronoun in Chinese.
func (c *cast) readHan(i int) int {
	if p, n := c.knownHan(i); p != nil {
		if _, begin, ok := c.officeBefore(i); ok {
			c.offices = append(c.offices, span{begin, i})
		}
		m := c.mention(Person, i, i+n, p.mention.Resolved)
		m.Office, m.Country = p.mention.Office, p.mention.Country
		c.out = append(c.out, m)
		c.spoke(p, span{i, i + n})
		return i + n
	}
	if s, o, ok := c.hanName(i); ok {
		c.introduce(s, o)
		return s.end
	}
	if end := c.role(i); end > i {
		return end
	}
	return c.pronoun(i)
}

// knownHan returns the person whose name, or the last part of whose foreign name,
// stands at a word, and of how many characters it is.
func (c *cast) knownHan(i int) (*person, int) {
	for _, p := range c.byFirst[c.at(i)] {
		if n := c.stands(i, p.words); n > 1 {
			return p, n
		}
		if k := c.lastPart(p); k > 0 {
			if n := c.stands(i, p.words[k:]); n > 1 {
				return p, n
			}
		}
	}
	return nil, 0
}

// stands returns of how many characters a name is that stands at a word, or 0.
func (c *cast) stands(i int, words []string) int {
	if i+len(words) > len(c.words) {
		return 0
	}
	for k, w := range words {
		if c.at(i+k) != w || k > 0 && c.words[i+k].before&^gapHyphen != 0 {
			return 0
		}
	}
	return len(words)
}

// lastPart returns where the part behind the last dot of a foreign name begins.
func (c *cast) lastPart(p *person) int {
	for k := p.end - 1; k > p.first; k-- {
		if c.words[k].before&gapHyphen != 0 {
			return k - p.first
		}
	}
	return 0
}

// hanName reads a name behind an office, in front of one, or one with a dot.
func (c *cast) hanName(i int) (s span, o office, ok bool) {
	if s, ok := c.dotted(i); ok {
		if s = c.behindOffice(s); s.first > i {
			return s, o, false // it is read there
		}
		o, _, _ := c.officeBefore(i)
		if o.text == "" {
			o, _ = c.officeBehind(s.end)
		}
		return s, o, true
	}
	if c.has(i, tagOf(offices, countries, organizations)) {
		return s, o, false
	}
	o, begin, before := c.officeBefore(i)
	if before {
		if n := c.hanLength(i); n > 0 {
			c.offices = append(c.offices, span{begin, i})
			return span{i, i + n}, o, true
		}
		return s, o, false
	}
	if !c.has(i, tagOf(surnames)) || c.has(i, tagOf(verbs, common, places)) {
		return s, o, false
	}
	for n := 2; n <= 3 && i+n < len(c.words); n++ {
		if !c.plainHan(i, n) {
			break
		}
		if _, ok := c.starting(offices, i+n); ok && c.words[i+n].before == 0 {
			o, _ := c.officeBehind(i + n)
			return span{i, i + n}, o, true
		}
		if _, ok := c.starting(titles, i+n); ok && c.words[i+n].before == 0 {
			return span{i, i + n}, office{}, true
		}
	}
	return s, o, false
}

// dotted reads a foreign name: parts with a dot between them.
func (c *cast) dotted(i int) (s span, ok bool) {
	if i > 0 && c.words[i].shape == han && c.words[i].before == 0 && !c.has(i-1, tagOf(offices, organizations, countries, titles, verbs)) && !strings.Contains(hanStops, c.at(i-1)) {
		return s, false
	}
	dots, end, part := 0, i+1, 1
	for end < len(c.words) && end-i < 16 && c.words[end].shape == han {
		switch b := c.words[end].before; {
		case b == gapHyphen:
			dots++
			part = 0
		case b != 0:
			return span{i, end}, dots > 0
		case part >= 1 && dots > 0 && (c.has(end, tagOf(verbs)) || strings.Contains(hanEnds, c.at(end))):
			return span{i, end}, true
		case part >= 6:
			return s, false
		}
		part++
		end++
	}
	return span{i, end}, dots > 0
}

// behindOffice is a foreign name without the office that stands glued before its
// first part.
func (c *cast) behindOffice(s span) span {
	for k := s.first + 1; k < s.end && c.words[k].before == 0; k++ {
		if c.has(k-1, tagOf(offices, titles)) && !c.has(k, tagOf(offices, titles)) {
			s.first = k
		}
	}
	return s
}

// hanEnds are characters behind which, or before which, a name is over.
const hanEnds = "前在对与和将于也就等的向还周今昨当日已会是称，首说表指强宣警否要敦呼指谴回同则并又再曾正从为被把星一二三四五六七八九十上下此访抵出及、之后时举通"

// hanLength returns of how many characters a name is that stands behind an
// office: up to a verb, a mark or a character that ends one; 0 if it isn't told.
func (c *cast) hanLength(i int) int {
	longest := 6
	if c.has(i, tagOf(surnames)) {
		longest = 4
	}
	if c.has(i, tagOf(verbs)) || strings.Contains(hanEnds, c.at(i)) && !c.has(i, tagOf(surnames)) {
		return 0
	}
	n := 1
	for ; i+n < len(c.words) && n <= longest; n++ {
		w := &c.words[i+n]
		if w.shape != han || w.before != 0 || w.first || c.has(i+n, tagOf(verbs, countries)) || strings.Contains(hanEnds, c.at(i+n)) {
			break
		}
	}
	if n < 2 || n > longest {
		return 0
	}
	return n
}

// plainHan reports whether characters stand together and none is of another kind
// of word.
func (c *cast) plainHan(i, n int) bool {
	for k := i; k < i+n; k++ {
		if c.words[k].shape != han || k > i && c.words[k].before != 0 || c.has(k, tagOf(verbs, offices, countries, organizations, places, common)) || strings.Contains(hanStops, c.at(k)) {
			return false
		}
	}
	return true
}
