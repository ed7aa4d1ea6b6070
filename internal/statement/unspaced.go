package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/mention"
)

// In a language without blanks a clause begins with its subject; what stands
// between it and the verb are circumstances that a preposition, a time or an adverb
// begins. So the subject is what stands before the first of these, if it looks like
// somebody who speaks; else it is that of an earlier clause of the sentence.

// clauseSubject is the subject of a verb behind a token, but not before first.
func (s *sentence) clauseSubject(last, first int) (p *Party, from, until int) {
	begin := s.clauseBegin(last+1, first)
	if p, from, until = s.subjectIn(begin, last+1); p != nil || s.before != nil {
		return p, from, until
	}
	if n := last + 1 - begin; begin == 0 && n > 1 && n <= longestUnknown && s.speech(last+1) > 0 && !s.quoted(0) {
		return s.party(0, last+1), 0, last + 1 // whoever a sentence begins with
	}
	for begin > 0 {
		end := begin - 1
		if s.quoted(end) || s.closed(end) {
			return nil, 0, 0
		}
		begin = s.clauseBegin(end, 0)
		if p, _, _ = s.subjectIn(begin, end); p != nil {
			return p, last + 1, last + 1 // it is none of the verb's own: the clause between is said of it
		}
	}
	return nil, 0, 0
}

// opensWith reports whether a sentence begins with a token, but for words that stand
// before a subject.
func (s *sentence) opensWith(at int) bool {
	begin := 0
	for begin < at {
		n := s.passes(begin, at)
		if n == 0 && isComma(s.tokens[begin].low) {
			n = 1
		}
		if n == 0 {
			return false
		}
		begin += n
	}
	return true
}

// clauseBegin is where the clause begins that ends before a token: behind a mark or
// a blank.
func (s *sentence) clauseBegin(end, first int) int {
	for end > first && (s.tokens[end-1].word || isTitleMark(s.tokens[end-1].low)) && !s.quoted(end-1) {
		end--
		if end > first && s.tokens[end-1].end < s.tokens[end].start {
			break
		}
	}
	return end
}

// isTitleMark reports whether a mark stands around the name of a paper.
func isTitleMark(low string) bool { return low == "《" || low == "》" || low == "·" || low == "•" }

// subjectIn is who a clause begins with.
func (s *sentence) subjectIn(begin, end int) (p *Party, from, until int) {
	for begin < end {
		n := s.passes(begin, end)
		if n == 0 {
			break
		}
		begin += n
	}
	if begin >= end {
		return nil, 0, 0
	}
	if s.lang.is(subjects, s.tokens, begin) && !s.lang.is(of, s.tokens, begin+1) {
		return s.pronoun(begin)
	}
	stop := begin
	for stop < end && (stop == begin || !s.circumstance(stop)) {
		stop++
	}
	return s.speakerIn(begin, stop)
}

// passes is how many words at the beginning of a clause stand before its subject.
func (s *sentence) passes(i, end int) int {
	if s.mentionAt(i) != nil {
		return 0
	}
	if n := max(s.lang.length(also, s.tokens, i), s.lang.length(and, s.tokens, i), s.lang.length(according, s.tokens, i)); n > 0 {
		return n
	}
	if !s.lang.is(circumstances, s.tokens, i) {
		return 0
	}
	for k := i + 1; k < end; k++ { // on what occasion, up to the word that ends such
		if n := s.lang.length(occasions, s.tokens, k); n > 0 {
			return k + n - i
		}
	}
	return 0
}

// circumstance reports whether at a token something begins that is not of a subject.
func (s *sentence) circumstance(i int) bool {
	if m := s.mentionAt(i); m != nil && m.Start < s.tokens[i].start {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.tokens[i].low); unicode.IsDigit(r) {
		return true
	}
	return s.lang.is(before, s.tokens, i) || s.lang.is(also, s.tokens, i) || s.lang.is(not, s.tokens, i) || s.lang.is(circumstances, s.tokens, i)
}

// longestUnknown is how many characters a subject has that nothing tells.
const longestUnknown = 8

// longestName is how many characters a Chinese name has.
const longestName = 3

// longestSubject is how many characters a subject has.
const longestSubject = 24

// speakerIn is the speaker that tokens name, if they look like one: a person who is
// known, a name behind a noun for one who speaks, or words that end like such.
func (s *sentence) speakerIn(from, until int) (*Party, int, int) {
	if until-from > longestSubject {
		return nil, 0, 0
	}
	for i := until - 1; i >= from; i-- {
		if m := s.mentionAt(i); m != nil && m.Kind == mention.Person && !m.Anaphor {
			return partyOf(m), from, until
		}
	}
	if name := s.behindNoun(from, until); name < until {
		p := s.party(name, until)
		p.person = true
		return p, from, until
	}
	if n := until - from; n >= 2 && n <= longestName && s.lang.is(surnames, s.tokens, from) && !s.lang.is(endings, s.tokens, until-1) {
		p := s.party(from, until)
		p.person = true
		return p, from, until
	}
	if m := s.mentionAt(from); m != nil {
		if first, end := s.span(m); first == from && end == until {
			return partyOf(m), from, until
		}
	}
	last := s.tokens[until-1].low
	if until-from >= 2 && (s.mentionAt(until-1) != nil || last == "》" || s.lang.is(endings, s.tokens, until-1) || s.nounEnds(from, until)) {
		return s.party(from, until), from, until
	}
	return nil, 0, 0
}

// behindNoun is where a name of two to four characters, or one with a point in it,
// begins behind the last noun for a person; until if there is none.
func (s *sentence) behindNoun(from, until int) int {
	begin := until
	for i := from; i < until; i++ {
		if n := s.lang.length(speakers, s.tokens, i); n > 0 && i+n < until && s.lang.is(personal, s.tokens, i+n-1) {
			begin = i + n
		}
	}
	n := until - begin
	if n < 2 || n > nearby && !strings.ContainsAny(s.whole[s.tokens[begin].start:s.tokens[until-1].end], "·•") || s.lang.is(of, s.tokens, begin) {
		return until
	}
	return begin
}

// nounEnds reports whether a noun for one who speaks ends before a token.
func (s *sentence) nounEnds(from, until int) bool {
	for i := from; i < until; i++ {
		if s.lang.length(speakers, s.tokens, i) == until-i {
			return true
		}
	}
	return false
}

// welcomedBefore is what stands between a preposition and the verb: "of this" in
// "of this expressed satisfaction". It is empty where what is said follows.
func (s *sentence) welcomedBefore(v *verb, first int) (from, end int) {
	for i := v.at - 1; i >= first && s.tokens[i].word && !s.quoted(i); i-- {
		if n := s.lang.length(to, s.tokens, i); n > 0 && v.at-i-n > 1 {
			return i + n, v.at
		}
	}
	return 0, 0
}
