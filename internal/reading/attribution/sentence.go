package attribution

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// Sentence is a sentence with what is known of its words: their roles, the quotations
// and the mentions. It does not change once it has been read.
type Sentence struct {
	tagged
	// Start and End are its bytes in the text.
	Start, End int
	// Mentions are those within it, in order.
	Mentions []entity.Mention
	whole    string // the text that it is of
	quotes   []text.Quotation
}

// Is reports whether words of a role begin at a token.
func (s *Sentence) Is(r Role, i int) bool { return s.is(r, i) }

// Length returns how many tokens the words of a role have that begin at one, or 0.
func (s *Sentence) Length(r Role, i int) int { return s.length(r, i) }

// Has reports whether words of a role are in it.
func (s *Sentence) Has(r Role) bool { return s.has(r) }

// Len returns how many tokens it has.
func (s *Sentence) Len() int { return len(s.tokens) }

// Token returns a token.
func (s *Sentence) Token(i int) text.Token { return s.tokens[i] }

// IsUpper reports whether a token begins with a capital.
func (s *Sentence) IsUpper(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.whole[s.tokens[i].Start:])
	return unicode.IsUpper(r)
}

// Unspaced reports whether its language is written without blanks.
func (s *Sentence) Unspaced() bool { return s.lang.Unspaced }

// AdjectivesFollow reports whether its language puts the subject after the verb, and
// adjectives after the noun, as Romance languages do.
func (s *Sentence) AdjectivesFollow() bool { return s.lang.SubjectAfterVerb }

// isQuoted reports whether a token is within a quotation.
func (s *Sentence) isQuoted(i int) bool {
	for _, q := range s.quotes {
		if i > q.Open && i < q.Close {
			return !q.Bare // where it ends is not known
		}
	}
	return false
}

// quoteAt returns the quotation that begins at a token, or nil.
func (s *Sentence) quoteAt(i int) *text.Quotation {
	for k := range s.quotes {
		if s.quotes[k].Open == i {
			return &s.quotes[k]
		}
	}
	return nil
}

// Closes reports whether a quotation ends at a token.
func (s *Sentence) Closes(i int) bool {
	return slices.ContainsFunc(s.quotes, func(q text.Quotation) bool { return q.Close == i })
}

// SpanOf returns the tokens of a mention: from the first to before the end.
func (s *Sentence) SpanOf(m *entity.Mention) (from, until int) {
	from = len(s.tokens)
	for i := range s.tokens {
		if s.tokens[i].Start >= m.Start {
			from = i
			break
		}
	}
	until = from
	for until < len(s.tokens) && s.tokens[until].Start < m.End {
		until++
	}
	return from, until
}

// canSpeak reports whether a mention is of somebody who can speak.
func canSpeak(m *entity.Mention) bool {
	return m.Kind != entity.Goods && m.Kind != entity.Programme
}

// ranks prefer people to organisations to countries.
var ranks = []entity.Kind{entity.Person, entity.Organization, entity.ListedParty, entity.Country}

func rank(m *entity.Mention) int { return slices.Index(ranks, m.Kind) }

// mentionAt returns the mention of somebody who can speak that a token is in, or nil; of
// several the one of the highest rank.
func (s *Sentence) mentionAt(i int) (found *entity.Mention) {
	t := s.tokens[i]
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if canSpeak(m) && m.Start <= t.Start && t.End <= m.End && (found == nil || rank(m) < rank(found)) {
			found = m
		}
	}
	return found
}

// isOfPerson reports whether a token is in the name of a person.
func (s *Sentence) isOfPerson(i int) bool {
	t := s.tokens[i]
	return slices.ContainsFunc(s.Mentions, func(m entity.Mention) bool {
		return m.Kind == entity.Person && !m.Anaphor && m.Start <= t.Start && t.End <= m.End
	})
}

// countryAt returns the country that a token is in, or nil.
func (s *Sentence) countryAt(i int) *entity.Mention {
	if m := s.mentionAt(i); m != nil && m.Kind == entity.Country {
		return m
	}
	return nil
}

// isNamed reports whether a token is in a mention of somebody, not of a country.
func (s *Sentence) isNamed(i int) bool {
	m := s.mentionAt(i)
	return m != nil && m.Kind != entity.Country
}

// IsGoverned reports whether a preposition is in front of a token: what follows it is
// not a subject.
func (s *Sentence) IsGoverned(from int) bool {
	i := from - 1
	for i >= 0 && s.is(Attributes, i) && !s.is(Prepositions, i) {
		i--
	}
	return s.is(Prepositions, i) || s.is(Of, i)
}

