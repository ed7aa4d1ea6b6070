package name

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// writtenForm is one way to write a legal form.
type writtenForm struct {
	class     string
	words     []string
	sorted    string // its words in order of the alphabet
	joined    string // its words without blanks
	signature uint64
}

// forms are all written forms, the longest first.
var forms = func() (out []writtenForm) {
	for _, f := range legalForms {
		for _, w := range f.written {
			words := strings.Fields(Fold(strings.ReplaceAll(w, "-", " ")))
			joined := strings.Join(words, "")
			out = append(out, writtenForm{f.class, words, sortedWords(words), joined, letters(joined)})
		}
	}
	slices.SortStableFunc(out, func(a, b writtenForm) int { return len(b.joined) - len(a.joined) })
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
	joined := ""
	best := 0
	for i, w := range words[:min(len(words), mostFormWords)] {
		joined += w
		if len(joined) > longestForm+6 {
			break
		}
		if c := formOf(words[:i+1], joined); c != "" {
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

// formOf returns the class of a legal form that the words make as a whole.
func formOf(words []string, joined string) string {
	sig, size := letters(joined), utf8.RuneCountInString(joined)
	sorted := ""
	for i := range forms {
		f := &forms[i]
		length := utf8.RuneCountInString(f.joined)
		if length < plainForm {
			if f.joined == joined && (len(words) == len(f.words) || len(words) == 1) {
				return f.class
			}
			continue
		}
		if f.joined == joined {
			return f.class
		}
		edits := min(len(f.words), length/lettersAnEdit)
		if max(size, length)-min(size, length) > edits || bits.OnesCount64(sig^f.signature) > 2*edits {
			continue
		}
		if sorted == "" {
			sorted = sortedWords(words)
		}
		if sorted == f.sorted || within(joined, f.joined, edits) && sameShape(words, f) {
			return f.class
		}
	}
	return ""
}

// sameShape keeps a legal form from taking up the word next to it: with about
// as many words, the first and the last are its own.
func sameShape(words []string, f *writtenForm) bool {
	first, last := words[0], words[len(words)-1]
	return len(words) <= len(f.words)+1 && (len(words) == 1 || len(first) > 1 && len(last) > 1)
}

// within reports whether two words are at most some edits apart.
func within(a, b string, edits int) bool {
	x, y := []rune(a), []rune(b)
	last, row := make([]int, len(y)+1), make([]int, len(y)+1)
	var before []int
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if before != nil && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, make([]int, len(y)+1)
	}
	return last[len(y)] <= edits
}

// letters is the set of letters of a word, for a quick test of what cannot be
// the same.
func letters(s string) (set uint64) {
	for _, r := range s {
		set |= 1 << (uint32(r) % 64)
	}
	return set
}
