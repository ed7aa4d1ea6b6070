package attribution

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/reading/text"
)

// verb is a verb of speech in a sentence, or a phrase that names a source: tokens from
// at to before to.
type verb struct {
	*verbs
	at, to    int
	according bool // a preposition that names a source: "according to"
	passive   bool
	negated   bool
	clitic    bool // its subject is a pronoun at its end
	gerund    bool // it continues with the subject before
}

// A source that a preposition names says something, and a question asks.
var (
	saidVerb  = &verbs{Class: Said}
	askedVerb = &verbs{Class: Asked}
)

// verbsOf finds the verbs of speech of a sentence that are outside quotations.
func verbsOf(s *Sentence) (out []verb) {
	for i := 0; i < len(s.tokens); i++ {
		if s.isQuoted(i) || s.isOfPerson(i) {
			continue
		}
		v, ok := s.verbFrom(i, len(out) > 0)
		if !ok {
			continue
		}
		if v.Class == none {
			i = v.to - 1
			continue
		}
		if s.isNominal(&v) || len(out) > 0 && out[len(out)-1].to == v.at { // "rejected calls"
			continue
		}
		if v.Framed && !s.isFramed(&v) || v.Class == Threatened && s.is(Relative, s.beforeAlso(v.at-1)) {
			continue
		}
		v.clitic, v.gerund = s.lang.hasClitic(s.tokens[v.at].Low), s.is(Gerunds, v.at)
		subject := s.beforeAlso(v.at - 1)
		v.passive = s.is(Passive, subject)
		for k := subject + 1; k < i; k++ {
			v.negated = v.negated || s.is(Not, k)
			v.passive = v.passive || s.is(Passive, k)
		}
		v.passive = v.passive && !v.gerund
		out = append(out, v)
		i = v.to - 1
	}
	return out
}

// verbFrom returns the verb or the phrase for a source that begins at a token. A
// participle is one after an auxiliary, or after another verb and "and".
func (s *Sentence) verbFrom(i int, another bool) (v verb, ok bool) {
	if n := s.length(According, i); n > 0 && (!s.lang.Unspaced || i == 0 || !s.tokens[i-1].IsWord) {
		return verb{verbs: saidVerb, at: i, to: i + n, according: true}, true
	}
	if e, n := s.verbAt(i); n > 0 {
		return verb{verbs: e, at: i, to: i + n}, true
	}
	e, n := s.participleAt(i)
	if n == 0 {
		return v, false
	}
	if a := s.auxiliaryBefore(i); a >= 0 {
		return verb{verbs: e, at: a, to: i + n}, true
	}
	return verb{verbs: e, at: i, to: i + n}, another && s.is(And, i-1) // "a expliqué ... et ajouté"
}

// isNominal reports whether a form of a verb is a noun: after an article or a
// preposition, or a plural before the verb itself, as in "responded to requests" and
// "reports said". A gerund after a preposition is a verb: "by saying".
func (s *Sentence) isNominal(v *verb) bool {
	if v.according {
		return false
	}
	if s.is(Gerunds, v.at) {
		return s.is(Determiners, v.at-1) && !s.is(Prepositions, v.at-1) && !s.is(Of, v.at-1)
	}
	if s.is(Determiners, v.at-1) {
		return true
	}
	if v.to >= len(s.tokens) || v.to-v.at > 1 || v.Addressed || !strings.HasSuffix(s.tokens[v.at].Low, "s") {
		return false
	}
	return s.isVerb(v.to) && !s.is(Gerunds, v.to)
}

// auxiliaryBefore returns the auxiliary before a participle, with words that may be
// between, or -1.
func (s *Sentence) auxiliaryBefore(participle int) int {
	for i := participle - 1; i >= 0; i-- {
		if s.is(Auxiliaries, i) {
			return i
		}
		if !s.is(Also, i) && !s.is(Not, i) {
			break
		}
	}
	return -1
}

// maxFrame is how many tokens may be between a verb and the quotation next to it.
const maxFrame = 8

// isFramed reports whether a verb is next to a quotation, a "that" or a colon.
func (s *Sentence) isFramed(v *verb) bool {
	next := v.to
	if next < len(s.tokens) && s.tokens[next].IsComma() {
		next++
	}
	if s.lang.Unspaced && next > v.to || s.is(That, next) || s.quoteAt(next) != nil || next < len(s.tokens) && s.tokens[next].IsColon() {
		return true
	}
	return slices.ContainsFunc(s.quotes, func(q text.Quotation) bool {
		return q.Close < v.at && v.at-q.Close < maxFrame || q.Open >= v.to && q.Open-v.to < maxFrame
	})
}
