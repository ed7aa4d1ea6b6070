package intake_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/intake"
)

// TestAmounts: the decimal mark of a file is that of the amounts that show it.
func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       string // the values of the items
		note       string
	}{
		{"a comma settles", "order;consignee;value\n1;A;1.234\n2;B;980,50\n", "1234 980.5", "decimal comma"},
		{"a point settles", "order;consignee;value\n1;A;1,234\n2;B;980.50\n", "1234 980.5", "decimal point"},
		{"nothing settles", "order;consignee;value\n1;A;1,234\n2;B;1.234\n", "1234 1.234", "1,234 is read as 1234"},
		{"both", "order;consignee;value\n1;A;1.234,50\n2;B;1,234.50\n3;C;1.234\n", "1234.5 1234.5 ?", "such as 1.234"},
		{"nothing to settle", "order;consignee;value\n1;A;1234.50\n2;B;7\n", "1234.5 7", ""},
		{"not a number", "order;consignee;value\n1;A;on request\n", "?", ""},
		{"by another column", "order;consignee;qty;value\n1;A;0,5;1.234\n", "1234", "decimal comma"},
		{"JSON has numbers with points", `[{"order":"1","consignee":"A","value":1.234},{"order":"2","consignee":"B","value":"1.234,50"}]`, "? 1234.5", "such as 1.234"},
		{"items of JSON", `[{"parties":[{"name":"A"}],"items":[{"hs":"1","value":"1,234"},{"hs":"2","value":"0.5"}],"payments":[{"amount":"2,345"}]}]`, "1234 0.5 2345", "decimal point"},
	} {
		in, err := intake.OpenFirst("orders.csv", strings.NewReader(c.file), intake.Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var got []string
		value := func(decimal string) {
			if decimal == "" {
				decimal = "?"
			}
			got = append(got, decimal)
		}
		for r, err := range in.Records() {
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			for _, it := range r.Shipment.Items {
				value(it.Value.Decimal())
			}
			for _, p := range r.Shipment.Payments {
				value(p.Amount.Decimal())
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
		notes := strings.Join(in.Notes(), "\n")
		if said := strings.Contains(notes, "amount"); said != (c.note != "") || !strings.Contains(notes, c.note) {
			t.Errorf("%s: notes %q, want %q", c.name, notes, c.note)
		}
	}
}
