package statement

import (
	"github.com/enduse/enduse/internal/mention"
)

// pronominal reports whether a pronoun is resolved by no mention, or by one that
// is not sure.
func (s *sentence) pronominal(i int) bool {
	m := s.mentionAt(i)
	return m == nil || m.Anaphor && (m.Uncertain || s.past != nil || s.topic != nil)
}

// pronoun stands for the speaker before, or for whom the sentence before was
// about: a thing for a body or a country, else for a person.
func (s *sentence) pronoun(i int) (p *Party, from, until int) {
	thing := s.lang.is(things, s.tokens, i)
	topic := s.topic
	if thing {
		topic = s.matter
	}
	for _, p := range []*Party{s.before, topic, s.past} {
		if p != nil && (p.person != thing || p.kind == "") {
			return p, i, i + 1
		}
	}
	if m := s.mentionAt(i); m != nil {
		return partyOf(m), i, i + 1
	}
	if !s.lang.is(subjects, s.tokens, i) && !s.lang.is(objects, s.tokens, i) {
		return nil, 0, 0
	}
	p = s.party(i, i+1)
	p.Uncertain = true
	return p, i, i + 1
}

// pronounIn is the pronoun in words that name a source, or where they begin.
func (s *sentence) pronounIn(v *verb) int {
	for i := v.at; i < v.to; i++ {
		if s.lang.is(objects, s.tokens, i) || s.lang.is(subjects, s.tokens, i) {
			return i
		}
	}
	return v.at
}

// subject is whom a sentence is about: its first actor that no preposition governs.
func (s *sentence) subject() *Party {
	for i := range s.mentions {
		m := &s.mentions[i]
		if from, _ := s.span(m); actor(m) && !m.Anaphor && !s.governed(from) && !s.quoted(from) && m.Kind == mention.Person {
			return partyOf(m)
		}
	}
	return nil
}

// thing is the body or the country that a sentence is about: its first one that no
// preposition governs, or what it begins with before an auxiliary.
func (s *sentence) thing() *Party {
	for i := range s.mentions {
		m := &s.mentions[i]
		if from, _ := s.span(m); actor(m) && !m.Anaphor && m.Kind != mention.Person && !s.governed(from) && !s.quoted(from) {
			return partyOf(m)
		}
	}
	end := 0
	for end < len(s.tokens) && s.tokens[end].word && upper(s.whole[s.tokens[end].start:]) && !s.quoted(end) {
		end++
	}
	if end > 0 && end < len(s.tokens) && s.lang.is(also, s.tokens, end) && !s.lang.is(attributes, s.tokens, 0) && !s.lang.is(circumstances, s.tokens, 0) && !s.lang.is(subjects, s.tokens, 0) {
		return s.party(0, end)
	}
	return nil
}
