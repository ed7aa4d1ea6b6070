package namefield

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/wordlist"
)

// TestWordTables checks that each word of each table can be found in a field.
func TestWordTables(t *testing.T) {
	check := func(file, text string, columns int) {
		if len(strings.Split(text, "\t")) != columns {
			t.Errorf("%s: %q does not have %d columns, separated by tabs", file, text, columns)
		}
	}
	for column := range wordlist.Rows(wordTable) {
		check("words.tsv", strings.Join(column, "\t"), 3)
		if lexicon().kind(column[0]) == nil {
			t.Errorf("words.tsv: there is no kind %q; its head has those that there are", column[0])
		}
		for w := range strings.FieldsSeq(column[2]) {
			if words := wordsOf(w); len(words) != 1 || !lexicon().kind(column[0])[words[0].folded] {
				t.Errorf("words.tsv: a field that has %q is cut into %q: write one of these", w, folds(words))
			}
		}
	}
	for column := range wordlist.Rows(nobodyTable) {
		check("nobodies.tsv", strings.Join(column, "\t"), 2)
		for phrase := range strings.SplitSeq(column[1], ", ") {
			if !isNobody(phrase) {
				t.Errorf("nobodies.tsv: %q is never found: it has more than %d bytes, or no letter", phrase, maxNobody)
			}
		}
	}
	for column := range wordlist.Rows(connectiveTable) {
		check("connectives.tsv", strings.Join(column, "\t"), 3)
		if k := column[0]; k != "joins" && k != "with" && k != "label" {
			t.Errorf("connectives.tsv: there is no kind %q; its head has those that there are", k)
		}
	}
}
