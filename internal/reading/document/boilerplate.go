package document

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed data/boilerplate.yaml
var boilerplateFile []byte

// phrases of a page that are none of its text.
type phrases struct {
	Heads  []string `yaml:"heads"`  // what follows is none of it either
	Holds  []string `yaml:"holds"`  // a short block that holds one
	Lines  []string `yaml:"lines"`  // a block that is one
	Source []string `yaml:"source"` // what credits the source
}

var boilerplatePhrases = sync.OnceValue(func() *phrases {
	p := &phrases{}
	if err := yaml.Unmarshal(boilerplateFile, p); err != nil {
		panic("document: boilerplate.yaml: " + err.Error()) // it comes along, and a test reads it
	}
	return p
})

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
