package statement

import (
	"slices"

	"github.com/enduse/enduse/internal/mention"
)

// Class is what kind of act a statement is.
type Class string

// The classes. What none of the others says is Said.
const (
	Said       Class = "said"
	Announced  Class = "announced"
	Asked      Class = "asked"
	Warned     Class = "warned"
	Threatened Class = "threatened"
	Denied     Class = "denied"
	Assured    Class = "assured"
	Welcomed   Class = "welcomed"
	Accused    Class = "accused"
	Agreed     Class = "agreed"
	Refused    Class = "refused"

	none Class = "none" // phrases with a verb of speech in them that say nothing
)

// Kind is how the words are given.
type Kind string

// The kinds: in quotation marks, or in the words of the writer.
const (
	Quote      Kind = "quote"
	Paraphrase Kind = "paraphrase"
)

// Modality is what the statement says of what it is about.
type Modality string

// The modalities.
const (
	Asserted Modality = "asserted"
	Possible Modality = "possible" // may, could; "did not rule out"
	Negated  Modality = "negated"  // not, never; what is denied
)

// Event is what an analyst of sanctions and export control watches for.
type Event string

// The events.
const (
	SanctionThreatened Event = "sanction_threatened"
	SanctionImposed    Event = "sanction_imposed"
	SanctionLifted     Event = "sanction_lifted"
	ExportStopAsked    Event = "export_stop_asked"
	SupplyAlleged      Event = "supply_alleged"
	SupplyDenied       Event = "supply_denied"
	TalksAnnounced     Event = "talks_announced"
)

// Party is who says something, or to whom, as it is written and as it is
// resolved; see mention.Mention.
type Party struct {
	Surface   string
	Resolved  string
	Start     int
	End       int
	Uncertain bool
	kind      mention.Kind // empty if it is no mention
	person    bool
	common    bool // known by an article before it alone: it may be a thing
}

// Statement is what somebody is reported to have said.
type Statement struct {
	Speaker   Party
	Verb      string // as it is written
	Class     Class
	Kind      Kind
	Addressee string // as written; empty if none is named
	// Text is what is said: text[Start:End].
	Text       string
	Start, End int
	Modality   Modality
	Events     []Event
}

// Find returns the statements of a text, in their order. A language without an
// ontology has none. Of the mentions it takes who speaks and who is spoken to.
func (o Ontologies) Find(text, language string, mentions []mention.Mention) []Statement {
	lang := o[language]
	if lang == nil {
		return nil
	}
	var out []Statement
	turns, from := lang.transcript(text, mentions), 0
	var past, topic, matter *Party
	for i := range len(turns) + 1 {
		until := len(text)
		if i < len(turns) {
			until = turns[i].label.start
		}
		var silent *sentence
		for _, s := range sentences(text, from, until, lang) {
			s.past, s.topic, s.matter = past, topic, matter
			s.mentions = within(mentions, s.start, s.end)
			s.verbs = lang.verbsOf(s)
			s.nameSpeakers()
			before := len(out)
			out = s.appendAll(out, silent)
			out = s.notice(out, before, mentions)
			if s.before != nil {
				past = s.before
			}
			topic, matter = s.subject(), s.thing()
			if silent = s; len(out) > before || len(s.quotes) > 0 {
				silent = nil // its quotation may go on
			}
		}
		if i < len(turns) {
			out, from = append(out, lang.statementOf(&turns[i], text)), turns[i].end
		}
	}
	return out
}

// appendAll appends the statements of a sentence; silent is the sentence before if
// nothing was said in it.
func (s *sentence) appendAll(out []Statement, silent *sentence) []Statement {
	before := len(out)
	for i := range s.verbs {
		st, again, ok := s.statement(i)
		if !ok || said(out, &st, s.verbs[i].entry.Framed) {
			continue
		}
		if out = append(out, st); again != nil {
			if st, ok := s.quotation(&st.Speaker, again); ok {
				out = append(out, st)
			}
		}
	}
	if len(out) > before {
		return out
	}
	if st, ok := s.verbless(silent); ok {
		out = append(out, st)
	}
	return out
}

// speaks reports whether a verb is one of speech whatever its subject: "the miller
// said", but not "the payments promised for October".
func (s *sentence) speaks(v *verb) bool {
	return v.entry.Class == Said && !v.entry.Framed || s.framed(v) || s.lang.is(to, s.tokens, v.to)
}

// said reports whether the same words of the same speaker are there already: of two
// verbs that say it, "said that he had raised", one is enough, and a weak verb
// within what he says is none of its own.
func said(all []Statement, st *Statement, weak bool) bool {
	return slices.ContainsFunc(all[max(0, len(all)-near):], func(s Statement) bool {
		same := s.Start == st.Start && s.End == st.End || weak && s.Start <= st.Start && s.End >= st.End
		return same && s.Speaker.Resolved == st.Speaker.Resolved
	})
}

// near is how many statements before may hold the same words: more than a sentence has.
const near = 64

// statement makes one of a verb: who says it, what, to whom, and what follows;
// and the quotation that says it again, if there is one.
func (s *sentence) statement(i int) (st Statement, again *quote, ok bool) {
	v := &s.verbs[i]
	if v.speaker == nil || v.speaker.common && !s.lang.Inverts && !s.speaks(v) {
		return st, nil, false
	}
	c := s.contentOf(i)
	if c.end <= c.start {
		return st, nil, false
	}
	st = Statement{
		Speaker: *v.speaker, Verb: s.whole[v.start:v.end], Class: v.entry.Class, Kind: c.kind, Addressee: c.addressee,
		Text: s.whole[c.start:c.end], Start: c.start, End: c.end,
	}
	words := s.lang.tokens(st.Text, 0)
	st.Modality = s.modality(v, words)
	st.Events = s.lang.eventsOf(&st, words)
	return st, c.again, true
}
