package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse/internal/intake"
)

// TestNumbersWithAdditions: what people write around a number is taken off, and
// what cannot be taken apart is said.
func TestNumbersWithAdditions(t *testing.T) {
	for _, c := range []struct{ header, cell, want string }{
		{"ИНН/КПП", "7707083893/770701001", "inn 7707083893 valid, kpp 770701001 "},
		{"INN", "7707083893/770701001", "inn 7707083893 valid, kpp 770701001 "},
		{"tax id", "7707083893/770701001", "inn 7707083893 valid, kpp 770701001 "},
		{"identifier", `"ИНН 7707083893, КПП 770701001, ОГРН 1027700132195"`, "inn 7707083893 valid, kpp 770701001 , ogrn 1027700132195 valid"},
		{"inn", "RU7707083893", "inn 7707083893 RU valid"},
		{"inn", "TIN: 7707083893", "inn 7707083893 valid"},
		{"tax id", "RU 7707083893", "inn 7707083893 RU valid"},
		{"identifier", "ИНН 7707083893", "inn 7707083893 valid"},
		{"identifier", "IMO 9187629", "imo 9187629 valid"},
		{"identifier", "IMO9187629", "imo 9187629 valid"},
		{"imo", "IMO No. 9187629", "imo 9187629 valid"},
		{"identifier", "TIN: 12-3456789", "tax 12-3456789 "},
		{"identifier", "SWIFT: SABRRUMM", "bic SABRRUMM "},
		{"vat number", "DE 123 456 789", "tax 123456789 DE "},
		{"vat number", "EL123456789", "tax 123456789 GR "},
		{"vat number", "ESB12345678", "tax B12345678 ES "},
		{"tax id", "NAP1110251B4", "tax NAP1110251B4 "},
		{"tax id", "12/345/67890", "tax 12/345/67890 "},
		{"passport", "IR1234567", "passport IR1234567 "},
		{"registration number", "BRN12345", "registration BRN12345 "},
		{"inn", "7707083893/12", "inn 7707083893 valid"},
		{"inn", "7707083894", `inn 7707083894 wrong; inn: "7707083894" does not have the form or the check digit of such a number`},
		{"inn", "273008320", `inn 0273008320 valid; "273008320" is read as inn 0273008320: zeros in front restored`},
		{"imo", "7.70401E+06", `imo 7.70401E+06 wrong; imo: "7.70401E+06": digits of the number were lost to a spreadsheet`},
		{"imo", `"=""9187629"""`, "imo 9187629 valid"},
		{"passport", "applied for", `passport applied for ; passport: "applied for" has no digit: it is no number`},
		{"imo", "0", ""},
	} {
		p, rec := party(t, "name,"+c.header+"\nA,"+c.cell+"\n")
		var got []string
		for _, id := range p.Identifiers {
			one := fmt.Sprintf("%s %s", id.Kind, id.Value)
			if id.Country != "" {
				one += " " + string(id.Country)
			}
			got = append(got, one+" "+string(id.Check))
		}
		said := strings.Join(append([]string{strings.Join(got, ", ")}, rec.Notes...), "; ")
		for _, g := range rec.Shipment.Unread {
			said += "; " + g.What + ": " + g.Why
		}
		if diff := cmp.Diff(c.want, said); diff != "" {
			t.Errorf("%s %s: %s", c.header, c.cell, said)
		}
	}
	// A tax number of a Russian party is an INN.
	p, _ := party(t, "name,country,tax id\nA,Russia,7707083893\n")
	if len(p.Identifiers) != 1 || p.Identifiers[0].Kind != "inn" {
		t.Errorf("%+v", p.Identifiers)
	}
	_, records, _ := read(t, text(`[{"parties":[{"name":"A","identifiers":[{"kind":"inn","value":"7707083893/770701001"}]}]}]`), intake.Options{})
	if len(records) != 1 || len(records[0].Shipment.Parties[0].Identifiers) != 2 {
		t.Errorf("nested: %+v", records)
	}
}
