package number_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/number"
)

// TestUnnamed (kind I): a number without a name, in a column of the user's own numbers.
func TestUnnamed(t *testing.T) {
	for text, want := range map[string]string{
		"7707083893": "other 7707083893!", "7707083893.0": "other 7707083893!", "7.707083893E+09": "other 7707083893!", `="7707083893"`: "other 7707083893!", "7707 083 893": "other 7707083893!",
		"RU7707083893": "other RU7707083893, other 7707083893!", "273008320": "other 273008320, other 0273008320!", "AF133955": "other AF133955!", "af-133955": "other AF133955!",
		"9187629": "imo 9187629, other 9187629", "1234566": "other 1234566", "12345": "", "12345678.50": "", "1.234.567,89": "", "100000000": "", "99999999": "", "C-00017": "", "INN 7707083893": "", "Example 12345678": "", "7.7E+11": "", "": "",
	} {
		found, telling := number.Unnamed(text)
		var all []string
		for _, f := range found {
			all = append(all, string(f.Kind)+" "+f.Value)
		}
		got := strings.Join(all, ", ")
		if telling {
			got += "!"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