// beforeAlso returns the last token at or before one that may not be between a subject
// and its verb.
func (s *Sentence) beforeAlso(i int) int {
	for i >= 0 && (s.is(Also, i) || s.is(Not, i)) && s.mentionAt(i) == nil {
		i--
	}
	return i
}

// afterArticles returns the first token at or after one that is not an article.
func (s *Sentence) afterArticles(i, end int) int {
	for i < end && s.is(Articles, i) {
		i++
	}
	return i
}

// firstCapital returns where the words with capitals begin that end before a token.
func (s *Sentence) firstCapital(end int) int {
	from := end
	for from > 0 && s.tokens[from-1].IsWord && s.IsUpper(from-1) {
		from--
	}
	return from
}

// party returns the party that tokens name; it is resolved by their words without
// articles.
func (s *Sentence) party(from, until int) *Party {
	named := from
	for n := s.length(Articles, named); n > 0 && named+n < until; n = s.length(Articles, named) {
		named += n
	}
	start, end := s.tokens[from].Start, s.tokens[until-1].End
	return &Party{Surface: s.whole[start:end], Resolved: s.whole[s.tokens[named].Start:end], Start: start, End: end}
}

// partyAt returns who is named at a token, and the tokens: a mention, or a noun for
// those who speak with what belongs to it.
func (s *Sentence) partyAt(i int) (p *Party, from, until int) {
	if s.is(Speakers, i) && !s.isNamed(i) {
		return s.speakersAt(i)
	}
	m := s.mentionAt(i)
	if m == nil {
		return nil, 0, 0
	}
	from, until = s.SpanOf(m)
	if m.Kind == entity.Country && s.is(Speakers, until) && !s.isNamed(until) { // Chinese companies
		return s.speakersAt(until)
	}
	if m.Kind == entity.Country && s.lang.Impersonal != "" && s.is(Speakers, from-1) && !s.isNamed(from-1) { // the president of
		return s.speakersAt(from - 1)
	}
	return coref.ReferentOf(m), from, until
}

// speakersAt returns the party of a noun for those who speak, with its attributes on
// both sides and with those they speak for.
func (s *Sentence) speakersAt(at int) (p *Party, from, until int) {
	speaker := func(i int) bool { return s.lang.Impersonal != "" && s.is(Speakers, i) }
	from, until = at, at+max(s.length(Speakers, at), 1)
	for from > 0 && (s.is(Attributes, from-1) || s.countryAt(from-1) != nil || speaker(from-1)) && !s.isQuoted(from-1) && !s.isNamed(from-1) {
		from--
	}
	for until < len(s.tokens) && (s.is(Attributes, until) || s.countryAt(until) != nil || speaker(until) && !s.isNamed(until)) {
		until++
	}
	until, resolved := s.overPrincipal(until)
	p = s.party(from, until)
	if resolved != "" {
		p.Resolved = resolved
	}
	return p, from, until
}

// overPrincipal extends a noun for those who speak, which ends before a token, over
// those they speak for: "of the ministry". It returns who these are if they are a
// mention.
func (s *Sentence) overPrincipal(end int) (until int, resolved string) {
	n := s.length(Of, end)
	if n == 0 {
		return end, ""
	}
	next, bare := end+n, end+n
	for next < len(s.tokens) && s.is(Attributes, next) {
		next++
	}
	if next >= len(s.tokens) {
		return end, ""
	}
	if m := s.mentionAt(next); m != nil {
		_, until = s.SpanOf(m)
		return until, m.Resolved
	}
	switch n := s.length(Speakers, next); {
	case n > 0:
		return next + n, ""
	case next > bare && !s.is(Articles, next-1):
		return next, ""
	case !s.tokens[next].IsWord || s.lang.Unspaced:
		return end, ""
	}
	until = next + 1
	for until < len(s.tokens) && s.tokens[until].IsWord && s.IsUpper(next) && s.IsUpper(until) {
		until++
	}
	return until, ""
}

// within returns the mentions in a range of the text; they are in the order in which
// they begin.
func within(all []entity.Mention, start, end int) (out []entity.Mention) {
	first, _ := slices.BinarySearchFunc(all, start, func(m entity.Mention, at int) int { return cmp.Compare(m.Start, at) })
	for _, m := range all[first:] {
		if m.Start >= end {
			break
		}
		if m.End <= end {
			out = append(out, m)
		}
	}
	return out
}
