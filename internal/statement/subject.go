package statement

import (
	"github.com/enduse/enduse/internal/mention"
)

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
		if !s.governed(from) || until == last+1 && s.lang.is(conjunctions, s.tokens, from-1) {
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
