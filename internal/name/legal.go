package name

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
)

// writtenForm is one way to write a legal form.
type writtenForm struct {
	class     string
	place     place
	words     []string
	sorted    string // its words in order of the alphabet
	joined    string // its words without blanks
	length    int    // of joined, in letters
	edits     int    // that it may be misspelt by
	signature uint64
	letters   uint64 // see lettersOf
}

// formTable has all written forms.
type formTable struct {
	exact   map[string]*writtenForm // by its words without blanks
	lengths [256]uint64             // by beginning, a bit for each length in bytes; it rules most words out
	near    []nearForms             // those that may be misspelt, by the length in letters of what may be meant for them
	longest int                     // of the words without blanks, in bytes
}

// nearForms has forms by the number of words that may be meant for them, the longest first.
type nearForms [maxFormWords + 1][]*writtenForm

var forms = sync.OnceValue(func() *formTable {
	all := writtenForms()
	t := &formTable{exact: make(map[string]*writtenForm, len(all))}
	for i := range all {
		f := &all[i]
		t.longest = max(t.longest, len(f.joined))
		if t.exact[f.joined] == nil {
			t.exact[f.joined] = f
			t.lengths[beginning(f.joined)] |= lengthBit(len(f.joined))
		}
		if f.edits == 0 {
			continue
		}
		for len(t.near) <= f.length+f.edits {
			t.near = append(t.near, nearForms{})
		}
		for size := max(f.length-f.edits, plainForm-1); size <= f.length+f.edits; size++ {
			for words := 1; words <= min(len(f.words)+1, maxFormWords); words++ {
				t.near[size][words] = append(t.near[size][words], f)
			}
		}
	}
	return t
})

// beginning returns a number for the first two bytes of a form.
func beginning[T string | []byte](joined T) byte { return joined[0]*31 + joined[1] }

func lengthBit(bytes int) uint64 { return 1 << min(bytes, 63) }

// writtenForms returns all written forms, the longest first.
func writtenForms() (out []writtenForm) {
	for _, f := range legalForms() {
		out = append(out, newWrittenForm(f, f.written))
		if short := strings.ReplaceAll(f.written, "company", "co"); short != f.written && strings.Contains(f.written, " ") {
			out = append(out, newWrittenForm(f, short))
		}
	}
	slices.SortStableFunc(out, func(a, b writtenForm) int { return b.length - a.length })
	return out
}

func newWrittenForm(of legalForm, text string) writtenForm {
	words := strings.Fields(Fold(strings.ReplaceAll(text, "-", " ")))
	joined := strings.Join(words, "")
	f := writtenForm{class: of.class, place: of.place, words: words, sorted: sortedWords(words), joined: joined}
	f.length = utf8.RuneCountInString(joined)
	if of.near && f.length >= plainForm {
		f.edits = min(len(words), f.length/lettersAnEdit)
	}
	f.signature, f.letters = edit.Signature(joined), lettersOf(joined)
	return f
}

func sortedWords(words []string) string {
	s := slices.Clone(words)
	slices.Sort(s)
	return strings.Join(s, " ")
}

// maxFormWords is how many words of a name may make one legal form: the longest form has
// six, and one of them may be cut in two.
const maxFormWords = 7

// legalAt returns the class of the legal form at the front of the words, and how many words
// it takes, or 0. before is the word in front of them, "" at the front of a name. Forms that
// are long enough to leave no doubt are found although blanks are added or missing. Forms
// that lists use most are found although their words are in another order, and with an edit
// in each of them.
func legalAt(before string, words []string) (class string, n int) {
	var buf [128]byte
	joined, table := buf[:0], forms()
	for i, w := range words[:min(len(words), maxFormWords)] {
		if len(joined)+len(w) > table.longest+6 {
			break
		}
		joined = append(joined, w...)
		f := table.formOf(words[:i+1], joined)
		if f != nil && (f.place == anywhere || table.inPlace(f.place, before, words, i+1)) {
			class, n = f.class, i+1
		}
	}
	return class, n
}

// A form of at least plainForm letters may be misspelt: by an edit for each of its words,
// but at most one in lettersAnEdit letters.
const (
	plainForm     = 7
	lettersAnEdit = 5
)

// formOf returns the legal form that the words make as a whole, or nil.
func (t *formTable) formOf(words []string, joined []byte) *writtenForm {
	if len(joined) > 1 && t.lengths[beginning(joined)]&lengthBit(len(joined)) != 0 {
		f := t.exact[string(joined)]
		switch {
		case f == nil:
		case f.length >= lettersAnEdit, len(words) == len(f.words), len(words) == 1, areLetters(words):
			return f
		}
	}
	size := utf8.RuneCount(joined)
	if size >= len(t.near) || len(t.near[size][len(words)]) == 0 {
		return nil
	}
	return misspelt(words, string(joined), t.near[size][len(words)])
}

// misspelt returns the first of the forms that the words make, exactly or almost.
func misspelt(words []string, joined string, near []*writtenForm) *writtenForm {
	signature, letters := edit.Signature(joined), lettersOf(joined)
	for _, f := range near {
		if edit.Apart(signature, f.signature, f.edits) || edit.Apart(letters, f.letters, f.edits) {
			continue
		}
		if len(words) == len(f.words) && sortedWords(words) == f.sorted {
			return f
		}
		if sameShape(words, f) {
			edits := f.edits
			if len(words) > len(f.words) {
				edits = 1 // one of its words is cut in two: a further edit would be the next word
			}
			if _, ok := edit.Edits(joined, f.joined, edits); ok {
				return f
			}
		}
	}
	return nil
}

// lettersOf has a bit for each letter in a word; no two letters of one alphabet share a bit.
// An edit changes at most two bits, as in edit.Signature, which does not distinguish most
// letters that are not Latin.
func lettersOf(word string) (set uint64) {
	for _, r := range word {
		set |= 1 << (uint32(r) % 64)
	}
	return set
}

// areLetters reports whether the words are single letters: "S. A."
func areLetters(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) != 1 })
}

// plainWord is the length up to which a word of a form must not be misspelt: "que limited"
// is not "pte limited".
const plainWord = 3

// sameShape reports whether words have about as many words as a form, so that the first and
// the last belong to it. It keeps a form from including the next word of the name.
func sameShape(words []string, f *writtenForm) bool {
	first, last := words[0], words[len(words)-1]
	if len(words) == len(f.words) {
		for i, w := range f.words {
			if len(w) <= plainWord && words[i] != w {
				return false
			}
		}
	}
	return len(words) <= len(f.words)+1 && (len(words) == 1 || len(first) > 1 && len(last) > 1)
}
