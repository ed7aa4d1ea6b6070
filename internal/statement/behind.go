package statement

import (
	"github.com/enduse/enduse/internal/mention"
)

// rightOf looks for a subject that begins at a token or a few words behind it;
// behind a quotation also for a pronoun, and for what is written like a subject.
func (s *sentence) rightOf(at, words int, quoted bool) (p *Party, from, until int) {
	if quoted && s.lang.Inverts {
		at = s.overAddressee(at)
	}
	for i := at; i < len(s.tokens) && words > 0; i++ {
		if s.quoted(i) || !s.tokens[i].word {
			return nil, 0, 0
		}
		if s.lang.is(subjects, s.tokens, i) && s.pronominal(i) {
			if !quoted {
				return nil, 0, 0
			}
			return s.pronoun(i)
		}
		if p, from, until = s.partyAt(i); p != nil {
			return s.apposed(p, from, until)
		}
		if s.lang.is(that, s.tokens, i) {
			return nil, 0, 0
		}
		if !s.lang.is(attributes, s.tokens, i) && !s.lang.is(also, s.tokens, i) {
			words--
		}
	}
	if !quoted {
		return nil, 0, 0
	}
	p, from, until = s.writtenBehind(at)
	if p == nil {
		return nil, 0, 0
	}
	return s.apposed(p, from, until)
}

// overAddressee goes on behind who is spoken to, where the subject follows: "said to
// the press the minister".
func (s *sentence) overAddressee(at int) int {
	n := s.lang.length(to, s.tokens, at)
	if n == 0 {
		return at
	}
	i := at + n
	for i < len(s.tokens) && s.lang.is(articles, s.tokens, i) {
		i++
	}
	if i >= len(s.tokens) || !s.tokens[i].word {
		return at
	}
	if m := s.mentionAt(i); m != nil {
		_, i = s.span(m)
	} else {
		i++
	}
	if i < len(s.tokens) && s.tokens[i].word {
		return i
	}
	return at
}

// writtenBehind is a subject behind a verb that is no mention, by how it is written.
func (s *sentence) writtenBehind(at int) (p *Party, from, until int) {
	for at < len(s.tokens) && s.lang.is(also, s.tokens, at) && !s.lang.is(attributes, s.tokens, at) {
		at++
	}
	if at >= len(s.tokens) || s.lang.Unspaced {
		return nil, 0, 0
	}
	until = at
	for until < len(s.tokens) && until-at < longestWritten && s.tokens[until].word && !s.quoted(until) {
		if until > at && (s.lang.is(circumstances, s.tokens, until) && !s.lang.is(of, s.tokens, until) || s.lang.is(that, s.tokens, until) || s.lang.is(and, s.tokens, until)) {
			break
		}
		until++
	}
	if until == at {
		return nil, 0, 0
	}
	if named := s.capitals(until); until-named >= 2 && named > at {
		return s.party(named, until), at, until // the chief agronomist, by name
	}
	if !upper(s.whole[s.tokens[at].start:]) && (!s.lang.is(attributes, s.tokens, at) || until == at+1) {
		return nil, 0, 0
	}
	return s.party(at, until), at, until
}

// apposed takes the person whose office was found: "the minister, Anna Ortiz".
func (s *sentence) apposed(p *Party, from, until int) (*Party, int, int) {
	next := until
	for next < len(s.tokens) && next < until+nearby {
		if low := s.tokens[next].low; low != "," && !s.lang.is(of, s.tokens, next) && !s.lang.is(attributes, s.tokens, next) && s.country(next) == nil {
			break
		}
		next++
	}
	if next >= len(s.tokens) || s.quoted(next) {
		return p, from, until
	}
	if m := s.mentionAt(next); m != nil && m.Kind == mention.Person && !m.Anaphor && next > until-1 {
		_, end := s.span(m)
		return partyOf(m), from, end
	}
	if p.person || next > until+1 || next == until+1 && !isComma(s.tokens[until].low) {
		return p, from, until
	}
	end := next
	for end < len(s.tokens) && s.tokens[end].word && upper(s.whole[s.tokens[end].start:]) {
		end++
	}
	if end-next >= 2 && end-next <= nearby && (next == until || end == len(s.tokens) || !s.tokens[end].word) {
		return s.party(next, end), from, end
	}
	return p, from, until
}
