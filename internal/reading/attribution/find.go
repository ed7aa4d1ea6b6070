package attribution

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// Find returns the statements of a text, in their order, from its sentences ([Sentences])
// and its mentions. A language whose speech is not known has none.
func Find(t *text.Text, sentences []*Sentence, mentions []entity.Mention) []Statement {
	if len(sentences) == 0 {
		return nil
	}
	lang := sentences[0].lang
	r := reader{mentions: mentions}
	script := transcript{t, lang, mentions}
	turns := script.turns()
	if len(turns) == 0 {
		r.readAll(sentences)
		return r.out
	}
	from := 0
	for i := range turns {
		r.readAll(sentencesIn(t, lang, mentions, from, turns[i].labelAt))
		r.out, from = append(r.out, script.statement(&turns[i])), turns[i].end
	}
	r.readAll(sentencesIn(t, lang, mentions, from, len(t.Raw)))
	return r.out
}

// reader reads the sentences of a text one after another.
type reader struct {
	mentions []entity.Mention
	out      []Statement
	known    coref.Antecedents // to whom pronouns of the next sentence may refer
	silent   *speakers         // the sentence before, if nothing is said in it
}

// readAll adds the statements of sentences that follow one another.
func (r *reader) readAll(all []*Sentence) {
	r.silent = nil
	for _, s := range all {
		r.read(s)
	}
}

// read adds the statements of a sentence.
func (r *reader) read(s *Sentence) {
	verbs, last := speakersOf(s, r.known)
	found := &speakers{s, verbs, r.known}
	found.known.Speaker = last
	before := len(r.out)
	r.addVerbs(contents{s, verbs})
	if len(r.out) == before {
		if st, ok := verbless(found, r.silent); ok {
			r.out = append(r.out, st)
		}
	}
	r.out = notice{s, r.mentions}.addTo(r.out, before)
	if last != nil {
		r.known.Past = last
	}
	r.known.Topic, r.known.Matter = topicOf(s), matterOf(s)
	r.silent = found
	if len(r.out) > before || len(s.quotes) > 0 {
		r.silent = nil // its quotation may continue
	}
}

// addVerbs adds the statements of the verbs of a sentence.
func (r *reader) addVerbs(c contents) {
	for i := range c.verbs {
		v := &c.verbs[i]
		if v.speaker == nil || v.speaker.Common && !c.lang.SubjectAfterVerb && !isSpeech(c.Sentence, v) {
			continue
		}
		said := c.contentOf(i)
		if said.isEmpty() {
			continue
		}
		st := statementOf(c.Sentence, v, said)
		if isKnown(r.out, &st, v.Framed) {
			continue
		}
		r.out = append(r.out, st)
		if said.again != nil {
			if st, ok := statementOfQuote(c.Sentence, &st.Speaker, said.again); ok {
				r.out = append(r.out, st)
			}
		}
	}
}

// isSpeech reports whether a verb is one of speech whatever its subject: "the miller
// said", but not "the payments promised for October".
func isSpeech(s *Sentence, v *attributed) bool {
	return v.Class == Said && !v.Framed || s.isFramed(&v.verb) || s.is(To, v.to)
}

// maxRepeat is how many statements before one may have the same words: more than a
// sentence has.
const maxRepeat = 64

// isKnown reports whether the same words of the same speaker are a statement already: of
// two verbs that report them, "said that he had raised", one is enough, and a weak verb
// within what is said is not one of its own.
func isKnown(all []Statement, st *Statement, weak bool) bool {
	return slices.ContainsFunc(all[max(0, len(all)-maxRepeat):], func(s Statement) bool {
		same := s.Start == st.Start && s.End == st.End || weak && s.Start <= st.Start && s.End >= st.End
		return same && s.Speaker.Resolved == st.Speaker.Resolved
	})
}

// statementOf makes a statement of a verb and what it reports.
func statementOf(s *Sentence, v *attributed, c content) Statement {
	start, end := s.tokens[c.first].Start, s.tokens[c.end-1].End
	st := Statement{
		Speaker: *v.speaker, Verb: s.whole[s.tokens[v.at].Start:s.tokens[v.to-1].End], Class: v.Class, Kind: c.kind, Addressee: c.addressee,
		Text: s.whole[start:end], Start: start, End: end,
	}
	said := s.part(c.first, c.end)
	st.Modality = modalityOf(&v.verb, &said)
	st.Events = eventsOf(&st, &said)
	return st
}

// statementOfQuote makes a statement of a quotation alone; a few words are not one.
func statementOfQuote(s *Sentence, p *Party, q *text.Quotation) (Statement, bool) {
	open, end := q.Open+1, min(q.Close, len(s.tokens))
	for end > open && !s.tokens[end-1].IsWord {
		end--
	}
	if end-open < minContent || q.Open < 0 {
		return Statement{}, false
	}
	said := s.part(open, end)
	return quotation(p, saidVerb, &said, s.whole, s.tokens[open].Start, s.tokens[end-1].End), true
}

// maxBeforeColon is how many words may precede the colon of a quotation that has no verb
// of speech.
const maxBeforeColon = 20

// verbless finds a quotation that no verb attributes: after somebody and a colon, or
// alone after a sentence about somebody in which nothing is said. silent is that
// sentence, or nil.
func verbless(s, silent *speakers) (Statement, bool) {
	if len(s.quotes) == 0 || len(s.verbs) > 0 {
		return Statement{}, false
	}
	q := &s.quotes[0]
	var p *Party
	switch {
	case q.Open > 1 && q.Open <= maxBeforeColon && s.tokens[q.Open-1].IsColon():
		p = s.personBefore(q.Open - 1)
	case q.Open == 0 && q.Close >= len(s.tokens)-2 && silent != nil && !strings.Contains(s.whole[silent.End:s.Start], "\n\n"):
		p = silent.personBefore(len(silent.tokens))
	}
	if p == nil {
		return Statement{}, false
	}
	return statementOfQuote(s.Sentence, p, q)
}

// topicOf returns the person whom a sentence is about: the first that no preposition
// governs.
func topicOf(s *Sentence) *Party {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Kind == entity.Person && isTopic(s, m) {
			return coref.ReferentOf(m)
		}
	}
	return nil
}

// isTopic reports whether a sentence may be about somebody whom a mention names.
func isTopic(s *Sentence, m *entity.Mention) bool {
	from, _ := s.SpanOf(m)
	return canSpeak(m) && !m.Anaphor && !s.IsGoverned(from) && !s.isQuoted(from)
}

// matterOf returns the body or the country that a sentence is about: the first that no
// preposition governs, or what it begins with before an auxiliary.
func matterOf(s *Sentence) *Party {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Kind != entity.Person && isTopic(s, m) {
			return coref.ReferentOf(m)
		}
	}
	end := 0
	for end < len(s.tokens) && s.tokens[end].IsWord && s.IsUpper(end) && !s.isQuoted(end) {
		end++
	}
	if end == 0 || end == len(s.tokens) || !s.is(Also, end) || s.is(Attributes, 0) || s.is(Circumstances, 0) || s.is(Subjects, 0) {
		return nil
	}
	return s.party(0, end)
}
