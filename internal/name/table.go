package name

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
)

// The word lists of this package are tables of tab-separated values: one row per
// entry, under a line that names the columns, and a column that says which language
// the words are of (ISO 639-1; * for words of several). Words may be written as they
// are spelt, with capitals and diacritics: they are folded when a table is read, and
// TestWordTables checks that each of them can be found in a name.

// eachRow calls visit with the columns of each row of a table. Lines that begin with
// # are comments.
func eachRow(table string, visit func(column []string)) {
	header := true
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case header:
			header = false
		default:
			visit(strings.Split(line, "\t"))
		}
	}
}

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

// TablesDigest identifies the tables that scores rest on, except that of frequencies.
var TablesDigest = sync.OnceValue(func() string {
	h := sha256.New()
	for _, table := range []string{
		legalTable, wordTable, abbreviationTable, tradeTable, translationTable, nicknameTable, numberTable, surnameTable, placesTable, englishWords,
	} {
		h.Write([]byte(table))
		h.Write([]byte{0}) // so that a row that moves to the next table changes the digest
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
})
