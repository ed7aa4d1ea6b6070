package statement

import "strings"

// farthestColon is how many words may stand before the colon of a quotation that
// has no verb of speech.
const farthestColon = 20

// verbless finds a quotation that no verb attributes: behind somebody and a colon,
// or alone behind a sentence about somebody who has said nothing in it. silent is
// that sentence, or nil.
func (s *sentence) verbless(silent *sentence) (Statement, bool) {
	if len(s.quotes) == 0 || len(s.verbs) > 0 {
		return Statement{}, false
	}
	q := &s.quotes[0]
	var p *Party
	switch {
	case q.open > 1 && q.open <= farthestColon && isColon(s.tokens[q.open-1].low):
		p = s.about(q.open - 1)
	case q.open == 0 && q.close >= len(s.tokens)-2 && silent != nil && !strings.Contains(s.whole[silent.end:s.start], "\n\n"):
		p = silent.about(len(silent.tokens))
	}
	if p == nil {
		return Statement{}, false
	}
	return s.quotation(p, q)
}

// quotation is a statement of a quotation alone; a few words are none.
func (s *sentence) quotation(p *Party, q *quote) (Statement, bool) {
	open, end := q.open+1, min(q.close, len(s.tokens))
	for end > open && !s.tokens[end-1].word {
		end--
	}
	if end-open < few || q.open < 0 {
		return Statement{}, false
	}
	return s.lang.quotation(p, saidEntry, s.whole, s.tokens[open].start, s.tokens[end-1].end), true
}

// about is the person that words before a token are about: one who is named, or for
// whom a pronoun stands.
func (s *sentence) about(end int) *Party {
	for i := range end {
		if s.quoted(i) {
			return nil
		}
		if s.lang.is(subjects, s.tokens, i) && s.pronominal(i) {
			p, _, _ := s.pronoun(i)
			return p
		}
		if p, from, _ := s.partyAt(i); p != nil && p.person && !s.governed(from) {
			return p
		}
	}
	return nil
}
