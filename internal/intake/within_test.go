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

// TestIdentifiersOfJSON (kind I): the number of a party under the keys that programs use.
func TestIdentifiersOfJSON(t *testing.T) {
	for one, want := range map[string]string{
		`{"kind":"inn","value":"7707083893"}`: "inn 7707083893", `{"scheme":"INN","id":"7707083893"}`: "inn 7707083893", `{"type":"imo","number":9187629}`: "imo 9187629",
	} {
		r := readAll(t, `{"parties":[{"name":"Example","identifiers":[`+one+`]}]}`)[0]
		if ids := r.Shipment.Parties[0].Identifiers; len(ids) != 1 || string(ids[0].Kind)+" "+ids[0].Value != want {
			t.Errorf("%s: %+v", one, ids)
		}
	}
	if r := readAll(t, `{"parties":[{"name":"Example","identifiers":[{"foo":"7707083893"}]}]}`)[0]; len(r.Shipment.Unread) != 1 {
		t.Errorf("%+v", r.Shipment)
	}
}
