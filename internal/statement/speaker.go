package statement

import "github.com/enduse/enduse/internal/mention"

// nameSpeakers gives each verb its speaker: its own, else that of the verb
// before it. What a sentence has no subject for it takes from the one before.
func (s *sentence) nameSpeakers(text string) {
	for i := range s.verbs {
		v := &s.verbs[i]
		if p, from, until := s.speakerOf(text, i); p != nil {
			v.speaker, v.from, v.until = p, from, until
		} else if !v.passive && !v.according {
			v.speaker = s.before
		}
		if v.speaker != nil {
			s.before = v.speaker
		}
	}
}

// speakerOf is the subject of a verb, with its tokens.
func (s *sentence) speakerOf(text string, i int) (p *Party, from, until int) {
	v := &s.verbs[i]
	switch {
	case v.according:
		return s.rightOf(text, v.to, nearby)
	case v.passive:
		for k := v.to; k < min(v.to+nearby, len(s.tokens)); k++ {
			if n := s.lang.length(by, s.tokens, k); n > 0 {
				return s.rightOf(text, k+n, 2)
			}
		}
		return nil, 0, 0
	}
	first := 0
	if i > 0 {
		first = s.verbs[i-1].to
	}
	if s.inverted(v) {
		if p, from, until = s.rightOf(text, v.to, 1); p != nil {
			return p, from, until
		}
	}
	if p, from, until = s.leftOf(text, v.at, first); p != nil {
		return p, from, until
	}
	return s.rightOf(text, v.to, 1)
}

// inverted reports whether a verb stands as one whose subject follows: behind a
// quotation, or behind a comma if it does not speak to somebody.
func (s *sentence) inverted(v *verb) bool {
	i := v.at - 1
	if i >= 0 && (isComma(s.tokens[i].low) || isDash(s.tokens[i].low)) {
		i--
		if i >= 0 && s.closed(i) {
			return true
		}
		return i >= 0 && !s.lang.Unspaced && !addresses(v.entry.Class)
	}
	return i >= 0 && s.closed(i)
}

func isComma(low string) bool { return low == "," || low == "，" || low == "،" }
func isDash(low string) bool  { return low == "—" || low == "–" || low == "-" }
func isColon(low string) bool { return low == ":" || low == "：" }

// nearby is how many words a speaker may stand behind a preposition, and farthest
// how many before a verb.
const (
	nearby   = 4
	farthest = 30
)

// leftOf looks for a subject before a token, but not before first.
func (s *sentence) leftOf(text string, at, first int) (p *Party, from, until int) {
	commas := 0
	last := s.overAlso(at - 1)
	if s.lang.is(and, s.tokens, last) {
		return nil, 0, 0 // it goes on with the subject before
	}
	for i := last; i >= first && at-i < farthest; i-- {
		switch low := s.tokens[i].low; {
		case s.quoted(i):
			return nil, 0, 0
		case low == ";" || low == "；" || isColon(low) || s.closed(i):
			return nil, 0, 0
		case isComma(low):
			if commas++; commas > 2 {
				return nil, 0, 0
			}
			continue
		}
		if s.lang.is(subjects, s.tokens, i) && s.mentionAt(i) == nil {
			return s.pronoun(i)
		}
		p, from, until = s.partyAt(text, i)
		if p == nil {
			continue
		}
		if !s.governed(from) {
			return p, from, until
		}
		i = from
	}
	return nil, 0, 0
}

// pronoun stands for the speaker before.
func (s *sentence) pronoun(i int) (p *Party, from, until int) {
	if s.before == nil {
		return nil, 0, 0
	}
	return s.before, i, i + 1
}

// rightOf looks for a subject that begins at a token or a few words behind it.
func (s *sentence) rightOf(text string, at, words int) (p *Party, from, until int) {
	for i := at; i < len(s.tokens) && words > 0; i++ {
		if s.quoted(i) || !s.tokens[i].word {
			return nil, 0, 0
		}
		if s.lang.is(subjects, s.tokens, i) && s.mentionAt(i) == nil {
			return s.pronoun(i)
		}
		if p, from, until = s.partyAt(text, i); p != nil {
			return s.apposed(p, from, until)
		}
		if s.lang.is(that, s.tokens, i) {
			return nil, 0, 0
		}
		if !s.lang.is(attributes, s.tokens, i) {
			words--
		}
	}
	return nil, 0, 0
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
	return p, from, until
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
func (s *sentence) partyAt(text string, i int) (p *Party, from, until int) {
	if s.lang.is(speakers, s.tokens, i) && !s.named(i) {
		return s.speakers(text, i)
	}
	m := s.mentionAt(i)
	if m == nil {
		return nil, 0, 0
	}
	from, until = s.span(m)
	if m.Kind == mention.Country && s.lang.is(speakers, s.tokens, until) && !s.named(until) { // Chinese companies
		return s.speakers(text, until)
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
func (s *sentence) speakers(text string, at int) (p *Party, from, until int) {
	from, until = at, at+max(s.lang.length(speakers, s.tokens, at), 1)
	for from > 0 && (s.lang.is(attributes, s.tokens, from-1) || s.country(from-1) != nil) && !s.quoted(from-1) {
		from--
	}
	for until < len(s.tokens) && (s.lang.is(attributes, s.tokens, until) || s.country(until) != nil) {
		until++
	}
	p = &Party{}
	if n := s.lang.length(of, s.tokens, until); n > 0 {
		next := until + n
		for next < len(s.tokens) && s.lang.is(attributes, s.tokens, next) {
			next++
		}
		if next < len(s.tokens) {
			if m := s.mentionAt(next); m != nil {
				_, until = s.span(m)
				p.Resolved = m.Resolved
			} else if n := s.lang.length(speakers, s.tokens, next); n > 0 {
				until = next + n
			}
		}
	}
	p.Start, p.End = s.tokens[from].start, s.tokens[until-1].end
	p.Surface = text[p.Start:p.End]
	if p.Resolved == "" {
		p.Resolved = p.Surface
	}
	return p, from, until
}

func partyOf(m *mention.Mention) *Party {
	return &Party{Surface: m.Surface, Resolved: m.Resolved, Start: m.Start, End: m.End, Uncertain: m.Uncertain}
}
