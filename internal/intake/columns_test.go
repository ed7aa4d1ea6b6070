package intake_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/intake"
)

// headers are what users' files begin with. A name in each column that could hold
// one must be found; numbered are those that hold none.
var headers = []struct{ columns, numbered string }{
	{"Customer|Balance|Terms", "Balance"},
	{"Consignee|Container|Weight", "Container Weight"},
	{"Vendor|Invoice total|Due", "Due"},
	{"Vessel|IMO Number|Cargo", "IMO_Number"},
	{"Vessel Name|IMO Number|Destination Port", "IMO_Number"},
	{"Shipper|Consignee|Notify Party|Container #|Seal #|Packages", "Container_# Seal_# Packages"},
	{"Item #|House B/L|Master B/L|Shipper|Consignee|Notify Party|Container #|Seal #|Packages", "Packages"},
	{"Customer|Current|1-30|31-60|61-90|90+", "Current 1-30 31-60 61-90 90+"},
	{"Supplier|0 - 30 days|31 - 60 days|Total", "Total"},
	{"Дата|Грузополучатель|Номер вагона|Станция|Вес|Тариф|Кол-во мест", "Дата"},
	{"Покупатель|Долг|Срок", "Долг"},
	{"Поставщик|Договор|Остаток на начало|Остаток на конец", "Договор"},
	{"Kunde|Offener Betrag|Fällig", "Fällig"},
	{"Lieferant|Saldo|Mahnstufe", "Saldo"},
	{"Debitor|Name 1|Name 2|Land|Ort|USt-IdNr.", "Debitor"},
	{"Cliente|Saldo|Vencimiento", "Saldo"},
	{"Proveedor|Factura vencida|Días", "Días"},
	{"Fournisseur|Solde|Échéance", "Solde"},
	{"Acheteur|Encours|Plafond", "Plafond"},
	{"客户|余额|账期", "余额"},
	{"收货人|柜号|件数", "柜号"},
	{"Account Name|Billing Country|Owner Role|Last Activity", "Last_Activity"},
	{"Party Name|Site|Operating Unit|Orig System", "Site"},
	{"Company Name|Subsidiary|Terms|Sales Rep|Balance", "Balance"},
	{"Customer Account|Customer Name|Group|Credit Limit", "Credit_Limit"},
	{"Consignor|Consignee|Goods Owner|Wharf", "Wharf"},
	{"Buyer|Contract value|Signed by|Remarks", "Contract_value"},
	{"Payer|Payee|Purpose|Reference no", "Reference_no"},
	{"name|ordering customer|debtor|creditor", ""},
	{"name|sender|contact|contact person", ""},
	{"name|attention|c/o|captain", ""},
	{"name|guarantor|insurer|signatory", ""},
	{"name|parent company|third party|beneficiary name", ""},
	{"наименование|учредитель|контактное лицо|примечание", ""},
	{"name|remarks|comments|internal wording", ""},
	{"name|Foobar name|Charterer|Operator", ""},
	{"Müşteri|Bakiye|Vade", "Bakiye"},
	{"Alıcı|Gönderen|Tutar", "Tutar"},
	{"Ragione sociale|Fido|Scaduto", "Fido"},
	{"Nome da empresa|Limite|Aberto", "Limite"},
	{"Nazwa firmy|Saldo|Termin", "Saldo"},
	{"order no|consignee|freight payer|insured by|broker", ""},
	{"customer|manufacturer|product description|end use", ""},
	{"First name|Last name|Company|Job", ""},
}

const listed = "Aero Zorvatinel Caribbean"

// TestHeadersInEveryDelimiter: each header is understood in each delimiter, and a
// name in any column that could hold one is a party or a text of the record.
func TestHeadersInEveryDelimiter(t *testing.T) {
	for _, d := range []string{",", ";", "\t", "|"} {
		for _, h := range headers {
			columns := strings.Split(h.columns, "|")
			for i, c := range columns {
				if slices.Contains(strings.Fields(h.numbered), strings.ReplaceAll(c, " ", "_")) {
					continue
				}
				file := strings.Join(columns, d) + "\n" + line(d, len(columns), i, listed) + line(d, len(columns), 0, "Example Other")
				if said := lookFor(t, file); said != "" {
					t.Errorf("%q, name in %s: %s", strings.Join(columns, d), c, said)
				}
			}
		}
	}
}

