package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// capitals is how many letters a line has that is known to be written in capitals:
// a shorter one may be a heading's word or a code.
const capitals = 16

// inCapitals returns the people that lines written in capitals name, which only a
// text in the usual case shows: there, names begin with a capital.
func (f *Finder) inCapitals(r *reader, others ...[]Mention) (out []Mention) {
	usual, ok := usualCase(r.raw)
	if !ok {
		return nil
	}
	known := slices.Concat(others...)
	for _, m := range newReader(cut(usual, r.language), f.tables).people() {
		if m.Anaphor || m.Resolved != m.Surface || slices.ContainsFunc(known, func(o Mention) bool { return o.Start < m.End && m.Start < o.End }) {
			continue
		}
		m.Surface = r.raw[m.Start:m.End]
		m.Resolved = m.Surface
		out = append(out, m)
	}
	return out
}

// usualCase writes the lines of a text that have no small letter in the usual case,
// every byte in its place: words of everyday English small, others with a capital.
// It reports whether there are any.
func usualCase(raw string) (string, bool) {
	var out []byte
	at := 0
	for line := range strings.Lines(raw) {
		if shouted(line) {
			if out == nil {
				out = []byte(raw)
			}
			lowerWords(out[at:at+len(line)], line)
		}
		at += len(line)
	}
	return string(out), out != nil
}

// shouted reports whether a line has letters enough, and none of them small.
func shouted(line string) bool {
	letters := 0
	for _, c := range line {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			letters++
		}
	}
	return letters >= capitals
}

// lowerWords makes the letters of each word small but the first, where its small
// form has as many bytes; of an everyday word the first too. Words of up to three
// letters are kept unless they are everyday: most are codes and legal forms.
func lowerWords(out []byte, line string) {
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		word := line[start:end]
		small := strings.ToLower(word)
		folded := name.Fold(word)
		usual := everyday(folded) || particles[folded] || linking[folded] || name.IsEnglish(folded)
		switch {
		case len(small) != len(word) || !usual && len(word) <= 3:
		case usual:
			copy(out[start:], small)
		default:
			_, first := utf8.DecodeRuneInString(word)
			copy(out[start+first:], small[first:])
		}
		start = -1
	}
	for i, c := range line {
		switch in := unicode.IsLetter(c) || unicode.IsMark(c); {
		case in && start < 0:
			start = i
		case !in:
			flush(i)
		}
	}
	flush(len(line))
}
