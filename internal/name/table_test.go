package name

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/wordlist"
)

// TestWordTables checks that each word of each table is in it as Analyse cuts a name,
// and would be found there.
func TestWordTables(t *testing.T) {
	for _, table := range []struct {
		name, text string
		columns    int
		words      int // the column of the words
	}{
		{"words.tsv", wordTable, 3, 2},
		{"abbreviations.tsv", abbreviationTable, 3, 2},
		{"tradewords.tsv", tradeTable, 4, 2},
		{"translations.tsv", translationTable, 3, 1},
		{"nicknames.tsv", nicknameTable, 2, 1},
		{"numbers.tsv", numberTable, 3, 2},
		{"surnames.tsv", surnameTable, 3, 1},
	} {
		rows := 0
		for column := range wordlist.Rows(table.text) {
			rows++
			if len(column) != table.columns || strings.Join(column, "") == "" {
				t.Fatalf("%s: %q has %d columns, want %d, separated by tabs", table.name, column, len(column), table.columns)
			}
			for w := range strings.FieldsSeq(column[table.words]) {
				if got := foldedWord(w); got == "" || strings.Contains(got, " ") {
					t.Errorf("%s: a name that has %q is cut into the words %q: write one of these, or leave it out", table.name, w, got)
				}
			}
		}
		if rows < 10 {
			t.Errorf("%s has %d rows", table.name, rows)
		}
	}
}

// TestNicknameTable checks that each name is a plain word, which is what nicknames are
// looked up for.
func TestNicknameTable(t *testing.T) {
	for column := range wordlist.Rows(nicknameTable) {
		names := strings.Fields(column[1])
		if len(names) < 2 {
			t.Errorf("nicknames.tsv: %q is alone in its row", column[1])
		}
		for _, w := range names {
			n := Analyse(w + " Zorvatinel")
			if len(n.Tokens) != 2 || n.Tokens[0].Class != Plain && w != "ben" {
				t.Errorf("nicknames.tsv: %q is never looked up as a nickname: in a name it is %q, with the class %d", w, n.Tokens[0].Text, n.Tokens[0].Class)
				continue
			}
			if !Nicknames(n.Tokens[0].Text, foldedWord(names[0])) {
				t.Errorf("nicknames.tsv: a name with %q has the word %q, which is no form of %q", w, n.Tokens[0].Text, names[0])
			}
		}
	}
}

// TestWordKinds checks the first column of words.tsv.
func TestWordKinds(t *testing.T) {
	for column := range wordlist.Rows(wordTable) {
		l := *lexicon()
		l.classes = map[string]Class{}
		if !l.add(column[0], nil) {
			t.Errorf("words.tsv: there is no kind %q; lexicon.go has those that there are", column[0])
		}
	}
}