// line is a row of figures with a name in one column, and somebody in the first.
func line(d string, n, at int, name string) string {
	cells := make([]string, n)
	for i := range cells {
		cells[i] = strconv.Itoa(100 + i)
	}
	cells[0] = "Example Ltd"
	cells[at] = name
	return strings.Join(cells, d) + "\n"
}

// lookFor reads a file and says what is wrong if the listed name is in no party and
// in no text, or if a whole line was taken for a name; a fault of the row or the file
// is no silence.
func lookFor(t *testing.T, file string) string {
	t.Helper()
	return lookIn(t, []byte(file))
}

func lookIn(t *testing.T, file []byte) string {
	t.Helper()
	r, err := intake.OpenFirst("in", bytes.NewReader(file), intake.Options{})
	if err != nil {
		return err.Error()
	}
	defer func() { _ = r.Close() }()
	var seen []string
	for rec, err := range r.Records() {
		if bad, ok := errors.AsType[*enduse.RecordError](err); ok {
			return "row " + bad.Error()
		}
		for _, p := range rec.Shipment.Parties {
			seen = append(append(seen, p.Name), p.OtherNames...)
			for _, a := range p.Addresses {
				seen = append(seen, a.Text, a.Street, a.City, a.CountryText)
			}
		}
		for _, x := range rec.Shipment.Texts {
			seen = append(seen, x.Text)
		}
		for _, x := range rec.Shipment.Route.Places {
			seen = append(seen, x.Text)
		}
	}
	if !slices.ContainsFunc(seen, func(s string) bool {
		return strings.Contains(s, listed) && strings.Count(s, ",")+strings.Count(s, ";")+strings.Count(s, "|") == 0
	}) {
		return fmt.Sprintf("not among %q", seen)
	}
	return ""
}

// TestEveryReader puts a name where users put one, in every kind of file, and holds:
// it is in a party or a text, or the file or the row is a fault.
func TestEveryReader(t *testing.T) {
	for _, file := range []string{
		"name\nX\n" + listed + "\n",
		"Our partners\n" + listed + "\nExample Ltd\nAcme Co.,Ltd\nSMITH, John\n",
		listed + ",\nname,country\nN,DE\n",
		"Ageing report\nAs of 2026-01-01\n\nCustomer,Current,1-30\n" + listed + ",1,2\nTotal,1,2\n",
		"# " + listed + "\nname,country\nN,DE\n",
		"Packing list,,,\nConsignee:," + listed + ",,\n,,,\nname,country,box,kg\nN,DE,1,2\n",
		"Packing list,,,\nConsignee: " + listed + ",,,\nname,country,box,kg\nN,DE,1,2\n",
		"name,country\nN,DE\n,\ncountry,name\nCU," + listed + "\n",
		"name,country\nN,DE\n\nSupplier,Balance\n" + listed + ",1\n",
		"name,country\nN," + listed + "\n",
		"name,nationality\nN," + listed + "\n",
		"name,address\nN," + listed + "\n",
		"name,quantity\nN," + listed + "\n",
		"name,type\nN," + listed + "\n",
		"name,role\nN," + listed + "\n",
		"name,phone\nN," + listed + "\n",
		"name,directors\nN,Example Person; " + listed + "\n",
		"name,directors\nN,\"Example Person, " + listed + "\"\n",
		"Consignee," + listed + "\nCountry,Cuba\nVessel,EXAMPLE STAR\n",
		"Name;N\nAdresse;Hauptstr. 1\nAnsprechpartner;" + listed + "\n",
		"order id,consignee,notify\n1,A,B\n1,A," + listed + "\n",
		`[{"name":"N","x":{"y":["` + listed + `"]}}]`,
		`[{"name":"N","owner":{"name":"` + listed + `"}}]`,
		`[{"name":"N","subsidiaries":{"a":{"name":"` + listed + `"}}}]`,
		`[{"name":"N","subsidiaries":["` + listed + `"]}]`,
		`[{"name":"N","subsidiaries":[{"name":"B"},{"name":"` + listed + `"}]}]`,
		`{"parties":[{"name":"N","owner":"` + listed + `"}]}`,
		`{"parties":[{"name":"N","directors":["Example Person","` + listed + `"]}]}`,
		`{"parties":[{"name":"N","contact":{"name":"` + listed + `"}}]}`,
		`{"parties":[{"name":"N","group":["` + listed + `"],"desk":"` + listed + `"}]}`,
		`{"parties":[{"name":"N"}],"carrier":"` + listed + `"}`,
		`{"parties":[{"name":"N"}],"desk":{"lead":"` + listed + `"}}`,
		`{"parties":[{"name":"N"}],"items":[{"description":"for ` + listed + `","consignee":"` + listed + `"}]}`,
		`{"parties":[{"name":"N"}],"route":{"carrier":"` + listed + `"}}`,
		`{"parties":[{"name":"N"}],"payments":[{"payer":"` + listed + `"}]}`,
		`{"parties":[{"name":"N"}],"changes":[{"field":"consignee","from":"A","to":"` + listed + `"}]}`,
		`{"parties":[{"name":"N"}],"answers":{"q":"` + listed + `"}}`,
		`{"parties":[{"name":"N"}],"end_use":"` + listed + `","delivery":"x"}`,
		`{"parties":[{"name":"N"}],"texts":[{"field":"f","text":"` + listed + `"}]}`,
		`{"parties":[{"name":"N"}],"route":{"destination":"DE","places":[{"text":"` + listed + `"}]}}`,
		`{"rows":[{"name":"N"}],"more":["` + listed + `"]}`,
		`{"rows":[{"name":"N"}],"title":"` + listed + `","meta":{"for":{"whom":"` + listed + `"}}}`,
		"{\"name\":\"N\"}\n{\"name\":\"M\",\"insurer\":\"" + listed + "\"}\n",
	} {
		if said := lookFor(t, file); said != "" {
			t.Errorf("%s\n%s", file, said)
		}
		if strings.ContainsAny(file, `"{;`) || strings.Contains(file, "Ltd") {
			continue
		}
		if said := lookIn(t, workbookOf(t, file)); said != "" {
			t.Errorf("in a workbook: %s\n%s", file, said)
		}
	}
}

