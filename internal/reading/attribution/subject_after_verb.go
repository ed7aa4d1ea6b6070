package attribution

import (
	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
)

// afterVerb looks for a subject that begins at a token or a few words after it; after a
// quotation also for a pronoun, and for words that are written like a subject.
func (s *speakers) afterVerb(at, words int, quoted bool) (p *Party, from, until int) {
	if quoted && s.lang.SubjectAfterVerb {
		at = s.afterAddressee(at)
	}
	for i := at; i < len(s.tokens) && words > 0; i++ {
		if s.isQuoted(i) || !s.tokens[i].IsWord {
			return nil, 0, 0
		}
		if s.is(Subjects, i) && s.isPronominal(i) {
			if !quoted {
				return nil, 0, 0
			}
			return s.pronoun(i)
		}
		if p, from, until = s.partyAt(i); p != nil {
			return s.withApposition(p, from, until)
		}
		if s.is(That, i) {
			return nil, 0, 0
		}
		if !s.is(Attributes, i) && !s.is(Also, i) {
			words--
		}
	}
	if !quoted {
		return nil, 0, 0
	}
	if p, from, until = s.writtenAfter(at); p == nil {
		return nil, 0, 0
	}
	return s.withApposition(p, from, until)
}

// afterAddressee returns where the subject begins after those who are spoken to: "said to
// the press the minister".
func (s *speakers) afterAddressee(at int) int {
	n := s.length(To, at)
	if n == 0 {
		return at
	}
	i := s.afterArticles(at+n, len(s.tokens))
	if i >= len(s.tokens) || !s.tokens[i].IsWord {
		return at
	}
	if m := s.mentionAt(i); m != nil {
		_, i = s.SpanOf(m)
	} else {
		i++
	}
	if i < len(s.tokens) && s.tokens[i].IsWord {
		return i
	}
	return at
}

// writtenAfter returns a subject after a verb that is not a mention, by how it is
// written.
func (s *speakers) writtenAfter(at int) (p *Party, from, until int) {
	for at < len(s.tokens) && s.is(Also, at) && !s.is(Attributes, at) {
		at++
	}
	if at >= len(s.tokens) || s.lang.Unspaced {
		return nil, 0, 0
	}
	until = at
	for until < len(s.tokens) && until-at < maxWritten && s.tokens[until].IsWord && !s.isQuoted(until) {
		circumstance := s.is(Circumstances, until) && !s.is(Of, until)
		if until > at && (circumstance || s.is(That, until) || s.is(And, until)) {
			break
		}
		until++
	}
	if until == at {
		return nil, 0, 0
	}
	if named := s.firstCapital(until); until-named >= 2 && named > at {
		return s.party(named, until), at, until // the chief agronomist, by name
	}
	if !s.IsUpper(at) && (!s.is(Attributes, at) || until == at+1) {
		return nil, 0, 0
	}
	return s.party(at, until), at, until
}

// withApposition returns the person whose office was found: "the minister, Anna Ortiz".
// Without one it returns what was found.
func (s *speakers) withApposition(p *Party, from, until int) (*Party, int, int) {
	next := until
	for next < len(s.tokens) && next < until+maxAfterPreposition {
		if s.tokens[next].Low != "," && !s.is(Of, next) && !s.is(Attributes, next) && s.countryAt(next) == nil {
			break
		}
		next++
	}
	if next >= len(s.tokens) || s.isQuoted(next) {
		return p, from, until
	}
	if m := s.mentionAt(next); m != nil && m.Kind == entity.Person && !m.Anaphor && next > until-1 {
		_, end := s.SpanOf(m)
		return coref.ReferentOf(m), from, end
	}
	if p.Person || next > until+1 || next == until+1 && !s.tokens[until].IsComma() {
		return p, from, until
	}
	end := next
	for end < len(s.tokens) && s.tokens[end].IsWord && s.IsUpper(end) {
		end++
	}
	closed := next == until || end == len(s.tokens) || !s.tokens[end].IsWord
	if n := end - next; n >= 2 && n <= maxAfterPreposition && closed {
		return s.party(next, end), from, end
	}
	return p, from, until
}
