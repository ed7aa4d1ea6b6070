package mention

import (
	"io/fs"
	"testing"
)

// TestTables: each file has rows, each table phrases, and no row has a cell too
// few.
func TestTables(t *testing.T) {
	cells := map[string]int{
		"sides.tsv": 2, "programmes.tsv": 2, "organizations.tsv": 3, "goods.tsv": 4, "roles.tsv": 2, "people.tsv": 2, "words.tsv": 2, "only.tsv": 2,
	}
	all, err := fs.ReadDir(files, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		found := rows("data/" + f.Name())
		if len(found) == 0 {
			t.Errorf("%s has no rows", f.Name())
		}
		for _, r := range found {
			if len(r) < cells[f.Name()] {
				t.Errorf("%s: %q has %d cells", f.Name(), r, len(r))
			}
		}
	}
	phrases := [tableCount]int{}
	for _, ends := range theTables().phrases.ends {
		for _, e := range ends {
			phrases[e.table]++
		}
	}
	for tab, n := range phrases {
		if n == 0 {
			t.Errorf("table %d has no phrases", tab)
		}
	}
	for _, code := range theTables().codes {
		if !code.Valid() {
			t.Errorf("%q is no code of a country", code)
		}
	}
}
