package table_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse/internal/table"
)

// TestOddLines (kind A): rows that are no delimited text as programs usually write it.
func TestOddLines(t *testing.T) {
	known := func(cells []string) bool { return slices.Contains(cells, "Name") && slices.Contains(cells, "Country") }
	form := func(rows [][]string) bool {
		return len(rows) > 1 && len(rows[0]) > 0 && len(rows[1]) > 0 && rows[0][0] == "Name" && rows[1][0] == "Country"
	}
	for file, want := range map[string][]string{
		"\"Name;Country\"\n\"A;IR\"\n\"B \"\"x\"\";DE\"\n": {"2: A|IR", "3: B \"x\"|DE"},
		"Name^Country\nA^IR\n":                             {"2: A|IR"},
		"Name~Country\nA~IR\n":                             {"2: A|IR"},
		"Name            Country\n--------------- -------\nA b           IR\nBcd  e f g      DE\n": {"3: A b|IR", "4: Bcd  e f g|DE"},
		" Name | Country\n------+--------\n A | IR\n":                                              {"3: A|IR"},
		"Name: A\nCountry: IR\n": {"2: A|IR"},
		"Name=A\nCountry=IR\n":   {"2: A|IR"},
	} {
		_, got := dump(t, strings.NewReader(file), table.Options{IsHeader: known, IsSideways: form})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", file, diff)
		}
	}
}
