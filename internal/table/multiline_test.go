package table_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse/internal/table"
)

// TestRowsInsideQuotes: a quote left open that a later row closes takes in whole
// rows, and the table stays even. An address of several lines is none of that.
func TestRowsInsideQuotes(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		until int
		doubt string
	}{
		"one row taken in":     {"name,address,country\nA,\"1 Main,US\nB,2 Side,IR\nC,3 Foo\",RU\n", 4, "a cell in quotes goes from line 2 to line 4 and holds as many delimiters as whole rows do"},
		"the next row's start": {"name,address,country\nA,\"1 Main,US\nC,3 Foo\",RU\n", 3, "a cell in quotes goes from line 2 to line 3 and holds as many delimiters as whole rows do"},
		"semicolons":           {"name;address\nA;\"1 Main\nB;2 Side\"\n", 3, "a cell in quotes goes from line 2 to line 3 and holds as many delimiters as whole rows do"},
		"spaces after commas":  {"name, address\nA, \"1 Main\nB, 2 Side\"\n", 3, "a cell in quotes goes from line 2 to line 3 and holds as many delimiters as whole rows do"},
		"an address":           {"name,address\nA,\"1 Main St, Floor 2\nSpringfield, IL 62701\nUSA\"\n", 4, ""},
		"semicolon address":    {"name;address;country\nA;\"1 Main St, Floor 2\nSpringfield,IL\";US\n", 3, ""},
		"a plain row":          {"name,address\nA,\"1 Main St, Floor 2\"\n", 2, ""},
	} {
		t.Run(name, func(t *testing.T) {
			tab, err := table.Open("x", strings.NewReader(c.text), table.Options{})
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for row, err := range tab.Rows() {
				if err != nil {
					t.Fatal(err)
				}
				if n++; n == 1 {
					if diff := cmp.Diff([]any{2, c.until, c.doubt}, []any{row.Line, row.EndLine, row.Warning}); diff != "" {
						t.Error(diff)
					}
				}
			}
			if n == 0 {
				t.Fatal("no rows")
			}
		})
	}
}
