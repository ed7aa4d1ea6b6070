package name

import (
	_ "embed" // the table
	"strings"
)

// tradeWords are the words of trade that companies' names hold in other
// languages than English, in Latin letters without diacritics, each behind what
// it stands for in English. Words that are names of people or of places as
// often (Nova, Sur, Norte) are left out. Han and Cyrillic words are read by
// translation. A line of the table has, under a line that names the columns:
//
//   - english: the word that stands for all, one word; classes has its class.
//   - languages: ISO 639-1 codes, * where a word is of several languages.
//   - words: folded, parted by blanks.
//   - source: "verify" for words of common usage, not verified at a source.
//
//go:embed tradewords.tsv
var tradeWords string

// englishOf finds the English word for one of another language.
var englishOf = func() map[string]string {
	m := map[string]string{}
	_, lines, _ := strings.Cut(tradeWords, "\n")
	for line := range strings.Lines(lines) {
		column := strings.Split(line, "\t")
		for w := range strings.FieldsSeq(column[2]) {
			m[w] = column[0]
		}
	}
	return m
}()
