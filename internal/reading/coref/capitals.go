package coref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// minCapitals is how many letters a line must have to be taken for one written in
// capitals: a shorter one may be a word of a heading or a code.
const minCapitals = 16

// PeopleInCapitals returns the people whom lines written in capitals name. They are found
// only if the text is read as if it had the usual case: there, names begin with a
// capital. Those that overlap known mentions are left out.
func PeopleInCapitals(r *entity.Tagged, known ...[]entity.Mention) (out []entity.Mention) {
	usual, ok := usualCase(r.Raw)
	if !ok {
		return nil
	}
	all := slices.Concat(known...)
	for _, m := range People(entity.Tag(text.Cut(usual, r.Language))) {
		overlaps := func(o entity.Mention) bool { return o.Start < m.End && m.Start < o.End }
		if m.Anaphor || m.Resolved != m.Surface || slices.ContainsFunc(all, overlaps) {
			continue
		}
		m.Surface = r.Raw[m.Start:m.End]
		m.Resolved = m.Surface
		out = append(out, m)
	}
	return out
}

// usualCase writes the lines of a text that have no small letter in the usual case, every
// byte in its place: words of everyday English in small letters, others with a capital. It
// reports whether there are any.
func usualCase(raw string) (string, bool) {
	var out []byte
	at := 0
	for line := range strings.Lines(raw) {
		if isInCapitals(line) {
			if out == nil {
				out = []byte(raw)
			}
			lowerWords(out[at:at+len(line)], line)
		}
		at += len(line)
	}
	return string(out), out != nil
}

// isInCapitals reports whether a line has enough letters, and none of them small.
func isInCapitals(line string) bool {
	letters := 0
	for _, c := range line {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			letters++
		}
	}
	return letters >= minCapitals
}

// lowerWords makes the letters of each word small except the first, if its small form has
// as many bytes; of an everyday word the first, too. Words of up to three letters are kept
// unless they are everyday ones: most are codes and legal forms.
func lowerWords(out []byte, line string) {
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		word := line[start:end]
		small := strings.ToLower(word)
		folded := name.Fold(word)
		usual := entity.IsEveryday(folded) || entity.IsParticle(folded) || entity.IsLinking(folded) || name.IsEnglish(folded)
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
