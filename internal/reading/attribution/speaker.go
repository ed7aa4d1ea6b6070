package attribution

import (
	"strings"

	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
)

// attributed is a verb of speech with who says it.
type attributed struct {
	verb
	speaker *Party // nil if nobody is known
	// from and until are the tokens of the speaker, if the verb has one of its own.
	from, until int
}

// hasOwn reports whether a verb has a speaker of its own.
func (v *attributed) hasOwn() bool { return v.until > v.from }

// first returns where the verb or its speaker begins.
func (v *attributed) first() int {
	if v.hasOwn() {
		return min(v.at, v.from)
	}
	return v.at
}

// last returns where the verb or its speaker ends.
func (v *attributed) last() int { return max(v.to, v.until) }

// speakers finds the speakers of the verbs of a sentence.
type speakers struct {
	*Sentence
	verbs []attributed
	known coref.Antecedents
}

// speakersOf returns the verbs of speech of a sentence with their speakers, and who
// speaks last. A verb without a subject has that of the verb before it; what a sentence
// has no subject for is taken from those known before.
func speakersOf(s *Sentence, known coref.Antecedents) ([]attributed, *Party) {
	r := speakers{Sentence: s, known: known}
	for _, v := range verbsOf(s) {
		r.verbs = append(r.verbs, attributed{verb: v})
	}
	for i := range r.verbs {
		v := &r.verbs[i]
		if p, from, until := r.speakerOf(i); p != nil {
			v.speaker, v.from, v.until = p, from, until
		} else if !v.passive && !v.according {
			v.speaker = r.known.Speaker
			if v.speaker == nil && s.lang.ProDrop && (!s.lang.Unspaced || r.opensWith(v.at)) {
				v.speaker = known.Past
			}
		}
		if v.speaker != nil {
			r.known.Speaker = v.speaker
		}
	}
	return r.verbs, r.known.Speaker
}

// speakerOf returns the subject of a verb, with its tokens.
func (s *speakers) speakerOf(i int) (p *Party, from, until int) {
	v := &s.verbs[i]
	first := 0
	if i > 0 {
		first = s.verbs[i-1].to
	}
	switch {
	case v.according:
		return s.source(v)
	case v.clitic:
		if p, _, _ = s.pronoun(v.at); p == nil {
			p = s.party(v.at, v.at+1)
			p.Resolved, p.Uncertain = p.Surface[strings.LastIndex(p.Surface, "-")+1:], true
		}
		return p, v.at, v.at + 1
	case v.passive:
		return s.agent(v)
	case v.gerund && s.known.Speaker != nil:
		return nil, 0, 0
	case v.gerund:
		return s.beforeVerb(v.at, first)
	case s.lang.Unspaced:
		return s.clauseSubject(v.at-1, first)
	}
	return s.subject(v, first)
}

// source returns the speaker after a preposition that names a source.
func (s *speakers) source(v *attributed) (p *Party, from, until int) {
	if s.is(Objects, v.to) && s.isPronominal(v.to) {
		return s.pronoun(v.to)
	}
	if v.to < len(s.tokens) && s.tokens[v.to].IsComma() { // "in her view,"
		at := v.at
		for i := v.at; i < v.to; i++ {
			if s.is(Objects, i) || s.is(Subjects, i) {
				at = i
				break
			}
		}
		return s.pronoun(at)
	}
	if p, from, until = s.afterVerb(v.to, maxAfterPreposition, false); p == nil {
		return s.upToMark(v.to)
	}
	return p, from, until
}

// agent returns the agent of a passive.
func (s *speakers) agent(v *attributed) (p *Party, from, until int) {
	for k := v.to; k < min(v.to+maxAfterPreposition, len(s.tokens)); k++ {
		if n := s.length(By, k); n > 0 {
			return s.afterVerb(k+n, 2, false)
		}
	}
	return nil, 0, 0
}

// subject returns the subject of a verb: before it, or after it where a quotation or a
// comma is in front of the verb.
func (s *speakers) subject(v *attributed, first int) (p *Party, from, until int) {
	quoted, comma := s.isInverted(&v.verb)
	if comma {
		if p, from, until = s.beforeInsertion(s.beforeAlso(v.at-1), first); p != nil {
			return p, from, until
		}
	}
	if quoted || comma {
		p, from, until = s.afterVerb(v.to, 1, quoted)
		inverted := s.lang.SubjectAfterVerb && v.Class == Said && !v.Framed
		if p != nil && (quoted || s.mayEndAt(until) || inverted && p.Kind != entity.Country) {
			return p, from, until
		}
	}
	if s.is(And, s.beforeAlso(v.at-1)) && s.known.Speaker != nil {
		return nil, 0, 0 // it continues with the subject before
	}
	if p, from, until = s.beforeVerb(v.at, first); p != nil || comma || !quoted && !s.lang.SubjectAfterVerb {
		return p, from, until
	}
	return s.afterVerb(v.to, 1, quoted)
}

