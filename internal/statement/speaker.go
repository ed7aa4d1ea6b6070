package statement

import (
	"strings"

	"github.com/enduse/enduse/internal/mention"
)

// nameSpeakers gives each verb its speaker: its own, else that of the verb
// before it. What a sentence has no subject for it takes from the one before.
func (s *sentence) nameSpeakers() {
	for i := range s.verbs {
		v := &s.verbs[i]
		if p, from, until := s.speakerOf(i); p != nil {
			v.speaker, v.from, v.until = p, from, until
		} else if !v.passive && !v.according {
			v.speaker = s.before
			if v.speaker == nil && s.lang.Drops && (!s.lang.Unspaced || s.opensWith(v.at)) {
				v.speaker = s.past
			}
		}
		if v.speaker != nil {
			s.before = v.speaker
		}
	}
}

// speakerOf is the subject of a verb, with its tokens.
func (s *sentence) speakerOf(i int) (p *Party, from, until int) {
	v := &s.verbs[i]
	switch {
	case v.according:
		if s.lang.is(objects, s.tokens, v.to) && s.pronominal(v.to) {
			return s.pronoun(v.to)
		}
		if v.to < len(s.tokens) && isComma(s.tokens[v.to].low) { // "in her view,"
			return s.pronoun(s.pronounIn(v))
		}
		if p, from, until = s.rightOf(v.to, nearby, false); p == nil {
			return s.upToMark(v.to)
		}
		return p, from, until
	case v.clitic:
		if p, _, _ = s.pronoun(v.at); p == nil {
			p = s.party(v.at, v.at+1)
			p.Resolved, p.Uncertain = p.Surface[strings.LastIndex(p.Surface, "-")+1:], true
		}
		return p, v.at, v.at + 1
	case v.passive:
		for k := v.to; k < min(v.to+nearby, len(s.tokens)); k++ {
			if n := s.lang.length(by, s.tokens, k); n > 0 {
				return s.rightOf(k+n, 2, false)
			}
		}
		return nil, 0, 0
	}
	first := 0
	if i > 0 {
		first = s.verbs[i-1].to
	}
	if v.gerund {
		if s.before != nil {
			return nil, 0, 0
		}
		return s.leftOf(v.at, first)
	}
	if s.lang.Unspaced {
		return s.clauseSubject(v.at-1, first)
	}
	quoted, comma := s.inverted(v)
	if comma {
		if p, from, until = s.beforeInsertion(s.overAlso(v.at-1), first); p != nil {
			return p, from, until
		}
	}
	if quoted || comma {
		p, from, until = s.rightOf(v.to, 1, quoted)
		if p != nil && (quoted || s.endsAt(until) || s.lang.Inverts && v.entry.Class == Said && !v.entry.Framed && p.kind != mention.Country) {
			return p, from, until
		}
	}
	if s.lang.is(and, s.tokens, s.overAlso(v.at-1)) && s.before != nil {
		return nil, 0, 0 // it goes on with the subject before
	}
	if p, from, until = s.leftOf(v.at, first); p != nil || comma || !quoted && !s.lang.Inverts {
		return p, from, until
	}
	return s.rightOf(v.to, 1, quoted)
}

// upToMark is a speaker that words name up to a mark: "according to court papers,".
func (s *sentence) upToMark(at int) (p *Party, from, until int) {
	until = at
	for until < len(s.tokens) && s.tokens[until].word && !s.lang.is(that, s.tokens, until) {
		until++
	}
	if until == at || until-at > longestWritten || s.lang.Unspaced {
		return nil, 0, 0
	}
	return s.party(at, until), at, until
}

// endsAt reports whether a clause may end before a token: a mark, or a word of
// circumstance.
func (s *sentence) endsAt(i int) bool {
	return i >= len(s.tokens) || !s.tokens[i].word || s.lang.is(circumstances, s.tokens, i) && !s.lang.is(infinitive, s.tokens, i)
}

// inverted reports whether a verb stands as one whose subject follows: behind a
// quotation, or behind a comma.
func (s *sentence) inverted(v *verb) (quoted, comma bool) {
	i := v.at - 1
	if j := s.overAlso(i); j >= 0 && !s.tokens[j].word {
		i = j // "se queja"
	}
	if i >= 0 && s.closed(i) && isComma(s.tokens[i].low) {
		return true, false
	}
	marks := 0
	for i >= 0 && marks < 2 && !s.closed(i) && (isComma(s.tokens[i].low) || isDash(s.tokens[i].low)) {
		i, marks = i-1, marks+1 // », —
	}
	if marks > 0 {
		if i >= 0 && s.closed(i) {
			return true, false
		}
		return false, i >= 0 && !s.lang.Unspaced
	}
	return i >= 0 && s.closed(i) && s.nameInQuotes(i) < 0, false
}

// nameInQuotes is where a name in quotation marks begins that ends at a token, or
// -1: a few words, behind a word without a mark.
func (s *sentence) nameInQuotes(end int) int {
	for _, q := range s.quotes {
		if q.close == end && q.open > 0 && end-q.open <= longestWritten && s.tokens[q.open-1].word && !s.lang.is(that, s.tokens, q.open-1) {
			return q.open
		}
	}
	return -1
}
