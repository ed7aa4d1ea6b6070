package table_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse/internal/table"
)

// TestNothingBesideTheRows: what stands beside the array of rows and may be rows
// is a fault; a key that occurs twice is one too, or a warning of its row.
func TestNothingBesideTheRows(t *testing.T) {
	record := func(keys []string) bool { return slices.Contains(keys, "name") }
	for file, want := range map[string][]string{
		`{"a":[{"name":"A"}],"b":{"c":[{"name":"B"},{"name":"C"}]}}`: {"1: A", "2: B", "3: C"},
		`{"a":[{"name":"A"}],"b":[{"code":1}]}`:                      {"0! b holds 1 object in arrays that were not read", "1: A"},
		`{"data":{"rows":[{"name":"A"}]},"meta":{"page":1}}`:         {"1: A"},
		`{"data":{"x":{"name":"B"},"rows":[{"name":"A"}]}}`:          {"0! x holds an object that may be a record and was not read", "1: A"},
		`{"A":{"country":"IR"},"B":{"country":"DE"}}`:                {"1: A|IR", "2: B|DE"},
		`{"1":{"name":"A"},"2":{"name":"B"}}`:                        {"1: A", "2: B"},
		`{"columns":["name","country"],"data":[["A","IR"],["B"]]}`:   {"1: A|IR", "2: B"},
		`[["name","country"],["A","IR"],["B","DE"]]`:                 {"2: A|IR", "3: B|DE"},
		`["A","B"]`:              {"1: A", "2: B"},
		`{"order":{"name":"A"}}`: {"1: A"},
		`{"a":[{"name":"A"}],"a":[{"name":"B"}]}`:             {`0! the key "a" occurs twice: only the last is read`, "1: B"},
		`{"a":[{"name":"A"}],"owner":{"name":"B"}}`:           {"0! owner holds an object that may be a record and was not read", "1: A"},
		`{"a":[{"name":"A"}],"meta":{"total":1},"next":null}`: {"1: A"},
	} {
		_, got := dump(t, strings.NewReader(file), table.Options{IsRecord: record})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
	many := strings.Repeat(`"x":[{"y":1,"z":[[{}]]}],`, 1)
	for i := range 20 {
		many += `"k` + string(rune('a'+i)) + `":1,`
	}
	for file, want := range map[string]string{
		`[{"name":"A","name":"B"}]`:                         `the key "name" occurs twice in one object: one of its values may not be read`,
		`[{"p":[{"n":1},{"n":2,"n":3}]}]`:                   `the key "p.n" occurs twice in one object: one of its values may not be read`,
		`[{` + many + `"last":1}]`:                          "",
		`[{` + many + `"ka":1}]`:                            `the key "ka" occurs twice in one object: one of its values may not be read`,
		`[{"p":[{"n":1},{"n":2}],"q":{"n":1},"n":[1,2,3]}]`: "",
	} {
		tab, err := table.Open("x", strings.NewReader(file), table.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for row, err := range tab.Rows() {
			if err != nil || row.Warning != want {
				t.Errorf("%s: %q, %v", file, row.Warning, err)
			}
		}
	}
}
