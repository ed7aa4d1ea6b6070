package namefield

import (
	_ "embed" // the table
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/wordlist"
)

// connectiveTable has a row for each kind and language; see its head.
//
//go:embed connectives.tsv
var connectiveTable string

// connectives are words that separate names, by their first word, the longest first.
type connectives struct {
	first map[string][]connective
	han   []connective // in scripts without blanks
}

type connective struct {
	words []string
	kind  string // joins, with or label: see the table
}

var theConnectives = sync.OnceValue(func() *connectives {
	c := &connectives{first: map[string][]connective{}}
	for column := range wordlist.Rows(connectiveTable) {
		kind, language, all := column[0], column[1], column[2]
		for text := range strings.SplitSeq(all, ", ") {
			words := wordsOf(text)
			if len(words) == 0 {
				continue
			}
			one := connective{folds(words), kind}
			if language == "zh" || language == "ja" {
				c.han = append(c.han, one)
				continue
			}
			key := one.words[0]
			if !slices.ContainsFunc(c.first[key], func(o connective) bool { return slices.Equal(o.words, one.words) }) {
				c.first[key] = append(c.first[key], one)
			}
		}
	}
	for _, all := range c.first {
		slices.SortFunc(all, func(a, b connective) int { return len(b.words) - len(a.words) })
	}
	return c
})

// word is a word of a field, with its position.
type word struct {
	folded     string
	start, end int
}

// wordsOf cuts a text at blanks and takes off the marks around each word. A slash, a dot
// or a hyphen within a word stays.
func wordsOf(text string) (out []word) {
	start := -1
	add := func(end int) {
		if start < 0 {
			return
		}
		w := text[start:end]
		lead := len(w) - len(strings.TrimLeft(w, "([{\"'«“"))
		tail := len(strings.TrimRight(w[lead:], ")]}\"'»”,:;")) + lead
		if tail > lead {
			out = append(out, word{name.Fold(w[lead:tail]), start + lead, start + tail})
		}
		start = -1
	}
	for i, r := range text {
		if unicode.IsSpace(r) {
			add(i)
		} else if start < 0 {
			start = i
		}
	}
	add(len(text))
	return out
}

func folds(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.folded
	}
	return out
}

// longestAt returns the longest connective that begins with word i.
func (c *connectives) longestAt(words []word, i int) (connective, bool) {
	for _, one := range c.first[words[i].folded] {
		if i+len(one.words) > len(words) {
			continue
		}
		same := true
		for k := 1; same && k < len(one.words); k++ {
			same = words[i+k].folded == one.words[k]
		}
		if same {
			return one, true
		}
	}
	return connective{}, false
}

// hasConnective reports whether a text has a word that separates names.
func hasConnective(text string) bool {
	c := theConnectives()
	if !ascii(text) && len(c.splitHan(text)) > 0 {
		return true
	}
	var buf [64]byte
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != ' ' && text[i] != ',' {
			continue
		}
		if w := text[start:i]; w != "" && len(w) <= len(buf) {
			if all, ok := c.first[string(lowerASCII(buf[:0], w))]; ok && (all[0].kind != "label" || start == 0) {
				return true
			}
		}
		start = i + 1
	}
	return false
}

func lowerASCII(out []byte, w string) []byte {
	for i := range len(w) {
		b := w[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		out = append(out, b)
	}
	return out
}
