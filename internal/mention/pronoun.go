package mention

// pronoun reads a pronoun that is a subject: it stands for the person of its
// paragraph, or of the one before, who has spoken.
func (c *cast) pronoun(i int) int {
	woman, man := c.has(i, tagOf(feminine)), c.has(i, tagOf(masculine))
	if c.at(i) == "el" && c.words[i].end-c.words[i].start == 2 {
		return i // the article, not the pronoun with its accent
	}
	if !woman && !man || !c.anybody() || !c.subject(i) || c.impersonal(i) {
		return i
	}
	if i+1 < len(c.words) && c.words[i].shape != lower {
		if _, ok := c.starting(roles, i+1); ok {
			return i + 1 // a pronoun for an article, as machines translate it
		}
	}
	fit := c.near(i, func(p *person) bool { return (!woman || !p.man) && (!man || !p.woman) })
	if len(fit) == 0 {
		return i + 1
	}
	side := c.sideSubject(i)
	c.refer(i, i+1, fit, "the pronoun fits ")
	if side != "" {
		m := &c.out[len(c.out)-1]
		m.Uncertain, m.Why = true, side+" may be meant, which the sentence is about"
	}
	return i + 1
}

// subject reports whether a pronoun is followed by what a subject is followed by:
// a word in small letters, or characters.
func (c *cast) subject(i int) bool {
	if i+1 >= len(c.words) || c.words[i+1].first {
		return false
	}
	if c.words[i].shape == han {
		return (i == 0 || c.words[i].before != 0 || c.has(i-1, tagOf(verbs))) && c.words[i+1].before == 0 && c.at(i+1) != "们" && c.at(i+1) != "的"
	}
	return c.words[i+1].shape == lower && c.words[i+1].before&^(gapBlank|gapLine) == 0
}

// impersonal reports whether a French "il" is none of a person: "il y a", "il
// faut", "il est possible".
func (c *cast) impersonal(i int) bool {
	if c.at(i) != "il" || i+1 >= len(c.words) {
		return false
	}
	switch c.at(i + 1) {
	case "y", "faut", "s", "semble", "fallait", "faudra", "convient", "pleut":
		return true
	}
	return false
}

// farBack bounds, in words, how far back a pronoun refers.
const farBack = 400

// near returns the people who were mentioned since the paragraph before this one
// began; all who fit, if there are none.
func (c *cast) near(i int, fits func(*person) bool) []*person {
	begin, parts := i, 0
	for begin > 0 && parts < 2 && i-begin < farBack {
		if c.words[begin].before&gapPart != 0 {
			parts++
		}
		begin--
	}
	var recent, all []*person
	for _, p := range c.all {
		if !p.seen || !fits(p) {
			continue
		}
		all = append(all, p)
		if p.last > begin {
			recent = append(recent, p)
		}
	}
	if len(recent) > 0 {
		return recent
	}
	return all
}

// sideSubject returns the country, or the organisation, that is the subject of
// the sentence before a pronoun, where no person is.
func (c *cast) sideSubject(i int) string {
	first := i
	for first > 0 && !c.words[first].first && i-first < farBack {
		first--
	}
	if first == i {
		return ""
	}
	for _, p := range c.all {
		if p.last > first {
			return ""
		}
	}
	for k := first; k < i; k++ {
		if c.has(k, tagOf(countries, organizations)) && c.verbBeside(span{k, k + 1}) {
			return c.span(k, k+1)
		}
	}
	return ""
}

// anybody reports whether somebody has been mentioned.
func (c *cast) anybody() bool { return len(c.log) > 0 }
