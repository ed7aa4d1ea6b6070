package intake

import (
	"fmt"
	"strings"
	"testing"
)

// TestWordsMeanOneThing finds a word that stands twice in one table: which
// meaning it had would be chance.
func TestWordsMeanOneThing(t *testing.T) {
	columns := map[string]string{}
	unique(t, "columns", partyWords, columns)
	unique(t, "columns", identWords, columns)
	unique(t, "columns", orderWords, columns)
	unique(t, "columns", roleWords, columns)
	unique(t, "types", typeWords, map[string]string{})
	unique(t, "genders", genderWords, map[string]string{})
}

func unique[T comparable](t *testing.T, what string, table map[T]string, met map[string]string) {
	t.Helper()
	for v, all := range table {
		for w := range strings.SplitSeq(all, ",") {
			k, to := fold(w), fmt.Sprint(v)
			if other, ok := met[k]; ok && other != to {
				t.Errorf("%s: %q means %s and %s", what, strings.TrimSpace(w), other, to)
			}
			met[k] = to
		}
	}
}

func TestIsHeader(t *testing.T) {
	tests := map[string]bool{
		"name": true, "Name|Country": true, "Foo|Bar|Company Name|Baz": true, "KUNNR|NAME1|LAND1|ORT01|XYZ": true, "Customer|Country": true,
		"Our partners": false, "Acme Ltd|company|consignee": false, "Acme|Dubai|AE": false, "Report|2026": false, "Customer list|": false, "": false,
		"a|b|c|country": false,
	}
	for row, want := range tests {
		if got := isHeader(strings.Split(row, "|")); got != want {
			t.Errorf("%q: %v, want %v", row, got, want)
		}
	}
}
