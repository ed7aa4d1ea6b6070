package document

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/enduse/enduse/internal/reading/lexicon"
)

// pageWords are what the lexicon of a language knows pages by (page.yaml).
type pageWords struct {
	Heads    []string                `yaml:"heads"`    // what follows is no text either
	Holds    []string                `yaml:"holds"`    // a short block that holds one is no text
	Lines    []string                `yaml:"lines"`    // a block that is one is no text
	Source   []string                `yaml:"source"`   // credits the source
	Frequent []string                `yaml:"frequent"` // words by which the language is recognised
	Months   map[time.Month][]string `yaml:"months"`   // how their names begin
}

// phrases are the page words of all languages.
type phrases struct {
	pageWords
	// frequent has, for each frequent word, the languages that it is of.
	frequent map[string][]string
}

var pagePhrases = sync.OnceValue(func() *phrases {
	p := &phrases{pageWords: pageWords{Months: map[time.Month][]string{}}, frequent: map[string][]string{}}
	for _, l := range lexicon.Read[pageWords]("page.yaml") {
		w := l.Value
		p.Heads, p.Holds, p.Lines = append(p.Heads, w.Heads...), append(p.Holds, w.Holds...), append(p.Lines, w.Lines...)
		p.Source = append(p.Source, w.Source...)
		for _, word := range w.Frequent {
			p.frequent[word] = append(p.frequent[word], l.Language)
		}
		for _, m := range slices.Sorted(maps.Keys(w.Months)) {
			p.Months[m] = append(p.Months[m], w.Months[m]...)
		}
	}
	return p
})

// monthOf returns the month that a word is the name of, or 0.
func (p *phrases) monthOf(word string) time.Month {
	low := strings.ToLower(word)
	best, month := 0, time.Month(0)
	for m := time.January; m <= time.December; m++ {
		for _, n := range p.Months[m] {
			if strings.HasPrefix(low, n) && len(n) > best {
				best, month = len(n), m
			}
		}
	}
	return month
}

func (p *phrases) heads(text string) bool {
	low := strings.ToLower(strings.Trim(key(text), ":：.…>»«# "))
	for _, h := range p.Heads {
		if low == h || strings.HasPrefix(low, h) && len(low) < len(h)+24 {
			return true
		}
	}
	return false
}

func (p *phrases) holds(text string) bool {
	low := strings.ToLower(key(text))
	for _, h := range p.Holds {
		if strings.Contains(low, h) {
			return true
		}
	}
	low = strings.Trim(low, ":：.…>»«#!|• ")
	return slices.Contains(p.Lines, low) || p.menu(low)
}

// menu reports whether a line is made of labels alone.
func (p *phrases) menu(low string) bool {
	words := strings.FieldsFunc(low, func(r rune) bool {
		return r == ' ' || r == '|' || r == '•' || r == '·' || r == '/' || r == '›' || r == '»'
	})
	n := 0
	for _, w := range words {
		if slices.Contains(p.Lines, w) {
			n++
		}
	}
	return len(words) >= 3 && 3*n >= 2*len(words)
}

// credited reads "Source: X".
func (p *phrases) credited(text string) (string, bool) {
	t := strings.Trim(key(text), "()[]（）【】 ")
	for _, w := range p.Source {
		if len(t) < len(w) || !strings.EqualFold(t[:len(w)], w) {
			continue
		}
		rest := strings.TrimLeft(t[len(w):], " \u00a0")
		for _, colon := range []string{":", "："} {
			if after, ok := strings.CutPrefix(rest, colon); ok {
				return strings.Trim(after, " .。()（）"), true
			}
		}
	}
	return "", false
}

// dateline is a place, a day and an agency before the first sentence:
// "GENEVA, March 4 (Meridian) -", "МОСКВА, 4 марта. /АГЕНТСТВО/.", "（某社）".
var dateline = regexp.MustCompile(`^[^.!?。！？]{0,60}?[(（/]\s*([^()（）/]{2,40}?)\s*[)）/]\s*[-–—:：.]`)

// chineseDateline is "某社北京3月4日电".
var chineseDateline = regexp.MustCompile(`^[（(]?([\p{Han}]{2,8}?[社网报])[\p{Han}]{0,6}\d{1,2}月\d{1,2}日[电讯]`)

func agencyIn(text string) (string, bool) {
	if m := chineseDateline.FindStringSubmatch(text); m != nil {
		return m[1], true
	}
	if m := dateline.FindStringSubmatch(text); m != nil && strings.IndexFunc(m[1], func(r rune) bool { return r >= '0' && r <= '9' }) < 0 {
		return key(m[1]), true
	}
	return "", false
}
