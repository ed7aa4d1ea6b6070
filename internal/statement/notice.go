package statement

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/mention"
)

// notice finds what the keeper of a list says in the passive, and without a
// speaker: "The following deletions have been made to the list: ...". It is a
// statement about the listed parties that are named in it or right behind it. A
// sentence that is a statement already, from index first on, gets the event.
func (s *sentence) notice(out []Statement, first int, mentions []mention.Mention) []Statement {
	event, ok := s.noticed()
	if !ok {
		return out
	}
	end := s.parties(mentions)
	if end == 0 {
		return out
	}
	if len(out) > first {
		if last := &out[len(out)-1]; last.Modality == Asserted && len(last.Events) == 0 && (last.Class == Said || last.Class == Announced) {
			last.Events = append(last.Events, event)
		}
		return out
	}
	return append(out, Statement{
		Speaker: s.keeper(), Class: Announced, Kind: Paraphrase, Modality: Asserted, Events: []Event{event},
		Text: s.whole[s.start:end], Start: s.start, End: end,
	})
}

// noticed says whether a sentence takes parties off a list or puts them on it: the
// words that stand first decide.
func (s *sentence) noticed() (Event, bool) {
	if !s.lang.has(registers, s.tokens) {
		return "", false
	}
	for i := range s.tokens {
		ahead := s.tokens[max(0, i-denies):i]
		switch {
		case s.quoted(i), s.lang.has(not, ahead), s.lang.has(perhaps, ahead):
			return "", false
		case s.lang.is(removals, s.tokens, i):
			return SanctionLifted, true
		case s.lang.is(additions, s.tokens, i):
			return SanctionImposed, true
		}
	}
	return "", false
}

// denies is how many words before a word of a notice may deny it.
const denies = 3

// mostNamed bounds the parties of one notice.
const mostNamed = 1000

// parties returns the end of the listed parties in a sentence and in the paragraphs
// right behind it that name one each, as far as no other notice begins; 0 for none.
func (s *sentence) parties(mentions []mention.Mention) (end int) {
	i, _ := slices.BinarySearchFunc(mentions, s.start, func(m mention.Mention, start int) int { return m.Start - start })
	reach, until := s.end, min(len(mentions), i+mostNamed)
	for ; i < until; i++ {
		m := &mentions[i]
		if m.Start >= reach && strings.Count(s.whole[reach:m.Start], "\n\n") > 1 {
			break
		}
		if m.Kind != mention.ListedParty {
			continue
		}
		if m.Start >= s.end && s.another(reach, m.Start) {
			break
		}
		reach = max(reach, m.End)
		end = max(s.end, m.End)
	}
	return end
}

// another reports whether a line between two places ends in a colon: it is the
// heading of the next notice.
func (s *sentence) another(from, until int) bool {
	text := s.whole[min(from, until):until]
	at := strings.LastIndex(text, "\n\n")
	if at < 0 {
		return false
	}
	text = strings.TrimSpace(text[:at])
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// keeper is who keeps the list: an organisation or a side in the sentence, else the
// list itself.
func (s *sentence) keeper() Party {
	for _, kind := range []mention.Kind{mention.Organization, mention.Country, mention.Programme} {
		for i := range s.mentions {
			if m := &s.mentions[i]; m.Kind == kind && m.Start >= s.start && m.End <= s.end {
				return *partyOf(m)
			}
		}
	}
	return Party{Start: s.start, End: s.start}
}