// workbookOf writes the cells of a file with commas into a sheet.
func workbookOf(t *testing.T, file string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for row, line := range strings.Split(file, "\n") {
		for column, cell := range strings.Split(line, ",") {
			at, err := excelize.CoordinatesToCellName(column+1, row+1)
			if err == nil && cell != "" {
				err = f.SetCellStr("Sheet1", at, cell)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestNeverOneName: what cannot be read as a table is a fault, and a line that holds
// delimiters as its neighbours do is a gap; names with commas stay names.
func TestNeverOneName(t *testing.T) {
	for file, want := range map[string]string{
		"EXAMPLE AIR,100,30 days\nEXAMPLE SEA,2500,60 days\n":             "fault",
		"EXAMPLE AIR;100;30 days\nEXAMPLE SEA;2500\nX;1;2;3\nY;1;2;3;4\n": "fault",
		"Foo,Bar,Baz\nA,B,C\n":                               "fault",
		"Acme Ltd|company|consignee\nBeta|company|buyer\n":   "fault",
		"Acme Ltd\nSMITH, John\nBeta Co., Ltd\nGamma,Inc.\n": "",
		"name\nSMITH, John\nDOE, Jane\n":                     "",
		"Company name, as registered\nAcme Ltd\nBeta Ltd\n":  "",
		"name\nN,Example Other\nAcme\n":                      "gap",
		"name\nA;B;C\nAcme\nBeta\nGamma\nDelta\nEpsilon\n":   "gap",
	} {
		if got := outcome(t, file, intake.Options{}); got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
	if got := outcome(t, "N,Example Other\nM,Example Third\n", intake.Options{Columns: []string{"name"}}); got != "gap" {
		t.Errorf("--columns name: %q", got)
	}
}

func outcome(t *testing.T, file string, o intake.Options) string {
	t.Helper()
	r, err := intake.OpenFirst("in", strings.NewReader(file), o)
	if err != nil {
		return "fault"
	}
	defer func() { _ = r.Close() }()
	out := ""
	for rec, err := range r.Records() {
		switch {
		case err != nil:
			return err.Error()
		case len(rec.Shipment.Unread) > 0:
			out = "gap"
		}
	}
	return out
}

// TestNamesThatNameNobody: a reference, an error of a formula, lost letters are gaps
// that name the cell; a reference that the record answers is a note.
func TestNamesThatNameNobody(t *testing.T) {
	for _, name := range []string{
		"#REF!", "#VALUE!", "#NAME?", "#ИМЯ?", "#ССЫЛКА!", "#BEZUG!", "#WERT!", "#NOM?", "#¡REF!", "#¿NOMBRE?", "ACME #REF!", "Err:502", "#DIV/0!",
		"undefined", "NaN", "same as consignee", "as above", "SAME AS ABOVE", "to order", "TO ORDER.", "siehe oben", "см. выше", "同上", "0", "12345",
		"Usama bin L\ufffdd\ufffdn", "M?ller", "????? ????",
	} {
		_, rec := party(t, "name,qty\n"+name+",1\n")
		if len(rec.Shipment.Unread) != 1 || rec.Shipment.Unread[0].What != "name" {
			t.Errorf("%q: %+v", name, rec.Shipment.Unread)
		}
	}
	for _, name := range []string{"Same Day Couriers Ltd", "Order of Example", "Test Rite Ltd", "Above Board Inc", "As You Like It", "Who? Ltd", "3M", "#1 Example Ltd"} {
		if _, rec := party(t, "name,qty\n"+name+",1\n"); len(rec.Shipment.Unread) > 0 {
			t.Errorf("%q: %+v", name, rec.Shipment.Unread)
		}
	}
	_, records, _ := read(t, text("consignee,notify party\nExample Ltd,SAME AS CONSIGNEE\n,same as consignee\n"), intake.Options{})
	if len(records) != 2 || len(records[0].Shipment.Unread) != 0 || len(records[0].Notes) != 1 || len(records[1].Shipment.Unread) != 1 {
		t.Errorf("%+v", records)
	}
}

// TestWhoElse: people and firms beside the party of a row have roles of their own.
func TestWhoElse(t *testing.T) {
	for file, want := range map[string]string{
		"company,first name,last name\nN,Nia,Example\n":                   "party N; contact Nia Example",
		"Firma;Vorname;Nachname\nN;Nia;Example\n":                         "party N; contact Nia Example",
		"name;Vorname\nExample;Nia\n":                                     "party Nia Example",
		"Фамилия;Имя;Отчество\nПримеров;Пример;Примерович\n":              "party Пример Примерович Примеров",
		"name,first name,last name\nNia Example,Nia,Example\n":            "party Nia Example",
		"customer,directors\nN,Nia Example; Ola Example\n":                "customer N; director Nia Example; director Ola Example",
		"customer,contact person,country\nN,Nia Example,DE\n":             "customer N DE; contact Nia Example",
		"customer,contact email\nN,a@example.com\n":                       "customer N a@example.com",
		"shipper,consignee,guarantor,captain\nA,B,C,D\n":                  "supplier A; consignee B; related C; contact D",
		"name,ordering customer,parent company,учредитель\nN,A,B,C\n":     "party N; payer A; related B; owner C",
		`{"name":"N","subsidiary":["A","B"]}`:                             "party N; related A; related B",
		`{"parties":[{"name":"N"}],"imo":"9187629"}`:                      "party N; party 9187629",
		`{"parties":[{"name":"N"}],"vessel":{"imo":"9187629"}}`:           "party N; vessel 9187629",
		`{"parties":[{"name":"N","parent":{"name":"P","country":"DE"}}]}`: "party N; related P DE",
	} {
		_, records, faults := read(t, text(file), intake.Options{})
		var got []string
		for _, p := range records[0].Shipment.Parties {
			s := string(p.Role) + " " + p.Name
			for _, id := range p.Identifiers {
				s += id.Value
			}
			for _, c := range p.Countries {
				s += " " + string(c)
			}
			got = append(got, strings.TrimSpace(s+" "+p.Email))
		}
		if strings.Join(got, "; ") != want || len(faults) > 0 {
			t.Errorf("%s:\n got %s %v\nwant %s", file, strings.Join(got, "; "), faults, want)
		}
	}
}

// TestPlaces: ports and places of delivery are on the way of the goods.
func TestPlaces(t *testing.T) {
	_, records, _ := read(t, text("consignee,port of loading,port of discharge,place of delivery,delivery terms\nN,Example Harbour,EXBND,\"Exampletown, Nowhere\",FOB\n"), intake.Options{})
	want := []enduse.RoutePlace{{Field: "port of loading", Text: "Example Harbour"}, {Field: "port of discharge", Text: "EXBND"}, {Field: "place of delivery", Text: "Exampletown, Nowhere"}}
	if got := records[0].Shipment.Route.Places; !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
