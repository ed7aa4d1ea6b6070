package statement

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/mention"
)

// verb is a verb of speech in a sentence: tokens from at to before to.
type verb struct {
	entry      *entry
	at, to     int
	start, end int // in the text
	according  bool
	passive    bool
	negated    bool
	clitic     bool // its subject is a pronoun at its end
	gerund     bool // it goes on with the subject before
	speaker    *Party
	// from and until are the speaker's tokens, if the verb has one of its own.
	from, until int
}

func (v *verb) own() bool { return v.until > v.from }

// first and last are where the verb and its speaker begin and end.
func (v *verb) first() int {
	if v.own() {
		return min(v.at, v.from)
	}
	return v.at
}

func (v *verb) last() int { return max(v.to, v.until) }

// saidEntry is what a source named by a preposition does.
var saidEntry = &entry{Class: Said}

// verbsOf finds the verbs of speech outside quotations.
func (o *ontology) verbsOf(s *sentence) (out []verb) {
	for i := 0; i < len(s.tokens); i++ {
		if s.quoted(i) || s.inMention(i) {
			continue
		}
		v := verb{at: i}
		if n := o.length(according, s.tokens, i); n > 0 && (!o.Unspaced || i == 0 || !s.tokens[i-1].word) {
			v.entry, v.to, v.according = saidEntry, i+n, true
		} else if e, n := o.verbs.at(s.tokens, i); n > 0 {
			v.entry, v.to = e, i+n
		} else if e, n := o.participles.at(s.tokens, i); n > 0 && s.auxiliary(i) >= 0 {
			v.entry, v.at, v.to = e, s.auxiliary(i), i+n
		} else if n > 0 && len(out) > 0 && o.is(and, s.tokens, i-1) { // "a expliqué ... et ajouté"
			v.entry, v.to = e, i+n
		} else {
			continue
		}
		if v.entry.Class == none {
			i = v.to - 1
			continue
		}
		if s.nominal(&v) || len(out) > 0 && out[len(out)-1].to == v.at { // "rejected calls"
			continue
		}
		v.clitic, v.gerund = o.clitic(s.tokens[v.at].low), o.is(gerunds, s.tokens, v.at)
		v.start, v.end = s.tokens[v.at].start, s.tokens[v.to-1].end
		if v.entry.Framed && !s.framed(&v) || v.entry.Class == Threatened && o.is(relative, s.tokens, s.overAlso(v.at-1)) {
			continue
		}
		back := s.overAlso(v.at - 1)
		v.passive = o.is(passive, s.tokens, back)
		for k := back + 1; k < i; k++ {
			v.negated = v.negated || o.is(not, s.tokens, k)
			v.passive = v.passive || o.is(passive, s.tokens, k)
		}
		v.passive = v.passive && !v.gerund
		out = append(out, v)
		i = v.to - 1
	}
	return out
}

// nominal reports whether a form of a verb is a noun: behind an article or a
// preposition, or a plural before the verb itself, as in "responded to requests"
// and "reports said". A gerund behind a preposition is a verb: "by saying".
func (s *sentence) nominal(v *verb) bool {
	if v.according {
		return false
	}
	if s.lang.is(gerunds, s.tokens, v.at) {
		return s.lang.is(determiners, s.tokens, v.at-1) && !s.lang.is(before, s.tokens, v.at-1) && !s.lang.is(of, s.tokens, v.at-1)
	}
	if s.lang.is(determiners, s.tokens, v.at-1) {
		return true
	}
	if v.to >= len(s.tokens) || v.to-v.at > 1 || v.entry.Addressed || !strings.HasSuffix(s.tokens[v.at].low, "s") {
		return false
	}
	_, n := s.lang.verbs.at(s.tokens, v.to)
	return n > 0 && !s.lang.is(gerunds, s.tokens, v.to)
}

// auxiliary is the one before a participle, with words that may stand between, or
// -1.
func (s *sentence) auxiliary(participle int) int {
	for i := participle - 1; i >= 0; i-- {
		if s.lang.is(auxiliaries, s.tokens, i) {
			return i
		}
		if !s.lang.is(also, s.tokens, i) && !s.lang.is(not, s.tokens, i) {
			break
		}
	}
	return -1
}

// framed reports whether a verb stands beside a quotation, a "that" or a colon.
func (s *sentence) framed(v *verb) bool {
	next := v.to
	if next < len(s.tokens) && isComma(s.tokens[next].low) {
		next++
	}
	if s.lang.Unspaced && next > v.to || s.lang.is(that, s.tokens, next) || s.opens(next) || next < len(s.tokens) && isColon(s.tokens[next].low) {
		return true
	}
	for _, q := range s.quotes {
		if q.close < v.at && v.at-q.close < 8 || q.open >= v.to && q.open-v.to < 8 {
			return true
		}
	}
	return false
}

// opens reports whether a quotation begins at a token.
func (s *sentence) opens(i int) bool {
	for _, q := range s.quotes {
		if q.open == i {
			return true
		}
	}
	return false
}

// closed reports whether a quotation ends at a token.
func (s *sentence) closed(i int) bool {
	for _, q := range s.quotes {
		if q.close == i {
			return true
		}
	}
	return false
}

// overAlso goes back over words that may stand between a subject and its verb.
func (s *sentence) overAlso(i int) int {
	for i >= 0 && (s.lang.is(also, s.tokens, i) || s.lang.is(not, s.tokens, i)) && s.mentionAt(i) == nil {
		i--
	}
	return i
}

// actor reports whether a mention is of one who can speak.
func actor(m *mention.Mention) bool {
	return m.Kind != mention.Goods && m.Kind != mention.Programme
}

// mentionAt is the mention of an actor that a token is in; of several the one of
// the fewest words, for a person stands within his office.
func (s *sentence) mentionAt(i int) (found *mention.Mention) {
	t := s.tokens[i]
	for k := range s.mentions {
		m := &s.mentions[k]
		if actor(m) && m.Start <= t.start && t.end <= m.End && (found == nil || rank(m) < rank(found)) {
			found = m
		}
	}
	return found
}

// ranks prefer people to organisations to countries.
var ranks = []mention.Kind{mention.Person, mention.Organization, mention.ListedParty, mention.Country}

func rank(m *mention.Mention) int { return slices.Index(ranks, m.Kind) }

func (s *sentence) inMention(i int) bool {
	t := s.tokens[i]
	for k := range s.mentions {
		m := &s.mentions[k]
		if m.Kind == mention.Person && !m.Anaphor && m.Start <= t.start && t.end <= m.End {
			return true
		}
	}
	return false
}

// span are the tokens of a mention.
func (s *sentence) span(m *mention.Mention) (from, until int) {
	from = s.tokenAt(m.Start)
	until = from
	for until < len(s.tokens) && s.tokens[until].start < m.End {
		until++
	}
	return from, until
}
