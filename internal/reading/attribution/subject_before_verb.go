package attribution

import (
	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
)

const (
	// maxAfterPreposition is how many words after a preposition a speaker may be.
	maxAfterPreposition = 4
	// maxBeforeVerb is how many words before its verb a subject may be.
	maxBeforeVerb = 30
	// maxWritten is how many words a subject may have that is recognised by how it is
	// written.
	maxWritten = 6
)

// beforeVerb looks for a subject before a token, but not before first: before an
// insertion between commas, else the nearest that no preposition governs, else words
// that are written like a subject.
func (s *speakers) beforeVerb(at, first int) (p *Party, from, until int) {
	last := s.beforeAlso(at - 1)
	if p, from, until = s.beforeInsertion(last, first); p != nil {
		return p, from, until
	}
	commas, place := 0, -1 // place is where the words begin that name the speaker by place
	placeEnd := 0
	for i := last; i >= first && at-i < maxBeforeVerb; i-- {
		t := &s.tokens[i]
		switch {
		case i == last && s.nameInQuotes(i) >= first:
			open := s.nameInQuotes(i)
			if p, from, _ = s.partyAt(open - 1); p != nil {
				return s.party(from, i+1), from, i + 1
			}
			return s.party(open+1, i), open - 1, i + 1
		case s.isQuoted(i):
			return nil, 0, 0
		case t.IsSemicolon() || t.IsColon() || s.Closes(i):
			return s.writtenBefore(last, first)
		case t.IsComma():
			if commas++; commas > 2 {
				return s.writtenBefore(last, first)
			}
			continue
		}
		if s.is(Subjects, i) && s.isPronominal(i) {
			return s.pronoun(i)
		}
		p, from, until = s.partyAt(i)
		if p == nil {
			continue
		}
		if !s.IsGoverned(from) || until == last+1 && s.is(Conjunctions, from-1) {
			if q, f, u := s.writtenBefore(last, until); q != nil && commas == 0 {
				return q, f, u
			}
			return p, from, until
		}
		if place < 0 && s.isImpersonal(from) {
			place, placeEnd = from-1, until
		}
		i = from
	}
	if p, from, until = s.writtenBefore(last, first); p == nil && place >= 0 {
		return s.party(place, placeEnd), place, placeEnd
	}
	return p, from, until
}

// isImpersonal reports whether the preposition that names a speaker by place is in front
// of a token, at the beginning of a clause.
func (s *speakers) isImpersonal(from int) bool {
	if s.lang.Impersonal == "" || from == 0 || s.tokens[from-1].Low != s.lang.Impersonal {
		return false
	}
	return from == 1 || s.tokens[from-2].IsComma()
}

// beforeInsertion returns the subject of a verb that follows a comma: who is named before
// the comma that the insertion begins with. "Ortiz, who left in May, said".
func (s *speakers) beforeInsertion(last, first int) (p *Party, from, until int) {
	if last < 1 || !s.tokens[last].IsComma() {
		return nil, 0, 0
	}
	if m := s.mentionAt(last - 1); m != nil && m.Kind == entity.Person && !m.Anaphor { // "the minister, Anna Ortiz, said"
		from, until = s.SpanOf(m)
		for from > 1 && (s.tokens[from-1].Low == "." || s.is(Abbreviations, from-1)) { // Dr.
			from--
		}
		if until == last && from > 0 && s.tokens[from-1].IsComma() {
			return coref.ReferentOf(m), from, until
		}
	}
	from = s.firstCapital(last)
	if n := last - from; n >= 2 && n <= maxAfterPreposition && from > first && s.tokens[from-1].IsComma() && from-1 > first {
		return s.party(from, last), from, last
	}
	for i := last - 1; i > first && last-i < maxBeforeVerb; i-- {
		switch {
		case s.isQuoted(i) || s.tokens[i].Low == ";" || s.Closes(i):
			return nil, 0, 0
		case !s.tokens[i].IsComma() || s.isQuoted(i-1):
			continue
		}
		if p, from, until = s.partyAt(i - 1); p != nil && until == i && !s.IsGoverned(from) {
			return p, from, until
		}
		if p, from, until = s.writtenBefore(i-1, first); p != nil {
			return p, from, until
		}
	}
	return nil, 0, 0
}

// writtenBefore returns a subject that is not a mention, by how it is written: words with
// capitals up to a token, or an article and a few words.
func (s *speakers) writtenBefore(last, first int) (p *Party, from, until int) {
	if last < first || s.isQuoted(last) {
		return nil, 0, 0
	}
	from = last + 1
	for i := last; i >= first && last-i < maxWritten; i-- {
		if !s.tokens[i].IsWord || s.isQuoted(i) || s.mentionAt(i) != nil && i == last {
			break
		}
		if s.is(Attributes, i) && i < last && !s.IsGoverned(i) {
			p = s.party(i, last+1)
			p.Common = from > last
			return p, i, last + 1
		}
		if s.is(Prepositions, i) && !s.is(Of, i) || s.is(That, i) || s.is(And, i) {
			break
		}
		if s.IsUpper(i) {
			from = i
		}
	}
	for from < last && s.is(Speakers, from) {
		from++ // those the speaker speaks for
	}
	if from > last || s.IsGoverned(from) || from == 0 && last == 0 && s.is(Circumstances, 0) {
		return nil, 0, 0
	}
	return s.party(from, last+1), from, last + 1
}
