package intake_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/intake"
	"github.com/enduse/enduse/internal/testkit"
)

// read returns the records and the errors of a file, and its reader.
func read(t testing.TB, in io.Reader, opts intake.Options) (*intake.Reader, []intake.Record, []*enduse.RecordError) {
	t.Helper()
	r, err := intake.OpenFirst("in", in, opts)
	if err != nil {
		t.Fatalf("Open: %v (hint: %s)", err, enduse.HintOf(err))
	}
	t.Cleanup(func() { _ = r.Close() })
	var records []intake.Record
	var faults []*enduse.RecordError
	for rec, err := range r.Records() {
		var bad *enduse.RecordError
		switch {
		case errors.As(err, &bad):
			if rec.Row != bad.Line {
				t.Errorf("row %d with an error of line %d", rec.Row, bad.Line)
			}
			faults = append(faults, bad)
		case err != nil:
			t.Fatal(err)
		default:
			records = append(records, rec)
		}
	}
	return r, records, faults
}

func text(s string) io.Reader { return strings.NewReader(s) }

// party reads a file of one record with one party.
func party(t *testing.T, file string) (enduse.Party, intake.Record) {
	t.Helper()
	_, records, faults := read(t, text(file), intake.Options{})
	if len(records) != 1 || len(records[0].Shipment.Parties) != 1 || len(faults) > 0 {
		t.Fatalf("got %+v, faults %v", records, faults)
	}
	return records[0].Shipment.Parties[0], records[0]
}

// TestLanguages reads the same person from headers in six languages.
func TestLanguages(t *testing.T) {
	want := enduse.Party{
		Role: enduse.RoleParty, Name: "Example Person", Schema: enduse.SchemaPerson, BirthDate: enduse.Day(1990, 12, 31),
		Countries: []enduse.Country{"AE"}, Nationalities: []enduse.Country{"RU"}, Gender: enduse.GenderFemale,
		Addresses:   []enduse.Address{{Street: "Road 1", City: "Dubai", PostalCode: "123", Country: "AE"}},
		Identifiers: []enduse.Identifier{{Kind: enduse.IDPassport, Value: "X1"}},
	}
	const values = "7;Example Person;%s;31.12.1990;AE;RU;%s;Road 1;Dubai;123;X1\n"
	tests := map[string]string{
		"en":      "ID;Full_Name;Entity Type;Date of Birth;COUNTRY;Citizenship;Sex;Street Address;Town;ZIP;Passport No.\n" + fmt.Sprintf(values, "Individual", "F"),
		"es":      "Código;Razón Social;Tipo;Fecha de nacimiento;País;Nacionalidad;Sexo;Dirección;Ciudad;Código postal;Número de pasaporte\n" + fmt.Sprintf(values, "persona física", "mujer"),
		"fr":      "Code client;Dénomination sociale;Type;Date de naissance;Pays;Nationalité;Sexe;Adresse;Ville;Code postal;Passeport\n" + fmt.Sprintf(values, "personne physique", "femme"),
		"de":      "Kundennummer;Firmenname;Typ;Geburtsdatum;Land;Staatsangehörigkeit;Geschlecht;Straße;Ort;PLZ;Reisepass-Nr\n" + fmt.Sprintf(values, "natürliche Person", "weiblich"),
		"ru":      "Код;Наименование;Тип;Дата рождения;Страна;Гражданство;Пол;Адрес;Город;Индекс;Паспорт\n" + fmt.Sprintf(values, "физлицо", "жен"),
		"zh":      "编号;名称;类型;出生日期;国家;国籍;性别;地址;城市;邮编;护照号码\n" + fmt.Sprintf(values, "个人", "女"),
		"shouted": "CUSTOMER-ID;COMPANY_NAME;TYPE;BIRTH_DATE;Country Code;NATIONALITY;GENDER;ADDRESS;CITY;POSTAL_CODE;PASSPORT\n" + fmt.Sprintf(values, "PERSON", "FEMALE"),
	}
	for lang, file := range tests {
		file = strings.Replace(file, "Reisepass-Nr", "Reisepassnummer", 1)
		p, rec := party(t, file)
		if diff := cmp.Diff(want, p); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
		if rec.ID != "7" || rec.Row != 2 || rec.Extra != nil || rec.Notes != nil {
			t.Errorf("%s: record %+v", lang, rec)
		}
	}
}

