package intake_test

import (
	"os"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/intake"
)

// records reads a text as a file.
func recordsOf(t *testing.T, file, text string) (out []intake.Record) {
	t.Helper()
	sheets, err := intake.OpenAll(file, strings.NewReader(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for r, err := range sheets[0].Reader.Records() {
		if err != nil {
			t.Fatalf("%v", err)
		}
		out = append(out, r)
	}
	return out
}

// names are those of the parties by their roles.
func names(s *enduse.Shipment) string {
	var out []string
	for _, p := range s.Parties {
		out = append(out, string(p.Role)+"="+p.Name)
	}
	for _, r := range s.Unknown {
		out = append(out, string(r)+"?")
	}
	return strings.Join(out, " ")
}

// TestNonNames: what people write in the place of a name is resolved, or said to be not
// known, and is never searched as a name; a name that only resembles it is.
func TestNonNames(t *testing.T) {
	for cells, want := range map[string]string{
		"Example A|Example B|Example C":                     "supplier=Example A consignee=Example B notify_party=Example C",
		"Example A|TO ORDER|Example C":                      "supplier=Example A notify_party=Example C consignee?",
		"Example A|To the order of|Example C":               "supplier=Example A consignee=To the order of notify_party=Example C",
		"Example A|TO ORDER OF Bank Example|Example C":      "supplier=Example A consignee=Bank Example notify_party=Example C",
		"Example A|TO THE ORDER OF: Bank Example|Example C": "supplier=Example A consignee=Bank Example notify_party=Example C",
		"Example A|TO ORDER OF SHIPPER|Example C":           "supplier=Example A notify_party=Example C consignee?",
		"Example A|Example B|SAME AS CONSIGNEE":             "supplier=Example A consignee=Example B",
		"Example A|Example B|Same as above":                 "supplier=Example A consignee=Example B",
		"Example A|Example B|同上":                            "supplier=Example A consignee=Example B",
		"Example A|Example B|тот же":                        "supplier=Example A consignee=Example B",
		"Example A|TO ORDER|SAME AS CONSIGNEE":              "supplier=Example A consignee? notify_party?",
		"Example A|TBA|unbekannt":                           "supplier=Example A consignee? notify_party?",
		"Example A|по приказу|не указано":                   "supplier=Example A consignee? notify_party?",
		"Example A|凭指示|未知":                                  "supplier=Example A consignee? notify_party?",
		"Example A|Order Express Ltd|Unknown Worlds Inc":    "supplier=Example A consignee=Order Express Ltd notify_party=Unknown Worlds Inc",
		"Example A|Various Artists GmbH|Same Day Couriers":  "supplier=Example A consignee=Various Artists GmbH notify_party=Same Day Couriers",
	} {
		file := "Shipper|Consignee|Notify party|POL\n" + cells + "|Hamburg\n"
		all := recordsOf(t, "bl.csv", strings.ReplaceAll(file, "|", ";"))
		if got := names(&all[0].Shipment); got != want {
			t.Errorf("%s: %s, want %s", cells, got, want)
		}
	}
}

// TestLeftOut: test accounts and rows of sums are left out, with the reason; a firm with
// such a word in its name is not, nor is a row that says more of the party.
func TestLeftOut(t *testing.T) {
	const file = `id;name;country;city;balance
1;Example A;DE;Berlin;
2;TESTKUNDE;;;
3;Max Mustermann;DE;Berlin;
4;CPD;;;
5;Test Rite International Co Ltd;TW;Taipei;
6;Total SA;FR;Paris;
7;Mustermann Maschinenbau GmbH;DE;Ulm;
;Summe;;;
;Итого: 25;;;
;Gruppe: Ausland;;;
Kontengruppe 2;;;;
TESTKUNDE 2;TESTKUNDE 2;DE;Bonn;
9;Mustermann GmbH;DE;Ulm;
;Summe Kontengruppe 4;;;12
10;Total Energies;FR;;12
Mahan Air;;;;
8;Demo Trading LLC;AE;Dubai;
`
	want := map[string]string{
		"TESTKUNDE": "a test account", "Max Mustermann": "a test account", "CPD": "a test account", "Summe": "a row of sums", "Итого: 25": "a row of sums", "Gruppe: Ausland": "a row above a group",
		"Kontengruppe 2": "a row above a group", "TESTKUNDE 2": "a test account", "Mustermann GmbH": "a test account", "Summe Kontengruppe 4": "a row of sums",
	}
	n := 0
	for _, r := range recordsOf(t, "customers.csv", file) {
		name := r.Shipment.Parties[0].Name
		if r.LeftOut != want[name] {
			t.Errorf("%s: left out as %q, want %q", name, r.LeftOut, want[name])
		}
		n++
	}
	if n != 17 {
		t.Errorf("%d records: none is dropped", n)
	}
}

// TestNonNamesTable: each line of the table has a kind, a language and words.
func TestNonNamesTable(t *testing.T) {
	b, err := os.ReadFile("nonnames.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if cells := strings.Split(line, "\t"); len(cells) != 3 || cells[0] == "" || len(cells[1]) != 2 && i > 0 || cells[2] == "" {
			t.Errorf("line %d: %q", i+1, line)
		}
	}
}

// TestAddressesForNames: a place in the column of a receiver is an address, and a firm
// with a number in its name is not.
func TestAddressesForNames(t *testing.T) {
	for cell, address := range map[string]bool{
		"Chuy Ave 211, Bishkek":               true,
		"\"12 Rue de l'Exemple, 69001 Lyon\"": true,
		"3M Deutschland GmbH, Neuss":          false,
		"Example Trading 24, Dubai":           false,
		"Example Works":                       false,
	} {
		s := recordsOf(t, "orders.csv", "Order No;Customer;Ship-To;MPN\nPO-1;Example A;"+cell+";X-1\n")[0].Shipment
		got := s.Parties[1].Name == "" && len(s.Parties[1].Addresses) == 1
		if got != address {
			t.Errorf("%s: %+v", cell, s.Parties)
		}
		if address && len(s.Texts) == 0 {
			t.Errorf("%s: its words are not searched", cell)
		}
	}
}

// TestWrittenHS: a code with its label among other words is read.
func TestWrittenHS(t *testing.T) {
	for description, want := range map[string]string{
		"BALL BEARINGS HS 8482.10": "8482.10", "bearings (HS CODE: 84821090)": "84821090", "подшипники ТН ВЭД 8482 10": "8482 10",
		"CHIPS 8542310000": "", "HSS drills 2008": "", "wires HS-Code 8544.42.90, 20 kg": "8544.42.90",
	} {
		s := recordsOf(t, "bl.csv", "Shipper;Description of goods\nExample A;\""+description+"\"\n")[0].Shipment
		if got := s.Items[0].HS; got != want {
			t.Errorf("%s: %q, want %q", description, got, want)
		}
	}
}

// TestColumns: each column says how it was read; one that looks as if it mattered and
// was not used has a warning; a mapping changes what is read.
func TestColumns(t *testing.T) {
	const file = "Deb-Code;Firma X;Ursprung Y;Wohin;Umsatz\n17;Example A;x;Kasachstan;5\n18;Example B;y;Russland;6\n"
	open := func(mapping map[string]string) *intake.Reader {
		sheets, err := intake.OpenAll("c.csv", strings.NewReader(file), intake.Options{Mapping: mapping})
		if err != nil {
			t.Fatal(err)
		}
		for range sheets[0].Reader.Records() {
		}
		return sheets[0].Reader
	}
	mapped := open(map[string]string{"Firma X": "name", "Wohin": "destination", "Umsatz": "ignore"}).Columns()
	got := map[string]string{}
	for _, c := range mapped {
		got[c.Header] = c.ReadAs
		if c.Rows != 2 || c.Filled != 2 || c.Sample == "" {
			t.Errorf("%+v", c)
		}
	}
	if got["Firma X"] != "name" || got["Wohin"] != "destination" || got["Umsatz"] != "" {
		t.Errorf("%v", got)
	}
	for _, c := range open(map[string]string{"Firma X": "name"}).Columns() {
		if c.Header == "Wohin" && !c.Warning {
			t.Errorf("countries were lost: %+v", c)
		}
		if c.Header == "Umsatz" && c.Warning {
			t.Errorf("a warning of nothing: %+v", c)
		}
	}
	if err := (intake.Options{Mapping: map[string]string{"a": "nonsense"}}).Check(); enduse.HintOf(err) == "" {
		t.Errorf("a meaning that is not known: %v", err)
	}
}

// TestNumberedNames: the columns in which systems cut a name are one name; two columns of
// names are two.
func TestNumberedNames(t *testing.T) {
	for file, want := range map[string]string{
		"KUNNR,NAME1,NAME2,NAME3,LAND1\n1,SAMPLE,ELECTRONICS CO.,LIMITED,CN\n":                "SAMPLE ELECTRONICS CO. LIMITED",
		"KUNNR,NAME1,NAME2,LAND1\n1,Müller Maschinenbau,GmbH & Co. KG,DE\n":                   "Müller Maschinenbau GmbH & Co. KG",
		"Customer Name 1,Customer Name 2\nBlumenhaus,Else\n":                                  "Blumenhaus Else",
		"Company Name,Name\nAcme Ltd,Acme\n":                                                  "Acme Ltd",
		"CUSTOMERACCOUNT,ORGANIZATIONNAME,PERSONFIRSTNAME,PERSONLASTNAME\nC2,,Anna,Example\n": "Anna Example",
	} {
		if got := recordsOf(t, "customers.csv", file)[0].Shipment.Parties[0].Name; got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
}

// TestOrderToSeveralCountries: the rules of each country of destination are asked.
func TestOrderToSeveralCountries(t *testing.T) {
	all := recordsOf(t, "orders.csv", "order_id,line,consignee,destination,hs\nA,1,Example A,DE,854239\nA,2,Example B,RU,854239\nA,3,Example A,DE,854231\nA,4,Example B,RU,854231\nA,5,Example C,,8542\n")
	var got []string
	for _, r := range all {
		got = append(got, r.ID+" "+string(r.Shipment.Route.Destination)+" "+strings.Repeat("i", len(r.Shipment.Items)))
	}
	if want := "A DE iii, A RU ii"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
}

// TestNumbersOfShips: the number of a ship is that of the ship of the row, whoever else is
// in it.
func TestNumbersOfShips(t *testing.T) {
	for _, header := range []string{"name,vessel,imo number", "name,vessel,imo", "customer,vessel,IMO No"} {
		for _, p := range recordsOf(t, "ships.csv", header+"\nAcme,EXAMPLE STAR,IMO9074729\n")[0].Shipment.Parties {
			if got := len(p.Identifiers) == 1; got != (p.Role == enduse.RoleVessel) {
				t.Errorf("%s: %+v", header, p)
			}
		}
	}
}
