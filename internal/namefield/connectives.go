package namefield

import (
	"crypto/sha256"
	_ "embed" // the table
	"encoding/hex"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/enduse/enduse/internal/name"
)

// connectiveTable has a line for each kind and language; see its head.
//
//go:embed connectives.tsv
var connectiveTable string

// Digest identifies the tables: connectives, what is written for nobody, kinds of ships
// and words around the names of firms.
var Digest = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(connectiveTable + nobodies + shipKinds + aroundWords))
	return "sha256:" + hex.EncodeToString(sum[:])
})

// connectives are words that part names, by their first word, the longest first.
type connectives struct {
	first map[string][]connective
	han   []connective // of scripts that have no blanks
}

type connective struct {
	words []string
	kind  string // joins, with, label: see the table
}

var theConnectives = sync.OnceValue(func() *connectives {
	c := &connectives{first: map[string][]connective{}}
	for line := range strings.Lines(connectiveTable) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		language, all, _ := strings.Cut(rest, "\t")
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

// word is a word of a field, with its place.
type word struct {
	folded     string
	start, end int
}

// wordsOf cuts a text at blanks; a stroke, a point or a hyphen within a word stays,
// what stands around it is taken off.
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

// at returns the longest connective at a word, and how many words it has.
func (c *connectives) at(words []word, i int) (connective, bool) {
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

// hasConnective reports whether a text has a word that parts names.
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