func TestParties(t *testing.T) {
	tests := []struct {
		name, file string
		want       enduse.Party
		notes      []string
		extra      map[string]string
	}{
		{"just a name", "name\nAcme, Inc.\n", enduse.Party{Role: "party", Name: "Acme, Inc."}, nil, nil},
		{"no header, one column", "Acme Inc.\n", enduse.Party{Role: "party", Name: "Acme Inc."}, nil, nil},
		{"parts of a name", "Given Name,Surname,Other\nAnn,Example,x\n", enduse.Party{Role: "party", Name: "Ann Example"}, nil, map[string]string{"Other": "x"}},
		{"aliases", "name,alias 1,alias 2,aka\nA,B,C; D,\n", enduse.Party{Role: "party", Name: "A", OtherNames: []string{"B", "C", "D"}}, nil, nil},
		{"identifier and its type", "name,identifier,identifier_type,issuing country\nA,7707083893,INN,Russia\n", enduse.Party{
			Role: "party", Name: "A", Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDINN, "7707083893", "RU")},
		}, nil, nil},
		{"identifier of an unknown type", "name,identifier,identifier_type\nA,1,Stamp card\n", enduse.Party{
			Role: "party", Name: "A", Identifiers: []enduse.Identifier{{Kind: enduse.IDOther, Value: "1", Label: "Stamp card"}},
		}, nil, nil},
		{"no name but a number", "name,IMO\n,9074729\n", enduse.Party{
			Role: "party", Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9074729", "")},
		}, nil, nil},
		{"two address lines", "name,Address 1,Address 2,country\nA,Floor 1,Road 2,HK\n", enduse.Party{
			Role: "party", Name: "A", Countries: []enduse.Country{"HK"}, Addresses: []enduse.Address{{Text: "Floor 1, Road 2", Country: "HK"}},
		}, nil, nil},
		{"unknown country", "name,country\nA,Atlantis\n", enduse.Party{
			Role: "party", Name: "A", Addresses: []enduse.Address{{CountryText: "Atlantis"}},
		}, nil, nil},
		{"two countries", "name;country\nA;\"Russia, Turkey\"\n", enduse.Party{Role: "party", Name: "A", Countries: []enduse.Country{"RU", "TR"}}, nil, nil},
		{"role and vessel type", "name,role,type\nA,Грузополучатель,ship\n", enduse.Party{Role: "consignee", Name: "A", Schema: "vessel"}, nil, nil},
		{
			"unknown role and type", "name,role,type\nA,Wizard,Golem\n",
			enduse.Party{Role: "party", Name: "A"},
			[]string{`role "Wizard" is not known: taken as party`, `type "Golem" is not known: taken as not stated`},
			nil,
		},
		{"customer column", "Kunde;Land\nA;DE\n", enduse.Party{Role: "customer", Name: "A", Countries: []enduse.Country{"DE"}}, nil, nil},
		{"vessel column", "Vessel,IMO,Flag\nEXAMPLE STAR,9074729,Panama\n", enduse.Party{
			Role: "vessel", Name: "EXAMPLE STAR", Schema: "vessel", Countries: []enduse.Country{"PA"},
			Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9074729", "")},
		}, nil, nil},
		{"placeholders", "name,alias,birth_date,country\nA,-,n/a,--\n", enduse.Party{Role: "party", Name: "A"}, nil, nil},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			p, rec := party(t, tc.file)
			if diff := cmp.Diff(tc.want, p); diff != "" {
				t.Errorf("party (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tc.notes, rec.Notes); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tc.extra, rec.Extra); diff != "" {
				t.Errorf("extra (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDates(t *testing.T) {
	read1 := func(file string) []string {
		_, records, faults := read(t, text(file), intake.Options{})
		var out []string
		for _, r := range records {
			s := r.Shipment.Parties[0].BirthDate.String()
			if len(r.Notes) > 0 {
				s += "!"
			}
			for _, g := range r.Shipment.Unread {
				s += "unread " + g.What
			}
			out = append(out, s)
		}
		for _, f := range faults {
			out = append(out, fmt.Sprintf("%d %s", f.Line, f.Field))
		}
		return out
	}
	tests := []struct {
		name, file string
		want       []string
	}{
		{
			"shapes", "name|dob\n" + lines("1990-12-31", "1990", "1990-12", "31.12.1990", "1.2.1990", "31/12/1990", "12/31/1990", "5/5/1990", "19901231",
				"1990/12/31", "1990年12月31日", "31 Dec 1990", "December 31, 1990", "31-Dec-1990", "31 декабря 1990 г.", "31 de diciembre de 1990", "1er mars 1990",
				"31. Dezember 1990", "Dec 1990", "12/1990", "1990-12-31 00:00:00", "circa 1971", "1971-1975", "1971/1975"),
			[]string{
				"1990-12-31", "1990", "1990-12", "1990-12-31", "1990-02-01", "1990-12-31", "1990-12-31", "1990-05-05", "1990-12-31",
				"1990-12-31", "1990-12-31", "1990-12-31", "1990-12-31", "1990-12-31", "1990-12-31", "1990-12-31", "1990-03-01",
				"1990-12-31", "1990-12", "1990-12", "1990-12-31", "1971~", "1971/1975", "1971/1975",
			},
		},
		{"day first, settled by another row", "name|dob\n" + lines("01/02/2003", "13/02/2003"), []string{"2003-02-01", "2003-02-13"}},
		{"month first, settled by another row", "name|dob\n" + lines("01/02/2003", "02/13/2003"), []string{"2003-01-02", "2003-02-13"}},
		{"nothing settles it", "name|dob\n" + lines("01/02/2003", "03-04-2005"), []string{"2003!", "2005!"}},
		{"two orders in one file", "name|dob\n" + lines("01/02/2003", "13/02/2003", "02/13/2003"), []string{"2003!", "2003-02-13", "2003-02-13"}},
		{"the header says it", "name|Date of birth (MM/DD/YYYY)\n" + lines("01/02/2003"), []string{"2003-01-02"}},
		{"no dates", "name|dob\n" + lines("31/13/1990", "30.02.1990", "soon", "31.12.190", "unknown"), []string{"unread dob", "unread dob", "unread dob", "unread dob", ""}},
	}
	for _, tc := range tests {
		if diff := cmp.Diff(tc.want, read1(tc.file)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func lines(dates ...string) string {
	var b strings.Builder
	for _, d := range dates {
		b.WriteString("A|" + d + "\n")
	}
	return b.String()
}

func TestOrders(t *testing.T) {
	const file = "order_id,line,consignee,consignee_country,Address of consignee,end user,end_user_passport,description,hs,mpn,manufacturer,qty,value,currency,origin,destination,transit,remark\n" +
		"PO-1,10,Example Ltd,AE,\"Road 1, Dubai\",Example Person,X1,Chip,854231,ABC-1,Maker,5,100,USD,US,AE,TR; KZ,first\n" +
		"PO-2,,Example GmbH,DE,,,,Cable,,,,,,,,DE,,\n" +
		"PO-1,20,Example Ltd,AE,\"Road 1, Dubai\",,,Board,847330,,,1,,,US,RU,,second\n" +
		"PO-1,30,,,,,,Screw,,,,,,,,,,\n" +
		"PO-3,,,,,,,Nobody's,,,,,,,,,,\n"
	r, records, faults := read(t, text(file), intake.Options{})
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetIndent("", " ")
	for _, rec := range records {
		if err := enc.Encode(rec); err != nil {
			t.Fatal(err)
		}
	}
	testkit.Golden(t, "orders.golden.json", out.Bytes())
	if len(faults) != 1 || faults[0].Line != 6 || !strings.Contains(faults[0].Error(), "PO-3") {
		t.Errorf("faults %v", faults)
	}
	var means []string
	for _, c := range r.Meanings() {
		means = append(means, c.Meaning)
	}
	want := []string{
		"order_id", "line", "consignee", "consignee country", "consignee address", "end_user", "end_user passport", "description", "hs", "mpn",
		"manufacturer", "quantity", "value", "currency", "origin", "destination", "transit", "text",
	}
	if diff := cmp.Diff(want, means); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

// TestRoleColumns has a column for every role, in several languages.
func TestRoleColumns(t *testing.T) {
	tests := map[string]string{
		"consignee": "consignee", "Ship To Name": "consignee", "Warenempfänger": "consignee", "Грузополучатель": "consignee", "收货人": "consignee", "Destinatario": "consignee",
		"end_user": "end_user", "Endverwender": "end_user", "Конечный пользователь": "end_user", "最终用户": "end_user",
		"intermediate consignee": "intermediate_consignee", "purchaser": "purchaser", "Sold-To": "purchaser", "supplier": "supplier", "Fournisseur": "supplier",
		"freight_forwarder": "forwarder", "carrier": "carrier", "vessel_name": "vessel", "notify party": "notify_party", "Issuing Bank": "bank",
		"payer": "payer", "agent": "agent", "beneficial owner": "owner", "director": "director", "customer": "customer",
	}
	for column, role := range tests {
		_, records, _ := read(t, text("order id;"+column+";remark\n1;Example;x\n"), intake.Options{})
		if len(records) != 1 || len(records[0].Shipment.Parties) != 1 || records[0].Shipment.Parties[0].Role != enduse.Role(role) {
			t.Errorf("%s: got %+v, want role %s", column, records, role)
		}
	}
	for column, want := range map[string]string{
		"consignee_address": "consignee address", "Адрес получателя": "consignee address", "收货人地址": "consignee address", "País del destinatario": "consignee country",
		"Empfängerland": "consignee country", "end_user.country": "end_user country", "bank swift": "bank bic", "Buyer VAT No": "purchaser tax", "vessel imo": "vessel imo",
	} {
		r, _, _ := read(t, text("name;"+column+"\nA;B\n"), intake.Options{})
		if got := r.Meanings()[1].Meaning; got != want {
			t.Errorf("%s means %q, want %q", column, got, want)
		}
	}
}

// TestFarOrder has lines of one order further apart than are held.
func TestFarOrder(t *testing.T) {
	var b strings.Builder
	b.WriteString("order_id,consignee\nA,Example Ltd\n")
	for i := range 10001 {
		fmt.Fprintf(&b, "N%d,Other Ltd\n", i)
	}
	b.WriteString("A,Example Ltd\n")
	_, records, _ := read(t, text(b.String()), intake.Options{})
	last := records[len(records)-1]
	if len(records) != 10003 || last.ID != "A" || len(last.Notes) != 1 {
		t.Errorf("%d records, last %+v", len(records), last)
	}
	for i := range records[1:] {
		if records[i].Row >= records[i+1].Row {
			t.Fatalf("row %d before row %d", records[i].Row, records[i+1].Row)
		}
	}
}

func TestRowErrors(t *testing.T) {
	const file = "order_id,consignee,birth_date,country\nA,Example Ltd,,AE\nA,Example Two,31/13/1990,AE\nB,\"Broken,,\nC,Example Three,,\nD,Ragged\n"
	_, records, faults := read(t, text(file), intake.Options{})
	var got []string
	for _, f := range faults {
		got = append(got, fmt.Sprintf("%d %s %v", f.Line, f.Field, f.Err))
		if f.Hint == "" || f.File != "in" {
			t.Errorf("%v: hint %q, file %q", f, f.Hint, f.File)
		}
	}
	want := []string{"4  a quote is opened and never closed", "6  the row has 2 cells, the header has 4"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(records) != 2 || len(records[0].Shipment.Parties) != 2 || records[0].Shipment.Unread[0].What != "birth_date" {
		t.Errorf("got %+v", records)
	}
	_, _, faults = read(t, text("name,country\n,AE\n\nA,AE\n"), intake.Options{})
	if len(faults) != 1 || faults[0].Line != 2 || !strings.Contains(faults[0].Error(), "no name, identifier or address") {
		t.Errorf("got %v", faults)
	}
}

func TestJSON(t *testing.T) {
	const file = `[
 {"id": "S1", "parties": [
   {"role": "consignee", "name": "Example Ltd", "countries": ["AE"], "addresses": [{"street": "Road 1", "city": "Dubai", "country": "United Arab Emirates"}]},
   {"role": "vessel", "name": "EXAMPLE STAR", "identifiers": [{"kind": "imo", "value": "9074729"}], "shoe_size": 43}],
  "items": [{"description": "Chip", "hs": "854231", "quantity": 5}], "route": {"origin": "US", "transit": ["TR"], "destination": "AE"}, "desk": "7"},
 {"id": 2, "name": "Flat Ltd", "consignee": {"name": "Nested Ltd", "country": "TR"}},
 {"id": "S3", "parties": [{"role": "agent"}]},
 7
]`
	_, records, faults := read(t, text(file), intake.Options{})
	want := []intake.Record{
		{
			Row: 1, ID: "S1", Extra: map[string]string{"desk": "7"}, Notes: []string{"shoe_size has no meaning here and was not used: 43"},
			Shipment: enduse.Shipment{
				ID: "S1", Parties: []enduse.Party{
					{Role: "consignee", Name: "Example Ltd", Countries: []enduse.Country{"AE"}, Addresses: []enduse.Address{{Street: "Road 1", City: "Dubai", Country: "AE"}}},
					{Role: "vessel", Name: "EXAMPLE STAR", Schema: "vessel", Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9074729", "")}},
				}, Items: []enduse.Item{{Line: 1, Description: "Chip", HS: "854231", Quantity: enduse.NewAmount("5")}}, Route: enduse.Route{Origin: "US", Transit: []enduse.Country{"TR"}, Destination: "AE"},
				Texts: []enduse.Text{{Field: "description", Text: "Chip"}},
			},
		},
		{Row: 2, ID: "2", Shipment: enduse.Shipment{ID: "2", Parties: []enduse.Party{
			{Role: "party", Name: "Flat Ltd"}, {Role: "consignee", Name: "Nested Ltd", Countries: []enduse.Country{"TR"}},
		}}},
	}
	if diff := cmp.Diff(want, records, cmpopts.IgnoreFields(intake.Record{}, "Own")); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if len(faults) != 2 || faults[0].Line != 3 || faults[0].Field != "parties[0]" || faults[1].Line != 4 {
		t.Errorf("faults %v", faults)
	}
	// A single shipment is a record, not a wrapping around its parties.
	_, records, _ = read(t, text(`{"id":"S9","parties":[{"name":"A"},{"name":"B"}]}`), intake.Options{})
	if len(records) != 1 || len(records[0].Shipment.Parties) != 2 {
		t.Errorf("got %+v", records)
	}
	_, records, _ = read(t, text("{\"name\":\"A\"}\n{\"name\":\"B\",\"país\":\"Turquía\"}\n"), intake.Options{})
	if len(records) != 2 || records[1].Row != 2 || records[1].Shipment.Parties[0].Countries[0] != "TR" {
		t.Errorf("got %+v", records)
	}
}

// TestCanonical reads a Shipment that was written by this program.
func TestCanonical(t *testing.T) {
	s := enduse.Shipment{ID: "X", Parties: []enduse.Party{{
		Role: "end_user", Name: "Example Person", OtherNames: []string{"E. Person"}, Schema: "person", BirthDate: enduse.Date{Year: 1971, Circa: true},
		BirthPlace: "Example City", Countries: []enduse.Country{"RU"}, Nationalities: []enduse.Country{"SU"}, Gender: "male",
		Addresses: []enduse.Address{{Text: "Road 1, City", Country: "RU"}}, Identifiers: []enduse.Identifier{{Kind: "passport", Value: "X1", Country: "RU", Note: "old"}},
	}}}
	raw, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	_, records, _ := read(t, bytes.NewReader(raw), intake.Options{})
	if len(records) != 1 || records[0].Notes != nil {
		t.Fatalf("got %+v", records)
	}
	if diff := cmp.Diff(s, records[0].Shipment); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOpenErrors(t *testing.T) {
	tests := map[string]struct{ in, says, hint string }{
		"no header":     {"Acme;Dubai;AE\nBeta;Berlin;DE\n", "no header", "--columns name,country"},
		"nothing to do": {"country;city;Foo\nDE;Bonn;x\n", "the columns are: country, city, Foo", "--columns"},
		"pdf":           {"%PDF-1.4", "PDF", "CSV or XLSX"},
		"json":          {`[{"a":1}]`, "the columns are: a", "--columns"},
	}
	for name, tc := range tests {
		_, err := intake.OpenFirst("in", text(tc.in), intake.Options{})
		if err == nil || enduse.CodeOf(err) != enduse.CodeInvalid || !strings.Contains(err.Error(), tc.says) || !strings.Contains(enduse.HintOf(err), tc.hint) {
			t.Errorf("%s: got %v, hint %q", name, err, enduse.HintOf(err))
		}
	}
}

func TestColumnsOption(t *testing.T) {
	_, records, _ := read(t, text("Acme;Dubai;AE\nBeta;Berlin;DE\n"), intake.Options{Columns: []string{"name", "city", "country"}})
	if len(records) != 2 || records[0].Row != 1 || records[1].Shipment.Parties[0].Countries[0] != "DE" {
		t.Errorf("got %+v", records)
	}
}

// TestUsersFiles are the files of the first try of a new user.
func TestUsersFiles(t *testing.T) {
	raw, err := charmap.Windows1251.NewEncoder().String("Наименование;Страна;ИНН\nООО \"Пример\";Россия;7707083893\nЗАО Образец;РФ;\n")
	if err != nil {
		t.Fatal(err)
	}
	raw = strings.ReplaceAll(raw, `"`, "")
	r, records, faults := read(t, text(raw), intake.Options{})
	if len(records) != 2 || len(faults) > 0 || records[0].Shipment.Parties[0].Name != "ООО Пример" || records[0].Shipment.Parties[0].Identifiers[0].Check != enduse.CheckValid {
		t.Errorf("cp1251: %+v %v %v", records, faults, r.Notes())
	}
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for at, v := range map[string]any{"A1": "Business partners 2026", "A3": "Name", "B3": "Birth date", "C3": "Country", "A4": "Example Person", "C4": "Türkiye", "B4": 33238} {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	_ = f.SetCellStyle("Sheet1", "B4", "B4", style)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	_, records, _ = read(t, &b, intake.Options{})
	if len(records) != 1 || records[0].Row != 4 || records[0].Shipment.Parties[0].BirthDate != enduse.Day(1990, 12, 31) || records[0].Shipment.Parties[0].Countries[0] != "TR" {
		t.Errorf("xlsx: %+v", records)
	}
}

func TestExamples(t *testing.T) {
	for file, want := range map[string]int{"orders.csv": 11, "parties.csv": 8} {
		in, err := os.Open("../../examples/" + file)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = in.Close() }()
		r, records, faults := read(t, in, intake.Options{})
		if len(faults) > 0 || len(records) != want {
			t.Errorf("%s: %d records, faults %v", file, len(records), faults)
		}
		for _, c := range r.Meanings() {
			if c.Meaning == "" {
				t.Errorf("%s: column %s has no meaning", file, c.Name)
			}
		}
		for _, rec := range records {
			if len(rec.Notes) > 0 {
				t.Errorf("%s:%d: %v", file, rec.Row, rec.Notes)
			}
		}
	}
}

func Example() {
	in := strings.NewReader("Наименование;Страна;Дата рождения\nПример Человек;Россия;31.12.1990\nОбразец;Атлантида;\n")
	r, err := intake.OpenFirst("partners.csv", in, intake.Options{})
	if err != nil {
		fmt.Println(err, enduse.HintOf(err))
		return
	}
	for rec, err := range r.Records() {
		if err != nil {
			fmt.Println(err)
			continue
		}
		p := rec.Shipment.Parties[0]
		fmt.Println(rec.Row, p.Name, p.Countries, p.BirthDate, rec.Shipment.Unread)
	}
	// Output:
	// 2 Пример Человек [RU] 1990-12-31 []
	// 3 Образец []  [{Страна "Атлантида" is not known as a country write its name, or its code of ISO 3166-1, such as DE}]
}

// TestPartiesBesideTheArray: a row may name parties in both ways, and none is
// lost.
func TestPartiesBesideTheArray(t *testing.T) {
	_, records, faults := read(t, text(`[{"consignee":{"name":"Acme","country":"CU"},"end_user":"Beta","parties":[{"role":"bank","name":"Gamma"}]}]`), intake.Options{})
	if len(records) != 1 || len(faults) > 0 {
		t.Fatalf("got %+v, faults %v", records, faults)
	}
	var got []string
	for _, p := range records[0].Shipment.Parties {
		got = append(got, string(p.Role)+" "+p.Name)
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{"bank Gamma", "consignee Acme", "end_user Beta"}, got); diff != "" {
		t.Errorf("parties (-want +got):\n%s", diff)
	}
}

// TestEachNameOfACell: several lines of a cell and several columns of names are
// asked for together and each by itself.
func TestEachNameOfACell(t *testing.T) {
	for file, want := range map[string][]string{
		"name,country\n\"Acme,US\nListed Works,CU\nOther\",\"FR\"\n": {"Acme,US", "Listed Works,CU", "Other"},
		"name,name\nAcme,Listed Works\n":                             {"Listed Works"},
		`[{"name":["Acme","Listed Works"]}]`:                         {"Listed Works"},
		"NAME1,NAME2,NAME3\nListed,Works of,LLC\n":                   nil,
		"NAME1,NAME2\nAcme,Listed Works Moscow\n":                    {"Listed Works Moscow"},
		"name,country\nAcme  Ltd,US\n":                               nil,
	} {
		if p, _ := party(t, file); !slices.Equal(p.OtherNames, want) {
			t.Errorf("%q: %q and %q, want %q", file, p.Name, p.OtherNames, want)
		}
	}
}

// TestIdentifierWithDecimals: a number that a program took for a quantity is
// the number.
func TestIdentifierWithDecimals(t *testing.T) {
	for value, want := range map[string]string{"9187629.0": "9187629", "7707083893.00": "7707083893", "9187629": "9187629", "12.0": "12.0", "1234567.5": "1234567.5"} {
		p, _ := party(t, "name,imo\nA,"+value+"\n")
		if len(p.Identifiers) != 1 || p.Identifiers[0].Value != want {
			t.Errorf("%s is read as %+v", value, p.Identifiers)
		}
	}
}
