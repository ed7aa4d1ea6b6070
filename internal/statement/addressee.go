package statement

// longestAddressee is how many words those have who are spoken to.
const longestAddressee = 6

// skipAddressee goes on behind whom it is said to, and notes him: who stands
// behind "to", or behind a verb that speaks to somebody, up to what he is told.
func (s *sentence) skipAddressee(v *verb, at, end int, c *content) int {
	i := at + s.lang.length(to, s.tokens, at)
	if i == at && !v.entry.addressed() {
		return at
	}
	if s.beginsSaid(i) {
		return at
	}
	first := i
	for i < end && s.lang.is(articles, s.tokens, i) {
		i++
	}
	if i >= end || s.quoted(i) || s.opens(i) || i == first && s.doing(v, at, i) {
		return at
	}
	if s.lang.is(before, s.tokens, i) || s.lang.is(circumstances, s.tokens, i) {
		return at
	}
	m := s.mentionAt(i)
	if m != nil && !s.lang.Unspaced {
		p, from, until := s.partyAt(i)
		for k := i + 1; k < until && v.entry.Class == Accused; k++ {
			if s.lang.is(infinitive, s.tokens, k) { // of what they are accused
				p, until = s.party(from, k), k
			}
		}
		if until >= end || s.beginsSaid(until) || first > at || v.entry.Class == Accused {
			c.addressee = p.Surface
			return until
		}
	}
	longest := longestAddressee
	if v.entry.Addressed {
		longest *= 2 // "told a briefing in Beijing on Monday that"
	}
	for k := i; k < min(end, i+longest); k++ {
		if k > i && s.beginsSaid(k) {
			c.addressee = s.whole[s.tokens[first].start:s.tokens[k-1].end]
			if m != nil {
				c.addressee = m.Surface
			}
			return k
		}
		if !s.tokens[k].word || s.lang.is(infinitive, s.tokens, k) || m == nil && (s.lang.is(subjects, s.tokens, k) || k > i && !v.entry.Addressed && s.lang.is(also, s.tokens, k)) {
			break
		}
	}
	if v.entry.Addressed && !s.lang.Unspaced && i > first && i+1 < end && s.tokens[i+1].word { // "told the assembly his country had"
		c.addressee = s.whole[s.tokens[first].start:s.tokens[i].end]
		return i + 1
	}
	return at
}

// doing reports whether what stands behind a verb is what is to be done, not to
// whom it is said: "threatened to list", where "to" may be either.
func (s *sentence) doing(v *verb, at, i int) bool {
	return i > at && v.entry.Class != Said && s.lang.is(infinitive, s.tokens, at) && !s.lang.is(speakers, s.tokens, i) && s.mentionAt(i) == nil && !s.lang.is(attributes, s.tokens, i)
}

// beginsSaid reports whether what somebody is told begins at a token.
func (s *sentence) beginsSaid(i int) bool {
	return s.lang.is(that, s.tokens, i) || s.lang.is(infinitive, s.tokens, i) || s.lang.is(not, s.tokens, i) || i < len(s.tokens) && isColon(s.tokens[i].low)
}
