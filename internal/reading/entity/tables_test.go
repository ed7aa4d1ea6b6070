package entity

import (
	"testing"

	"github.com/enduse/enduse/internal/reading/lexicon"
)

// TestTables: the lexicon has phrases for each table, every key is known, and no table
// is unknown here.
func TestTables(t *testing.T) {
	phrases := [tableCount]int{}
	for _, p := range lexicon.AllPhrases() {
		if table, ok := tableNames[p.Table]; ok {
			phrases[table.index()]++
		}
	}
	for i, n := range phrases {
		if n == 0 {
			t.Errorf("table %d has no phrases", i)
		}
	}
	for _, code := range theTables().codes {
		if !code.Valid() {
			t.Errorf("%q is no code of a country", code)
		}
	}
	organisations, goods := map[string]bool{}, map[string]bool{}
	for _, f := range lexicon.Rows(lexicon.Any, "organisations.tsv") {
		organisations[f[0]] = true
	}
	for _, f := range lexicon.Rows(lexicon.Any, "goods.tsv") {
		goods[f[0]] = len(f) == 3
	}
	for _, p := range lexicon.AllPhrases() {
		table, ok := tableNames[p.Table]
		if !ok {
			t.Errorf("the table %q of %q is unknown", p.Table, p.Text[0])
		}
		if table == Organisations && !organisations[p.Key] || table == GoodsWords && !goods[p.Key] {
			t.Errorf("%s %q has no row in the folder any", p.Table, p.Key)
		}
	}
}
