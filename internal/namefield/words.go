package namefield

import (
	_ "embed" // the tables
	"slices"
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/wordlist"
)

// wordTable says what words are in a field: words around the names of firms, words for
// an airline, kinds of ships, labels of numbers. See its head.
//
//go:embed words.tsv
var wordTable string

// nobodyTable has what people write for a party that is named elsewhere, or for none.
//
//go:embed nobodies.tsv
var nobodyTable string

// Digest identifies the tables: connectives, words, what is written for nobody.
var Digest = sync.OnceValue(func() string { return wordlist.Digest(connectiveTable, wordTable, nobodyTable) })

// words is what wordTable says, each word folded.
type words struct {
	around, ships, labels map[string]bool
	airlines              map[string]bool
	airlineNames          []string // those in English
}

var lexicon = sync.OnceValue(func() *words {
	l := &words{around: map[string]bool{}, ships: map[string]bool{}, labels: map[string]bool{}, airlines: map[string]bool{}}
	for column := range wordlist.Rows(wordTable) {
		set := l.kind(column[0])
		for w := range strings.FieldsSeq(column[2]) {
			w = name.Fold(w)
			set[w] = true
			if column[0] == "airline" && column[1] == "en" {
				l.airlineNames = append(l.airlineNames, w)
			}
		}
	}
	return l
})

// kind returns the words of a kind; nil if there is no such kind.
func (l *words) kind(kind string) map[string]bool {
	switch kind {
	case "around":
		return l.around
	case "ship":
		return l.ships
	case "label":
		return l.labels
	case "airline":
		return l.airlines
	}
	return nil
}

// IsAround reports whether a folded word is one that people put around the name of a
// firm.
func IsAround(word string) bool { return lexicon().around[word] }

// AirlineWords returns the English words for an airline if a folded word is a word for
// one, in English or not: any of them may be written for another.
func AirlineWords(word string) []string {
	if !lexicon().airlines[word] {
		return nil
	}
	return slices.Clip(lexicon().airlineNames)
}

// nobodies has what is written for nobody, in the form that bare returns.
var nobodies = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for column := range wordlist.Rows(nobodyTable) {
		for phrase := range strings.SplitSeq(column[1], ", ") {
			m[bare(phrase)] = true
		}
	}
	return m
})
