package topic

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading/lexicon"
)

// Topic is a subject that a document is about, with the phrases that say so.
type Topic struct {
	ID string
	// Score is 1 - exp(-sum of the weights of the phrases): 0 to 1.
	Score   float64
	Phrases []string
}

// IDs are the topics that are looked for.
func IDs() []string {
	return []string{"sanctions", "export-control", "arms", "proliferation", "evasion"}
}

// evidence is what a topic is known by.
type evidence struct {
	Strong []string `yaml:"strong"`
	Weak   []string `yaml:"weak"`
}

// file is the topics.yaml of a language: evidence by topic.
type file struct {
	Topics map[string]evidence `yaml:",inline"`
	// Against are phrases of other subjects that use the same words.
	Against []string `yaml:"against"`
}

// subjects is the evidence of all languages.
var subjects = sync.OnceValue(func() *file {
	all := &file{Topics: map[string]evidence{}}
	for _, l := range lexicon.Read[file]("topics.yaml") {
		for id, e := range l.Value.Topics {
			sum := all.Topics[id]
			all.Topics[id] = evidence{append(sum.Strong, e.Strong...), append(sum.Weak, e.Weak...)}
		}
		all.Against = append(all.Against, l.Value.Against...)
	}
	return all
})

// What a phrase adds, once, to the evidence of a topic.
const (
	strongWeight  = 1.2
	weakWeight    = 0.35
	againstWeight = 1.5
)

// Find returns the topics of a text, the surest first, and its relevance: how surely it
// is about export control, sanctions, supply of arms or their evasion, 0 to 1.
func Find(text string) ([]Topic, float64) {
	low := strings.ToLower(text)
	var out []Topic
	all := 0.0
	for _, id := range IDs() {
		t := Topic{ID: id}
		e := subjects().Topics[id]
		sum := 0.0
		for _, p := range []struct {
			phrases []string
			weight  float64
		}{{e.Strong, strongWeight}, {e.Weak, weakWeight}} {
			for _, phrase := range p.phrases {
				if contains(low, phrase) {
					t.Phrases = append(t.Phrases, strings.TrimSuffix(phrase, "*"))
					sum += p.weight
				}
			}
		}
		if sum > 0 {
			t.Score = 1 - math.Exp(-sum)
			out = append(out, t)
			all += sum
		}
	}
	for _, phrase := range subjects().Against {
		if contains(low, phrase) {
			all -= againstWeight
		}
	}
	slices.SortStableFunc(out, func(a, b Topic) int { return cmp.Compare(b.Score, a.Score) })
	return out, 1 / (1 + math.Exp(-(all-middle)/spread))
}

// A text with evidence of middle is as likely relevant as not; each spread more, or
// less, makes the odds e times higher or lower.
const (
	middle = 1.5
	spread = 0.6
)

// contains reports whether a text has a phrase as words of its own; a phrase that ends
// in * also as the beginning of a word.
func contains(low, phrase string) bool {
	stem, open := strings.CutSuffix(phrase, "*")
	for at := 0; ; {
		i := strings.Index(low[at:], stem)
		if i < 0 {
			return false
		}
		begin, end := at+i, at+i+len(stem)
		before, _ := utf8.DecodeLastRuneInString(low[:begin])
		after, _ := utf8.DecodeRuneInString(low[end:])
		if separates(before) && (open || separates(after)) {
			return true
		}
		at = end
	}
}

// separates reports whether a character ends a word; Han is written without blanks.
func separates(r rune) bool { return !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) }
