package number

import (
	_ "embed" // the tables
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/wordlist"
)

// labelTable has the names of kinds of numbers on documents; see its head.
//
//go:embed labels.tsv
var labelTable string

// wordTable has other words in and around cells of numbers; see its head.
//
//go:embed words.tsv
var wordTable string

// label is the name of a kind of number on documents.
type label struct {
	kind    enduse.IdentifierKind
	country enduse.Country // of the one register that has the label, or ""
	// word says that the label is a word with another meaning too, or a part of names:
	// a number after it counts only if its check digit fits.
	word bool
}

// strictLabels are the labels in any text, folded.
var strictLabels = sync.OnceValue(func() map[string]label { return labelsOf(false) })

// cellLabels are the labels in a cell of numbers, folded.
var cellLabels = sync.OnceValue(func() map[string]label { return labelsOf(true) })

// labelsOf returns the labels in any text and, if inCells, those that count in cells only.
func labelsOf(inCells bool) map[string]label {
	m := map[string]label{}
	for _, cells := range []bool{true, false} { // those in any text take precedence
		for column := range wordlist.Rows(labelTable) {
			if inCell := column[2] == "cell"; inCell != cells || inCell && !inCells {
				continue
			}
			l := label{kind: enduse.IdentifierKind(column[0]), word: column[2] == "word"}
			if column[1] != "-" {
				l.country = enduse.Country(column[1])
			}
			for w := range strings.SplitSeq(column[4], ",") {
				m[fold(w)] = l
			}
		}
	}
	return m
}

// fillers are words between a label and its number, folded.
var fillers = sync.OnceValue(func() map[string]bool { return wordsOf("filler", fold) })

// shipWords say that a text is about a ship, folded.
var shipWords = sync.OnceValue(func() map[string]bool { return wordsOf("ship", fold) })

// placeholders are what people write for no number, in lower case.
var placeholders = sync.OnceValue(func() map[string]bool { return wordsOf("placeholder", strings.ToLower) })

// wordsOf returns the words of a kind of wordTable, each in the form by which it is
// looked up.
func wordsOf(kind string, key func(string) string) map[string]bool {
	m := map[string]bool{}
	for column := range wordlist.Rows(wordTable) {
		if column[0] != kind {
			continue
		}
		for w := range strings.SplitSeq(column[2], ", ") {
			m[key(w)] = true
		}
	}
	return m
}

// fold is the key of a label.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// maxLabel is how many words a label has at most.
const maxLabel = 5

// Kind returns the kind that a word names: a code, such as national_id, or a label on
// documents, such as ИНН.
func Kind(word string) (enduse.IdentifierKind, bool) {
	if k := enduse.IdentifierKind(strings.ToLower(strings.TrimSpace(word))); slices.Contains(enduse.IdentifierKinds, k) {
		return k, true
	}
	l, ok := cellLabels()[fold(word)]
	return l.kind, ok
}