// upToMark returns a speaker that words name up to a mark: "according to court papers,".
func (s *speakers) upToMark(at int) (p *Party, from, until int) {
	until = at
	for until < len(s.tokens) && s.tokens[until].IsWord && !s.is(That, until) {
		until++
	}
	if until == at || until-at > maxWritten || s.lang.Unspaced {
		return nil, 0, 0
	}
	return s.party(at, until), at, until
}

// mayEndAt reports whether a clause may end before a token: at a mark, or a word of
// circumstance.
func (s *speakers) mayEndAt(i int) bool {
	return i >= len(s.tokens) || !s.tokens[i].IsWord || s.is(Circumstances, i) && !s.is(Infinitive, i)
}

// isInverted reports whether a verb is where its subject may follow: after a quotation,
// or after a comma.
func (s *Sentence) isInverted(v *verb) (quoted, comma bool) {
	i := v.at - 1
	if j := s.beforeAlso(i); j >= 0 && !s.tokens[j].IsWord {
		i = j // "se queja"
	}
	if i >= 0 && s.Closes(i) && s.tokens[i].IsComma() {
		return true, false
	}
	marks := 0
	for i >= 0 && marks < 2 && !s.Closes(i) && (s.tokens[i].IsComma() || s.tokens[i].IsDash()) {
		i, marks = i-1, marks+1 // », —
	}
	if marks > 0 {
		if i >= 0 && s.Closes(i) {
			return true, false
		}
		return false, i >= 0 && !s.lang.Unspaced
	}
	return i >= 0 && s.Closes(i) && s.nameInQuotes(i) < 0, false
}

// nameInQuotes returns where a name in quotation marks begins that ends at a token, or
// -1: a few words, right after a word.
func (s *Sentence) nameInQuotes(end int) int {
	for _, q := range s.quotes {
		if q.Close == end && q.Open > 0 && end-q.Open <= maxWritten && s.tokens[q.Open-1].IsWord && !s.is(That, q.Open-1) {
			return q.Open
		}
	}
	return -1
}

// isPronominal reports whether a pronoun is not resolved by a mention, or by one that is
// uncertain.
func (s *speakers) isPronominal(i int) bool {
	m := s.mentionAt(i)
	return m == nil || m.Anaphor && (m.Uncertain || s.known.Past != nil || s.known.Topic != nil)
}

// pronoun returns whom a pronoun refers to; it is itself the speaker, and uncertain, if
// nobody is known.
func (s *speakers) pronoun(i int) (p *Party, from, until int) {
	if p := s.known.Resolve(s.is(Things, i)); p != nil {
		return p, i, i + 1
	}
	if m := s.mentionAt(i); m != nil {
		return coref.ReferentOf(m), i, i + 1
	}
	if !s.is(Subjects, i) && !s.is(Objects, i) {
		return nil, 0, 0
	}
	p = s.party(i, i+1)
	p.Uncertain = true
	return p, i, i + 1
}

// personBefore returns the person whom the words before a token are about: one who is
// named, or whom a pronoun refers to.
func (s *speakers) personBefore(end int) *Party {
	for i := range end {
		if s.isQuoted(i) {
			return nil
		}
		if s.is(Subjects, i) && s.isPronominal(i) {
			p, _, _ := s.pronoun(i)
			return p
		}
		if p, from, _ := s.partyAt(i); p != nil && p.Person && !s.IsGoverned(from) {
			return p
		}
	}
	return nil
}

// Speech is a verb of speech whose speaker is named in its sentence, by tokens from First
// to before End.
type Speech struct {
	Class      Class
	First, End int
}

// SpeakersOf returns the verbs of speech of a sentence that have a speaker of their own.
func SpeakersOf(s *Sentence, known coref.Antecedents) (out []Speech) {
	verbs, _ := speakersOf(s, known)
	for i := range verbs {
		if v := &verbs[i]; v.hasOwn() {
			out = append(out, Speech{v.Class, v.from, v.until})
		}
	}
	return out
}
