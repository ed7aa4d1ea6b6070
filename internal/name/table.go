package name

import (
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/wordlist"
)

// The word lists of this package are tables; see package wordlist. Their words may be
// written as they are spelt, with capitals and diacritics: they are folded when a table
// is read, and TestWordTables checks that each of them can be found in a name.

// foldedWords returns the words of a column as Analyse looks them up.
func foldedWords(column string) []string {
	words := strings.Fields(column)
	for i, w := range words {
		words[i] = foldedWord(w)
	}
	return words
}

// foldedWord returns a word as Analyse looks it up; one that Analyse would cut has
// blanks in it.
func foldedWord(word string) string {
	return string(appendWords(nil, []byte(Fold(word))))
}

// FrequencyDigest identifies the table of frequencies.
var FrequencyDigest = sync.OnceValue(func() string { return wordlist.Digest(frequencyTable) })

// TablesDigest identifies the other tables that scores rest on.
var TablesDigest = sync.OnceValue(func() string {
	return wordlist.Digest(legalTable, wordTable, abbreviationTable, tradeTable, translationTable,
		nicknameTable, numberTable, surnameTable, placesTable, englishWords)
})
