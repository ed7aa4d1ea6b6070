package attribution

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
)

// notice is a sentence in which the keeper of a list says something in the passive, and
// without a speaker: "The following deletions have been made to the list: ...". It is a
// statement about the listed parties that are named in it or right after it.
type notice struct {
	*Sentence
	mentions []entity.Mention // of the whole text
}

// addTo adds the statement of a notice to those of a text. A sentence that is a statement
// already, from index first onwards, gets the event.
func (n notice) addTo(out []Statement, first int) []Statement {
	event, ok := n.event()
	if !ok {
		return out
	}
	end := n.end()
	if end == 0 {
		return out
	}
	if len(out) > first {
		last := &out[len(out)-1]
		if last.Modality == Asserted && len(last.Events) == 0 && (last.Class == Said || last.Class == Announced) {
			last.Events = append(last.Events, event)
		}
		return out
	}
	return append(out, Statement{
		Speaker: n.keeper(), Class: Announced, Kind: Paraphrase, Modality: Asserted, Events: []Event{event},
		Text: n.whole[n.Start:end], Start: n.Start, End: end,
	})
}

// maxDenial is how many words before a word of a notice may deny it.
const maxDenial = 3

// event says whether a notice removes parties from a list or adds them: the words that
// come first decide.
func (n notice) event() (Event, bool) {
	if !n.has(Registers) {
		return "", false
	}
	for i := range n.tokens {
		before := n.part(max(0, i-maxDenial), i)
		switch {
		case n.isQuoted(i), before.has(Not), before.has(Perhaps):
			return "", false
		case n.is(Removals, i):
			return SanctionLifted, true
		case n.is(Additions, i):
			return SanctionImposed, true
		}
	}
	return "", false
}

// maxNoticed bounds the parties of one notice.
const maxNoticed = 1000

// end returns the end of the listed parties in a notice and in the paragraphs right after
// it that name one each, until another notice begins; 0 if there are none.
func (n notice) end() (end int) {
	i, _ := slices.BinarySearchFunc(n.mentions, n.Start, func(m entity.Mention, start int) int { return m.Start - start })
	reach, until := n.End, min(len(n.mentions), i+maxNoticed)
	for ; i < until; i++ {
		m := &n.mentions[i]
		if m.Start >= reach && strings.Count(n.whole[reach:m.Start], "\n\n") > 1 {
			break
		}
		if m.Kind != entity.ListedParty {
			continue
		}
		if m.Start >= n.End && n.hasHeading(reach, m.Start) {
			break
		}
		reach = max(reach, m.End)
		end = max(n.End, m.End)
	}
	return end
}

// hasHeading reports whether a line between two places ends in a colon: it is the heading
// of the next notice.
func (n notice) hasHeading(from, until int) bool {
	between := n.whole[min(from, until):until]
	at := strings.LastIndex(between, "\n\n")
	if at < 0 {
		return false
	}
	between = strings.TrimSpace(between[:at])
	return strings.HasSuffix(between, ":") || strings.HasSuffix(between, "：")
}

// keeper returns who keeps the list: an organisation or a side in the sentence, else the
// list itself.
func (n notice) keeper() Party {
	for _, kind := range []entity.Kind{entity.Organization, entity.Country, entity.Programme} {
		for i := range n.Mentions {
			if m := &n.Mentions[i]; m.Kind == kind && m.Start >= n.Start && m.End <= n.End {
				return *coref.ReferentOf(m)
			}
		}
	}
	return Party{Start: n.Start, End: n.Start}
}
