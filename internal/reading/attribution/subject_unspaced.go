package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
)

// In a language without blanks a clause begins with its subject; between it and the verb
// are circumstances, which a preposition, a time or an adverb begins. So the subject is
// what precedes the first of these, if it looks like somebody who speaks; else it is that
// of an earlier clause of the sentence.

// How many characters a subject may have: any, a name, and one that nothing else
// identifies.
const (
	maxUnspacedSubject = 24
	maxHanName         = 3
	maxUnknown         = 8
)

// clauseSubject returns the subject of a verb after a token, but not before first.
func (s *speakers) clauseSubject(last, first int) (p *Party, from, until int) {
	begin := s.clauseBegin(last+1, first)
	if p, from, until = s.subjectIn(begin, last+1); p != nil || s.known.Speaker != nil {
		return p, from, until
	}
	if n := last + 1 - begin; begin == 0 && n > 1 && n <= maxUnknown && s.isVerb(last+1) && !s.isQuoted(0) {
		return s.party(0, last+1), 0, last + 1 // whoever a sentence begins with
	}
	for begin > 0 {
		end := begin - 1
		if s.isQuoted(end) || s.Closes(end) {
			return nil, 0, 0
		}
		begin = s.clauseBegin(end, 0)
		if p, _, _ = s.subjectIn(begin, end); p != nil {
			return p, last + 1, last + 1 // it is not the verb's own: the clause between is said of it
		}
	}
	return nil, 0, 0
}

// opensWith reports whether a sentence begins with a token, except for words that may
// precede a subject.
func (s *speakers) opensWith(at int) bool {
	begin := 0
	for begin < at {
		n := s.beforeSubject(begin, at)
		if n == 0 && s.tokens[begin].IsComma() {
			n = 1
		}
		if n == 0 {
			return false
		}
		begin += n
	}
	return true
}

// clauseBegin returns where the clause begins that ends before a token: after a mark or a
// blank.
func (s *speakers) clauseBegin(end, first int) int {
	for end > first && (s.tokens[end-1].IsWord || s.tokens[end-1].IsTitleMark()) && !s.isQuoted(end-1) {
		end--
		if end > first && s.tokens[end-1].End < s.tokens[end].Start {
			break
		}
	}
	return end
}

// subjectIn returns who a clause begins with.
func (s *speakers) subjectIn(begin, end int) (p *Party, from, until int) {
	for begin < end {
		n := s.beforeSubject(begin, end)
		if n == 0 {
			break
		}
		begin += n
	}
	if begin >= end {
		return nil, 0, 0
	}
	if s.is(Subjects, begin) && !s.is(Of, begin+1) {
		return s.pronoun(begin)
	}
	stop := begin
	for stop < end && (stop == begin || !s.beginsCircumstance(stop)) {
		stop++
	}
	return s.speakerIn(begin, stop)
}

// beforeSubject returns how many words at the beginning of a clause precede its subject.
func (s *speakers) beforeSubject(i, end int) int {
	if s.mentionAt(i) != nil {
		return 0
	}
	if n := max(s.length(Also, i), s.length(And, i), s.length(According, i)); n > 0 {
		return n
	}
	if !s.is(Circumstances, i) {
		return 0
	}
	for k := i + 1; k < end; k++ { // on what occasion, up to the word that ends it
		if n := s.length(Occasions, k); n > 0 {
			return k + n - i
		}
	}
	return 0
}

// beginsCircumstance reports whether something begins at a token that is not part of a
// subject.
func (s *speakers) beginsCircumstance(i int) bool {
	if m := s.mentionAt(i); m != nil && m.Start < s.tokens[i].Start {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.tokens[i].Low); unicode.IsDigit(r) {
		return true
	}
	return s.is(Prepositions, i) || s.is(Also, i) || s.is(Not, i) || s.is(Circumstances, i)
}

// speakerIn returns the speaker that tokens name, if they look like one: a person who is
// known, a name after a noun for somebody who speaks, or words that end like one.
func (s *speakers) speakerIn(from, until int) (*Party, int, int) {
	n := until - from
	if n > maxUnspacedSubject {
		return nil, 0, 0
	}
	for i := until - 1; i >= from; i-- {
		if m := s.mentionAt(i); m != nil && m.Kind == entity.Person && !m.Anaphor {
			return coref.ReferentOf(m), from, until
		}
	}
	if name := s.nameAfterNoun(from, until); name < until {
		p := s.party(name, until)
		p.Person = true
		return p, from, until
	}
	if n >= 2 && n <= maxHanName && s.is(Surnames, from) && !s.is(Endings, until-1) {
		p := s.party(from, until)
		p.Person = true
		return p, from, until
	}
	if m := s.mentionAt(from); m != nil {
		if first, end := s.SpanOf(m); first == from && end == until {
			return coref.ReferentOf(m), from, until
		}
	}
	if n < 2 {
		return nil, 0, 0
	}
	if s.mentionAt(until-1) != nil || s.tokens[until-1].Low == "》" || s.is(Endings, until-1) || s.endsInNoun(from, until) {
		return s.party(from, until), from, until
	}
	return nil, 0, 0
}

// nameAfterNoun returns where a name of two to four characters, or one with a dot in it,
// begins after the last noun for a person; until if nothing is found.
func (s *speakers) nameAfterNoun(from, until int) int {
	begin := until
	for i := from; i < until; i++ {
		if n := s.length(Speakers, i); n > 0 && i+n < until && s.is(Personal, i+n-1) {
			begin = i + n
		}
	}
	n := until - begin
	if n < 2 || s.is(Of, begin) {
		return until
	}
	if n > maxAfterPreposition && !strings.ContainsAny(s.whole[s.tokens[begin].Start:s.tokens[until-1].End], "·•") {
		return until
	}
	return begin
}

// endsInNoun reports whether a noun for somebody who speaks ends before a token.
func (s *speakers) endsInNoun(from, until int) bool {
	for i := from; i < until; i++ {
		if s.length(Speakers, i) == until-i {
			return true
		}
	}
	return false
}
