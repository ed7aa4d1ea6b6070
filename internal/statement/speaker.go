package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
		if p != nil && (quoted || s.endsAt(until)) {
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

func isComma(low string) bool { return low == "," || low == "，" || low == "،" }
func isDash(low string) bool  { return low == "—" || low == "–" || low == "-" }
func isColon(low string) bool { return low == ":" || low == "：" }

// nearby is how many words a speaker may stand behind a preposition, and farthest
// how many before a verb.
const (
	nearby   = 4
	farthest = 30
)

// leftOf looks for a subject before a token, but not before first: before an
// insertion between commas, else the nearest that no preposition governs, else
// what is written like one.
func (s *sentence) leftOf(at, first int) (p *Party, from, until int) {
	last := s.overAlso(at - 1)
	if p, from, until = s.beforeInsertion(last, first); p != nil {
		return p, from, until
	}
	commas := 0
	var where func() (*Party, int, int) // who is named by where they are
	for i := last; i >= first && at-i < farthest; i-- {
		switch low := s.tokens[i].low; {
		case s.nameInQuotes(i) >= first && i == last:
			open := s.nameInQuotes(i)
			if p, from, _ = s.partyAt(open - 1); p != nil {
				return s.party(from, i+1), from, i + 1
			}
			return s.party(open+1, i), open - 1, i + 1
		case s.quoted(i):
			return nil, 0, 0
		case low == ";" || low == "；" || isColon(low) || s.closed(i):
			return s.written(last, first)
		case isComma(low):
			if commas++; commas > 2 {
				return s.written(last, first)
			}
			continue
		}
		if s.lang.is(subjects, s.tokens, i) && s.pronominal(i) {
			return s.pronoun(i)
		}
		p, from, until = s.partyAt(i)
		if p == nil {
			continue
		}
		if !s.governed(from) {
			if q, f, u := s.written(last, until); q != nil && commas == 0 {
				return q, f, u
			}
			return p, from, until
		}
		if from, until := from, until; where == nil && s.lang.Impersonal != "" && s.tokens[max(from-1, 0)].low == s.lang.Impersonal && (from == 1 || from > 1 && isComma(s.tokens[from-2].low)) {
			where = func() (*Party, int, int) { return s.party(from-1, until), from - 1, until }
		}
		i = from
	}
	if p, from, until = s.written(last, first); p == nil && where != nil {
		return where()
	}
	return p, from, until
}

// beforeInsertion is the subject of a verb that a comma stands before: who is named
// before the comma that the insertion begins with. "Ortiz, who left in May, said".
func (s *sentence) beforeInsertion(last, first int) (p *Party, from, until int) {
	if last < 1 || !isComma(s.tokens[last].low) {
		return nil, 0, 0
	}
	if m := s.mentionAt(last - 1); m != nil && m.Kind == mention.Person && !m.Anaphor { // "the minister, Anna Ortiz, said"
		from, until = s.span(m)
		for from > 1 && (s.tokens[from-1].low == "." || s.lang.is(abbreviations, s.tokens, from-1)) { // Dr.
			from--
		}
		if until == last && from > 0 && isComma(s.tokens[from-1].low) {
			return partyOf(m), from, until
		}
	}
	if from = s.capitals(last); last-from >= 2 && last-from <= nearby && from > first && isComma(s.tokens[from-1].low) && from-1 > first {
		return s.party(from, last), from, last
	}
	for i := last - 1; i > first && last-i < farthest; i-- {
		switch {
		case s.quoted(i) || s.tokens[i].low == ";" || s.closed(i):
			return nil, 0, 0
		case !isComma(s.tokens[i].low) || s.quoted(i-1):
			continue
		}
		if p, from, until = s.partyAt(i - 1); p != nil && until == i && !s.governed(from) {
			return p, from, until
		}
		if p, from, until = s.written(i-1, first); p != nil {
			return p, from, until
		}
	}
	return nil, 0, 0
}

// capitals is where a row of words with capitals begins that ends before a token.
func (s *sentence) capitals(end int) int {
	from := end
	for from > 0 && s.tokens[from-1].word && upper(s.whole[s.tokens[from-1].start:]) {
		from--
	}
	return from
}

// longestWritten is how many words a subject has that is found by how it is
// written.
const longestWritten = 6

// written is a subject that is no mention, by how it is written: words with
// capitals before the verb, or an article and a few words.
func (s *sentence) written(last, first int) (p *Party, from, until int) {
	if last < first || s.quoted(last) {
		return nil, 0, 0
	}
	from = last + 1
	for i := last; i >= first && last-i < longestWritten; i-- {
		t := s.tokens[i]
		if !t.word || s.quoted(i) || s.mentionAt(i) != nil && i == last {
			break
		}
		if s.lang.is(attributes, s.tokens, i) && i < last && !s.governed(i) {
			p = s.party(i, last+1)
			p.common = from > last
			return p, i, last + 1
		}
		if s.lang.is(before, s.tokens, i) && !s.lang.is(of, s.tokens, i) || s.lang.is(that, s.tokens, i) || s.lang.is(and, s.tokens, i) {
			break
		}
		if upper(s.whole[t.start:]) {
			from = i
		}
	}
	for from < last && s.lang.is(speakers, s.tokens, from) {
		from++ // whom he speaks for
	}
	if from > last || s.governed(from) || from == 0 && last == 0 && s.lang.is(circumstances, s.tokens, 0) {
		return nil, 0, 0
	}
	return s.party(from, last+1), from, last + 1
}

func upper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// party is who is named by tokens; without articles he is resolved.
func (s *sentence) party(from, until int) *Party {
	named := from
	for named+1 < until && s.lang.is(articles, s.tokens, named) {
		named++
	}
	start, end := s.tokens[from].start, s.tokens[until-1].end
	return &Party{Surface: s.whole[start:end], Resolved: s.whole[s.tokens[named].start:end], Start: start, End: end}
}

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
	for until < len(s.tokens) && (s.lang.is(attributes, s.tokens, until) || s.country(until) != nil) {
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
