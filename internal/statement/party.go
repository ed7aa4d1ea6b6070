package statement

import (
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/mention"
)

// party is who is named by tokens; without articles he is resolved.
func (s *sentence) party(from, until int) *Party {
	named := from
	for n := s.lang.length(articles, s.tokens, named); n > 0 && named+n < until; n = s.lang.length(articles, s.tokens, named) {
		named += n
	}
	start, end := s.tokens[from].start, s.tokens[until-1].end
	return &Party{Surface: s.whole[start:end], Resolved: s.whole[s.tokens[named].start:end], Start: start, End: end}
}

func (s *sentence) country(i int) *mention.Mention {
	if m := s.mentionAt(i); m != nil && m.Kind == mention.Country {
		return m
	}
	return nil
}

// governed reports whether a preposition stands before a token: what follows it
// is no subject.
func (s *sentence) governed(from int) bool {
	i := from - 1
	for i >= 0 && s.lang.is(attributes, s.tokens, i) && !s.lang.is(before, s.tokens, i) {
		i--
	}
	return s.lang.is(before, s.tokens, i) || s.lang.is(of, s.tokens, i)
}

// partyAt is who is named at a token: a mention, or a noun for those who speak
// with what belongs to it.
func (s *sentence) partyAt(i int) (p *Party, from, until int) {
	if s.lang.is(speakers, s.tokens, i) && !s.named(i) {
		return s.speakers(i)
	}
	m := s.mentionAt(i)
	if m == nil {
		return nil, 0, 0
	}
	from, until = s.span(m)
	if m.Kind == mention.Country && s.lang.is(speakers, s.tokens, until) && !s.named(until) { // Chinese companies
		return s.speakers(until)
	}
	if m.Kind == mention.Country && s.lang.Impersonal != "" && s.lang.is(speakers, s.tokens, from-1) && !s.named(from-1) { // the president of
		return s.speakers(from - 1)
	}
	return partyOf(m), from, until
}

// named reports whether a token is in a mention of somebody, not of a country.
func (s *sentence) named(i int) bool {
	m := s.mentionAt(i)
	return m != nil && m.Kind != mention.Country
}

// speakers is a noun for those who speak, with its attributes on both sides and
// with whom they speak for.
func (s *sentence) speakers(at int) (p *Party, from, until int) {
	from, until = at, at+max(s.lang.length(speakers, s.tokens, at), 1)
	for from > 0 && (s.lang.is(attributes, s.tokens, from-1) || s.country(from-1) != nil || s.lang.Impersonal != "" && s.lang.is(speakers, s.tokens, from-1)) && !s.quoted(from-1) && !s.named(from-1) {
		from--
	}
	for until < len(s.tokens) && (s.lang.is(attributes, s.tokens, until) || s.country(until) != nil || s.lang.Impersonal != "" && s.lang.is(speakers, s.tokens, until) && !s.named(until)) {
		until++
	}
	resolved := ""
	if n := s.lang.length(of, s.tokens, until); n > 0 {
		next, bare := until+n, until+n
		for next < len(s.tokens) && s.lang.is(attributes, s.tokens, next) {
			next++
		}
		if next < len(s.tokens) {
			if m := s.mentionAt(next); m != nil {
				_, until = s.span(m)
				resolved = m.Resolved
			} else if n := s.lang.length(speakers, s.tokens, next); n > 0 {
				until = next + n
			} else if next > bare && !s.lang.is(articles, s.tokens, next-1) {
				until = next
			} else if s.tokens[next].word && !s.lang.Unspaced {
				for until = next + 1; until < len(s.tokens) && s.tokens[until].word && upper(s.whole[s.tokens[next].start:]) && upper(s.whole[s.tokens[until].start:]); until++ {
				}
			}
		}
	}
	p = s.party(from, until)
	if resolved != "" {
		p.Resolved = resolved
	}
	return p, from, until
}

func partyOf(m *mention.Mention) *Party {
	return &Party{
		Surface: m.Surface, Resolved: m.Resolved, Start: m.Start, End: m.End, Uncertain: m.Uncertain,
		kind: m.Kind, person: m.Kind == mention.Person,
	}
}

func upper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
