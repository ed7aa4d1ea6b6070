package name

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
)

// writtenForm is one way to write a legal form.
type writtenForm struct {
	class     string
	words     []string
	sorted    string // its words in order of the alphabet
	joined    string // its words without blanks
	length    int    // of joined, in letters
	signature uint64
}

// forms are all written forms, the longest first.
var forms = func() (out []writtenForm) {
	for _, f := range legalForms {
		for _, w := range f.written {
			words := strings.Fields(Fold(strings.ReplaceAll(w, "-", " ")))
			joined := strings.Join(words, "")
			out = append(out, writtenForm{f.class, words, sortedWords(words), joined, utf8.RuneCountInString(joined), edit.Signature(joined)})
		}
	}
	slices.SortStableFunc(out, func(a, b writtenForm) int { return b.length - a.length })
	return out
}()

func sortedWords(words []string) string {
	s := slices.Clone(words)
	slices.Sort(s)
	return strings.Join(s, " ")
}

// mostFormWords is how many words of a name may make one legal form: the
// longest has six, and one may be cut in two.
const mostFormWords = 7

// legalAt returns the class of the legal form that stands at the front of the
// words, and how many words it takes, or 0. Forms of a length that leaves no
// doubt are found through blanks put in or left out, words in another order,
// and an edit for each of their words.
func legalAt(words []string) (class string, n int) {
	var joined strings.Builder
	best := 0
	for i, w := range words[:min(len(words), mostFormWords)] {
		joined.WriteString(w)
		if len(joined.String()) > longestForm+6 {
			break
		}
		if c := formOf(words[:i+1], joined.String()); c != "" {
			class, best = c, i+1
		}
	}
	return class, best
}

var longestForm = len(forms[0].joined)

// A form of plainForm letters or more may be misspelt: by an edit for each of
// its words, but not more than one in lettersAnEdit letters.
const (
	plainForm     = 7
	lettersAnEdit = 5
)

// exactForms finds a form by its words without blanks.
var exactForms = func() map[string]*writtenForm {
	m := map[string]*writtenForm{}
	for i := range forms {
		if _, ok := m[forms[i].joined]; !ok {
			m[forms[i].joined] = &forms[i]
		}
	}
	return m
}()

// formOf returns the class of a legal form that the words make as a whole.
func formOf(words []string, joined string) string {
	if f := exactForms[joined]; f != nil && (f.length >= lettersAnEdit || len(words) == len(f.words) || len(words) == 1 || spelt(words)) {
		return f.class
	}
	size := utf8.RuneCountInString(joined)
	if size < plainForm-1 {
		return ""
	}
	signature := edit.Signature(joined)
	for i := range forms {
		f := &forms[i]
		if f.length < plainForm {
			break // the others are shorter still
		}
		edits := min(len(f.words), f.length/lettersAnEdit)
		if max(size, f.length)-min(size, f.length) > edits || edit.Apart(signature, f.signature, edits) {
			continue
		}
		if len(words) == len(f.words) && sortedWords(words) == f.sorted {
			return f.class
		}
		if sameShape(words, f) {
			if _, ok := edit.Edits(joined, f.joined, edits); ok {
				return f.class
			}
		}
	}
	return ""
}

// spelt reports whether the words are single letters: "S. A."
func spelt(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) != 1 })
}

// sameShape keeps a legal form from taking up the word next to it: with about
// as many words, the first and the last are its own.
func sameShape(words []string, f *writtenForm) bool {
	first, last := words[0], words[len(words)-1]
	return len(words) <= len(f.words)+1 && (len(words) == 1 || len(first) > 1 && len(last) > 1)
}
