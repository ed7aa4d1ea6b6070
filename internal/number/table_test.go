package number

import (
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/wordlist"
)

// TestTables checks that each label and each word can be found in a text.
func TestTables(t *testing.T) {
	for column := range wordlist.Rows(labelTable) {
		if len(column) != 5 {
			t.Fatalf("labels.tsv: %q does not have 5 columns, separated by tabs", column)
		}
		if !slices.Contains(enduse.IdentifierKinds, enduse.IdentifierKind(column[0])) {
			t.Errorf("labels.tsv: there is no kind %q", column[0])
		}
		if c := column[1]; c != "-" && !enduse.Country(c).Valid() {
			t.Errorf("labels.tsv: there is no country %q", c)
		}
		if w := column[2]; w != "text" && w != "word" && w != "cell" {
			t.Errorf("labels.tsv: a label counts in text, as a word or in a cell, not in %q", w)
		}
		for l := range strings.SplitSeq(column[4], ", ") {
			if _, ok := cellLabels()[fold(l)]; !ok || fold(l) == "" || len(tokens(l)) > maxLabel {
				t.Errorf("labels.tsv: %q is never found: a label has letters, and at most %d words", l, maxLabel)
			}
		}
	}
	kinds := map[string]map[string]bool{"filler": fillers(), "ship": shipWords(), "placeholder": placeholders()}
	for column := range wordlist.Rows(wordTable) {
		if len(column) != 3 || kinds[column[0]] == nil {
			t.Errorf("words.tsv: %q does not have 3 columns, separated by tabs, with a kind in the first", column)
		}
	}
}
