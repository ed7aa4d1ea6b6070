package attribution

import "github.com/enduse/enduse/internal/reading/entity"

// maxAddressee is how many words an addressee may have.
const maxAddressee = 6

// skipAddressee consumes the addressee (the phrase after "to", or the object of "informed"),
// records it, and returns where the reported words begin.
func (s *contents) skipAddressee(v *attributed, at, end int, c *content) int {
	i := at + s.length(To, at)
	if i == at && !v.hasAddressee() || s.beginsReport(i) {
		return at
	}
	first := i
	i = s.afterArticles(i, end)
	if i >= end || s.isQuoted(i) || s.quoteAt(i) != nil || i == first && s.isInfinitive(v, at, i) {
		return at
	}
	if s.is(Prepositions, i) || s.is(Circumstances, i) {
		return at
	}
	m := s.mentionAt(i)
	if m != nil && !s.lang.Unspaced {
		if p, until := s.namedAddressee(v, i); until >= end || s.beginsReport(until) || first > at || v.Class == Accused {
			c.addressee = p.Surface
			return until
		}
	}
	if k := s.reportAfter(v, m, i, end); k > 0 {
		c.addressee = s.whole[s.tokens[first].Start:s.tokens[k-1].End]
		if m != nil {
			c.addressee = m.Surface
		}
		return k
	}
	if v.Addressed && !s.lang.Unspaced && i > first && i+1 < end && s.tokens[i+1].IsWord { // "informed the assembly his country had"
		c.addressee = s.whole[s.tokens[first].Start:s.tokens[i].End]
		return i + 1
	}
	return at
}

// namedAddressee returns the addressee that a mention names at a token, and where it
// ends.
func (s *contents) namedAddressee(v *attributed, i int) (*Party, int) {
	p, from, until := s.partyAt(i)
	for k := i + 1; k < until && v.Class == Accused; k++ {
		if s.is(Infinitive, k) { // of what they are accused
			p, until = s.party(from, k), k
		}
	}
	return p, until
}

// reportAfter returns where the reported words begin after an addressee that begins at i,
// or 0 if a word cannot be of one.
func (s *contents) reportAfter(v *attributed, m *entity.Mention, i, end int) int {
	longest := maxAddressee
	if v.Addressed {
		longest *= 2 // "informed a briefing in Beijing on Monday that"
	}
	for k := i; k < min(end, i+longest); k++ {
		if k > i && s.beginsReport(k) {
			return k
		}
		if !s.tokens[k].IsWord || s.is(Infinitive, k) {
			return 0
		}
		if m == nil && (s.is(Subjects, k) || k > i && !v.Addressed && s.is(Also, k)) {
			return 0
		}
	}
	return 0
}

// isInfinitive reports whether what follows a verb is what is to be done, not who is
// spoken to: "threatened to list", where "to" may be either.
func (s *contents) isInfinitive(v *attributed, at, i int) bool {
	return i > at && v.Class != Said && s.is(Infinitive, at) && !s.is(Speakers, i) && s.mentionAt(i) == nil && !s.is(Attributes, i)
}

// beginsReport reports whether reported words begin at a token.
func (s *contents) beginsReport(i int) bool {
	return s.is(That, i) || s.is(Infinitive, i) || s.is(Not, i) || i < len(s.tokens) && s.tokens[i].IsColon()
}
