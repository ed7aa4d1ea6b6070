package statement

import (
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/mention"
)

// turn is what one says in a transcript: a label with a colon, and the words up to
// the next label or the end of the paragraph.
type turn struct {
	label      token // without the colon
	start, end int   // of the words
	asks       bool
	party      *Party
}

// labelled finds what may be a label of a turn: a few words with a colon, at the
// beginning of a line or of a sentence; a single letter may have a point.
var labelled = regexp.MustCompile(`(?:^|\n|[.?!。？！”"»]\s*)[ \t]*((?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Sr|Sra|Mme)\. ?)?(?:\p{Lu}|\p{Han})[^\n:：.?!。？！“”«»"]{0,50}[:：]|[QAPR]\.)\s*`)

// transcript returns the turns of a text, in order; none if it is no transcript: at
// least two turns, of which one asks.
func (o *ontology) transcript(text string, mentions []mention.Mention) []turn {
	var all []turn
	seen := map[string]int{}
	for _, at := range labelled.FindAllStringSubmatchIndex(text, -1) {
		label := strings.TrimRight(text[at[2]:at[3]], ":：.")
		seen[label]++
		all = append(all, turn{label: token{start: at[2], end: at[2] + len(label), low: label}, start: at[1]})
	}
	if len(all) < 2 {
		return nil
	}
	asked := false // whoever takes the turn behind one who asks answers
	all = slices.DeleteFunc(all, func(t turn) bool {
		answers := asked
		asked = o.ends(askers, t.label.low)
		return !answers && !o.takesPart(&t, mentions, seen[t.label.low])
	})
	asked = false
	for i := range all {
		t := &all[i]
		t.end = len(text)
		if i+1 < len(all) {
			t.end = all[i+1].label.start
		}
		if p := strings.Index(text[t.start:t.end], "\n\n"); p >= 0 {
			t.end = t.start + p
		}
		t.end = t.start + len(strings.TrimRight(text[t.start:t.end], " \t\r\n"))
		t.asks = o.ends(askers, t.label.low) || strings.HasSuffix(text[t.start:t.end], "?") || strings.HasSuffix(text[t.start:t.end], "？")
		asked = asked || t.asks
	}
	if len(all) < 2 || !asked {
		return nil
	}
	o.nameTurns(all, text, mentions)
	return slices.DeleteFunc(all, func(t turn) bool { return t.end <= t.start })
}

// takesPart reports whether a label is of one who takes part: a word for one who
// asks or answers, somebody whom the text names, or a label that comes again.
func (o *ontology) takesPart(t *turn, mentions []mention.Mention, times int) bool {
	return o.ends(askers, t.label.low) || o.ends(answerers, t.label.low) || namedBy(t, mentions) != nil || times > 1
}

// ends reports whether the last word of a label is of a role; of Chinese, its last
// characters.
func (o *ontology) ends(r role, label string) bool {
	tokens := o.tokens(label, 0)
	for i := range tokens {
		if n := o.length(r, tokens, i); n > 0 && i+n == len(tokens) {
			return true
		}
	}
	return false
}

// namedBy is the person that a label names.
func namedBy(t *turn, mentions []mention.Mention) *mention.Mention {
	for _, m := range within(mentions, t.label.start, t.label.end) {
		if m.Kind == mention.Person {
			return &m
		}
	}
	return nil
}

// nameTurns says who takes the turns. Who answers without a name is the person
// that the text names last before the first turn, which is not sure.
func (o *ontology) nameTurns(all []turn, text string, mentions []mention.Mention) {
	var guest *mention.Mention
	for i := range mentions {
		if m := &mentions[i]; m.Kind == mention.Person && !m.Anaphor && m.End <= all[0].label.start {
			guest = m
		}
	}
	for i := range all {
		t := &all[i]
		label := text[t.label.start:t.label.end]
		switch m := namedBy(t, mentions); {
		case m != nil:
			t.party = partyOf(m)
		case guest != nil && o.ends(answerers, label):
			t.party = partyOf(guest)
			t.party.Surface, t.party.Start, t.party.End, t.party.Uncertain = label, t.label.start, t.label.end, true
		default:
			t.party = &Party{Surface: label, Resolved: label, Start: t.label.start, End: t.label.end}
		}
	}
}

// statementOf is the statement of a turn.
func (o *ontology) statementOf(t *turn, text string) Statement {
	e := saidEntry
	if t.asks {
		e = askedEntry
	}
	return o.quotation(t.party, e, text, t.start, t.end)
}

// askedEntry is what a question does.
var askedEntry = &entry{Class: Asked}

// quotation is a statement without a verb of speech.
func (o *ontology) quotation(p *Party, e *entry, text string, start, end int) Statement {
	st := Statement{Speaker: *p, Class: e.Class, Kind: Quote, Text: text[start:end], Start: start, End: end}
	words := o.tokens(st.Text, 0)
	st.Modality = (&sentence{lang: o}).modality(&verb{entry: e}, words)
	st.Events = o.eventsOf(&st, words)
	return st
}
