// Package wordlist reads the tables of words that packages carry, and gives the digest
// by which an answer names them.
//
//	for column := range wordlist.Rows(table) {
//		language, words := column[0], strings.Fields(column[1])
//	}
//
// How it works. A table is a file of tab-separated values: one row per entry, below a
// line that names the columns. Lines that begin with # are comments. A table of words
// has a column for their language (ISO 639-1; * for words of several), so that whoever
// speaks it can find and judge them. The package that reads the words folds them, so
// that people may write them as they are spelt.
//
// # Invariants
//
//   - Two lists of tables have one digest only if they are equal table by table.
//
// # Limitations
//
// A column cannot hold a tab or a line break. Rows are not checked here: the test of
// each package checks its own tables.
package wordlist

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strings"
)

// Rows yields the columns of each row of a table.
func Rows(table string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		header := true
		for line := range strings.Lines(table) {
			line = strings.TrimSuffix(line, "\n")
			switch {
			case line == "" || line[0] == '#':
			case header:
				header = false
			case !yield(strings.Split(line, "\t")):
				return
			}
		}
	}
}

// Digest returns the SHA-256 of tables, in their order.
func Digest(tables ...string) string {
	h := sha256.New()
	for i, table := range tables {
		if i > 0 {
			h.Write([]byte{0}) // so that a row cannot move from one table to the next
		}
		h.Write([]byte(table))
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
