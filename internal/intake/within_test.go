package intake

import (
	"strings"
	"testing"
)

// TestNumbersWithin (kind I): numbers that may be those of a register are kept to be
// searched, wherever they stand.
func TestNumbersWithin(t *testing.T) {
	for _, c := range []struct{ header, cell, want string }{
		{"id", "7707083893", "7707083893"},
		{"reference", "RU7707083893", "RU7707083893"},
		{"customer no", "9187629", "9187629"},
		{"customer no", "C-00017", ""},
		{"account", "7707083893", "7707083893"},
		{"city", "Moscow INN 7707083893", "Moscow INN 7707083893"},
		{"address", "Leninsky 5, 7707083893", "7707083893"},
		{"address", "Main St 5, 02115-1234 Boston", ""},
		{"remarks", "paid, see 7707083893", "paid, see 7707083893|7707083893"},
		{"remarks", "ОГРН1027700132195", "ОГРН1027700132195"},
		{"amount", "1234567890", ""},
		{"xyz", "1234567890", "1234567890"},
		{"xyz", "12345678.50", ""},
	} {
		var got []string
		for _, x := range readAll(t, "name,"+c.header+"\nExample,\""+c.cell+"\"\n")[0].Shipment.Texts {
			got = append(got, x.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s %q: %q, want %q", c.header, c.cell, got, c.want)
		}
	}
}
