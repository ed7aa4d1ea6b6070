package attribution

import (
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// turn is what one party says in a transcript: a label with a colon, and the words up to
// the next label or the end of the paragraph.
type turn struct {
	label      string // without the colon
	labelAt    int
	start, end int // of the words
	asks       bool
	party      *Party
}

func (t *turn) labelEnd() int { return t.labelAt + len(t.label) }

// labelForm finds what may be the label of a turn: a few words with a colon, at the
// beginning of a line or of a sentence; a single letter may have a dot.
var labelForm = regexp.MustCompile(`(?:^|\n|[.?!。？！”"»]\s*)[ \t]*((?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Sr|Sra|Mme)\. ?)?(?:\p{Lu}|\p{Han})[^\n:：.?!。？！“”«»"]{0,50}[:：]|[QAPR]\.)\s*`)

// transcript reads the turns of a text.
type transcript struct {
	*text.Text
	lang     *language
	mentions []entity.Mention
}

// turns returns the turns, in order; none if the text is not a transcript, which has at
// least two turns, and one of them asks.
func (r transcript) turns() []turn {
	all := r.labelled()
	if len(all) < 2 {
		return nil
	}
	asked := false
	for i := range all {
		t := &all[i]
		t.end = len(r.Raw)
		if i+1 < len(all) {
			t.end = all[i+1].labelAt
		}
		if p := strings.Index(r.Raw[t.start:t.end], "\n\n"); p >= 0 {
			t.end = t.start + p
		}
		words := strings.TrimRight(r.Raw[t.start:t.end], " \t\r\n")
		t.end = t.start + len(words)
		t.asks = r.endsIn(Askers, t.label) || strings.HasSuffix(words, "?") || strings.HasSuffix(words, "？")
		asked = asked || t.asks
	}
	if !asked {
		return nil
	}
	r.nameParties(all)
	return slices.DeleteFunc(all, func(t turn) bool { return t.end <= t.start })
}

// labelled returns the turns whose label is of somebody who takes part: a word for one
// who asks or answers, somebody whom the text names, or a label that is repeated. Whoever
// follows one who asks answers.
func (r transcript) labelled() (all []turn) {
	seen := map[string]int{}
	for _, at := range labelForm.FindAllStringSubmatchIndex(r.Raw, -1) {
		label := strings.TrimRight(r.Raw[at[2]:at[3]], ":：.")
		seen[label]++
		all = append(all, turn{label: label, labelAt: at[2], start: at[1]})
	}
	if len(all) < 2 {
		return nil
	}
	asked := false
	return slices.DeleteFunc(all, func(t turn) bool {
		answers := asked
		asked = r.endsIn(Askers, t.label)
		return !answers && !asked && !r.endsIn(Answerers, t.label) && r.personIn(&t) == nil && seen[t.label] < 2
	})
}

// endsIn reports whether the last word of a label is of a role; of Chinese, its last
// characters.
func (r transcript) endsIn(role Role, label string) bool {
	w := tagTokens(r.lang, text.TokensOf(label, r.lang.Unspaced))
	for i := range w.tokens {
		if n := w.length(role, i); n > 0 && i+n == len(w.tokens) {
			return true
		}
	}
	return false
}

// personIn returns the person that a label names, or nil.
func (r transcript) personIn(t *turn) *entity.Mention {
	for _, m := range within(r.mentions, t.labelAt, t.labelEnd()) {
		if m.Kind == entity.Person {
			return &m
		}
	}
	return nil
}

// nameParties says who takes the turns. Who answers without a name is the person that the
// text names last before the first turn, which is uncertain.
func (r transcript) nameParties(all []turn) {
	var guest *entity.Mention
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == entity.Person && !m.Anaphor && m.End <= all[0].labelAt {
			guest = m
		}
	}
	for i := range all {
		t := &all[i]
		t.party = &Party{Surface: t.label, Resolved: t.label, Start: t.labelAt, End: t.labelEnd()}
		if m := r.personIn(t); m != nil {
			t.party = coref.ReferentOf(m)
		} else if guest != nil && r.endsIn(Answerers, t.label) {
			t.party.Resolved, t.party.Uncertain = guest.Resolved, true
			t.party.Kind, t.party.Person = guest.Kind, true
		}
	}
}

// statement returns the statement of a turn.
func (r transcript) statement(t *turn) Statement {
	v := saidVerb
	if t.asks {
		v = askedVerb
	}
	said := tagTokens(r.lang, r.Tokens(t.start, t.end, r.lang.Unspaced))
	return quotation(t.party, v, &said, r.Raw, t.start, t.end)
}

// quotation makes a statement without a verb of speech.
func quotation(p *Party, v *verbs, said *tagged, raw string, start, end int) Statement {
	st := Statement{Speaker: *p, Class: v.Class, Kind: Quote, Text: raw[start:end], Start: start, End: end}
	st.Modality = modalityOf(&verb{verbs: v}, said)
	st.Events = eventsOf(&st, said)
	return st
}
