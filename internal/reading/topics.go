package reading

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Topic is what a document is about, with the phrases that say so.
type Topic struct {
	ID string
	// Score is 1 - exp(-sum of the weights of the phrases): 0 to 1.
	Score   float64
	Phrases []string
}

//go:embed data/topics.yaml
var topicsFile []byte

// subject is a topic as it is known by.
type subject struct {
	ID     string   `yaml:"id"`
	Strong []string `yaml:"strong"`
	Weak   []string `yaml:"weak"`
}

type subjects struct {
	Topics []subject `yaml:"topics"`
	// Against are phrases of other subjects that the same words are used in.
	Against []string `yaml:"against"`
}

var theSubjects = sync.OnceValue(func() *subjects {
	s := &subjects{}
	if err := yaml.Unmarshal(topicsFile, s); err != nil {
		panic("reading: topics.yaml: " + err.Error()) // it comes along, and a test reads it
	}
	return s
})

// What a phrase adds, once, to the evidence of a topic.
const (
	strongWeight  = 1.2
	weakWeight    = 0.35
	againstWeight = 1.5
)

// TopicsOf returns the topics of a text, the surest first, and how relevant they
// make it.
func TopicsOf(text string) ([]Topic, float64) {
	low := strings.ToLower(text)
	var out []Topic
	all := 0.0
	for _, s := range theSubjects().Topics {
		t := Topic{ID: s.ID}
		sum := 0.0
		for _, p := range []struct {
			phrases []string
			weight  float64
		}{{s.Strong, strongWeight}, {s.Weak, weakWeight}} {
			for _, phrase := range p.phrases {
				if holds(low, phrase) {
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
	for _, phrase := range theSubjects().Against {
		if holds(low, phrase) {
			all -= againstWeight
		}
	}
	slices.SortStableFunc(out, func(a, b Topic) int { return cmp.Compare(b.Score, a.Score) })
	return out, 1 / (1 + math.Exp(-(all-middle)/spread))
}

// A text with so much evidence is as probably relevant as not; so much more or
// less makes it e times so.
const (
	middle = 1.5
	spread = 0.6
)

// holds reports whether a phrase stands in a text as words of its own; a phrase
// that ends in * also as the beginning of one.
func holds(low, phrase string) bool {
	stem, open := strings.CutSuffix(phrase, "*")
	for at := 0; ; {
		i := strings.Index(low[at:], stem)
		if i < 0 {
			return false
		}
		begin, end := at+i, at+i+len(stem)
		before, _ := utf8.DecodeLastRuneInString(low[:begin])
		after, _ := utf8.DecodeRuneInString(low[end:])
		if apart(before) && (open || apart(after)) {
			return true
		}
		at = end
	}
}

// apart reports whether a letter is part of no word beside it: Han is written
// without blanks.
func apart(r rune) bool { return !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) }
