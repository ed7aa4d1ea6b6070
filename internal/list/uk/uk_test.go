package uk

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/testkit"
)

// The records are of nobody: the form is the list's, the content is not.
const person = `<Designation>
<LastUpdated>14/04/2026</LastUpdated><DateDesignated>25/01/2001</DateDesignated><UniqueID>XXX0001</UniqueID><OFSIGroupID>90001</OFSIGroupID><UNReferenceNumber>XXi.001</UNReferenceNumber>
<Names>
<Name><Name6>The Exemplar</Name6><NameType>ALias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
<Name><Name1>EXAMPLE</Name1><Name2>MIDDLE</Name2><Name6>PERSON</Name6><NameType>Primary Name</NameType></Name>
<Name><Name1>Eksample</Name1><Name6>Person</Name6><NameType>Primary name variation</NameType></Name>
<Name><Name6>Haji Example</Name6><NameType>Alias</NameType><AliasStrength>Good quality a.k.a</AliasStrength></Name>
<Name><NameType>Alias</NameType></Name>
</Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>Пример Примеров</NameNonLatinScript><NonLatinScriptType>Cyrillic</NonLatinScriptType><NonLatinScriptLanguage>Russian</NonLatinScriptLanguage></NonLatinName></NonLatinNames>
<Titles><Title>Dr</Title><Title>General</Title></Titles>
<RegimeName>The Example (Sanctions) (EU Exit) Regulations 2020</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UN</DesignationSource>
<SanctionsImposed>Asset freeze|Travel Ban|Trust Services Sanctions|Levitation ban</SanctionsImposed>
<SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><ArmsEmbargo>false</ArmsEmbargo><DirectorDisqualificationSanction>true</DirectorDisqualificationSanction><LevitationBan>true</LevitationBan></SanctionsImposedIndicators>
<OtherInformation>Other information on the person.</OtherInformation><UKStatementofReasons>
A statement of reasons.
</UKStatementofReasons>
<Addresses><Address><AddressLine1>1 Example Street</AddressLine1><AddressLine6>Kabul</AddressLine6><AddressPostalCode>1001</AddressPostalCode><AddressCountry>Afghanistan</AddressCountry></Address><Address><AddressCountry>Pakistan</AddressCountry></Address></Addresses>
<PhoneNumbers><PhoneNumber>+93-000-000000</PhoneNumber></PhoneNumbers><EmailAddresses><EmailAddress>one@example.org</EmailAddress></EmailAddresses><Websites><Website>https://www.example.org</Website></Websites>
<IndividualDetails><Individual>
<DOBs><DOB>dd/mm/1945</DOB><DOB>dd/03/1946</DOB><DOB>01/03/1958</DOB><DOB>00/00/1959</DOB><DOB>15/08/19yy</DOB></DOBs>
<PassportDetails><Passport><PassportNumber>P0000001</PassportNumber><PassportAdditionalInformation>Afghanistan passport, issued in Kabul</PassportAdditionalInformation></Passport><Passport><PassportNumber>P0000001</PassportNumber><PassportAdditionalInformation>Afghanistan passport, issued in Kabul</PassportAdditionalInformation></Passport><Passport><PassportAdditionalInformation>a passport without a number</PassportAdditionalInformation></Passport></PassportDetails>
<NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>54401-0000000-9</NationalIdentifierNumber><NationalIdentifierAdditionalInformation>Pakistani. Cancelled.</NationalIdentifierAdditionalInformation></NationalIdentifier><NationalIdentifier><NationalIdentifierNumber>INN: 500100732259</NationalIdentifierNumber></NationalIdentifier></NationalIdentifierDetails>
<Nationalities><Nationality>Afghanistan</Nationality><Nationality>Atlantis</Nationality></Nationalities>
<Positions><Position>Minister of Examples</Position></Positions><Genders><Gender>Male</Gender></Genders>
<BirthDetails><Location><TownOfBirth>Example village</TownOfBirth><CountryOfBirth>former USSR (now Belarus)</CountryOfBirth></Location></BirthDetails>
</Individual></IndividualDetails>
<FavouriteColour>green</FavouriteColour>
</Designation>`

const firm = `<Designation>
<LastUpdated>04/08/2026</LastUpdated><DateDesignated>24/02/2022</DateDesignated><UniqueID>XXX0002</UniqueID>
<Names><Name><Name6>EXAMPLE TRADING LLC</Name6><NameType>Primary Name</NameType></Name></Names>
<RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName><IndividualEntityShip>Entity</IndividualEntityShip><DesignationSource>UK</DesignationSource>
<SanctionsImposed>Asset freeze</SanctionsImposed>
<EntityDetails><Entity><TypeOfEntities><TypeOfEntity>Trading house</TypeOfEntity></TypeOfEntities>
<BusinessRegistrationNumbers><BusinessRegistrationNumber>OGRN: 1027700132195
INN: 7707083893</BusinessRegistrationNumber><BusinessRegistrationNumber>BR-99-XY</BusinessRegistrationNumber></BusinessRegistrationNumbers>
<ParentCompanies><ParentCompany>Example Holding</ParentCompany></ParentCompanies><Subsidiaries><Subsidiary>Example Branch</Subsidiary></Subsidiaries></Entity></EntityDetails>
</Designation>`

const ship = `<Designation>
<LastUpdated>31/07/2024</LastUpdated><DateDesignated>31/07/2024</DateDesignated><UniqueID>XXX0003</UniqueID>
<Names><Name><Name6>EXAMPLE PROSPECT</Name6><NameType>Primary name</NameType></Name></Names>
<RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip><DesignationSource>UK</DesignationSource>
<SanctionsImposed>Shipping sanctions: (see 'Other information')|Shipping sanctions: (see 'Other information')</SanctionsImposed><OtherInformation>Port barring.</OtherInformation>
<ShipDetails><Ship><IMONumbers><IMONumber>IMO9187629</IMONumber></IMONumbers><CurrentOwnerOperators><CurrentOwnerOperator>Example Shipping FZCO</CurrentOwnerOperator></CurrentOwnerOperators>
<PreviousOwnerOperators><PreviousOwnerOperator>Old Shipping</PreviousOwnerOperator></PreviousOwnerOperators><CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
<PreviousFlags><PreviousFlag>India</PreviousFlag></PreviousFlags><TypeOfShipDetails><TypeOfShip>Oil Tanker</TypeOfShip></TypeOfShipDetails><TonnageOfShipDetails><TonnageOfShip>7078</TonnageOfShip></TonnageOfShipDetails>
<LengthOfShipDetails><LengthOfShip>249</LengthOfShip></LengthOfShipDetails><YearsBuilt><YearBuilt>2,019</YearBuilt></YearsBuilt></Ship></ShipDetails>
</Designation>`

func document(records ...string) string {
	return `<?xml version="1.0" encoding="utf-8"?>
<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><DateGenerated>20/08/2026</DateGenerated>
` + strings.Join(records, "\n") + "\n</Designations>\n"
}

// header is that of the official file, with its 58 columns.
const header = "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title," +
	"Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed," +
	"Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6," +
	"Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number," +
	"National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth," +
	"Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Previous owner/operator (s)," +
	"Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)"

// rowOf makes a row of column, value pairs.
func rowOf(pairs ...string) string {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	var cells []string
	for column := range strings.SplitSeq(header, ",") {
		cells = append(cells, values[column])
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(cells)
	w.Flush()
	return out.String()
}

func about(id string, pairs ...string) string {
	common := map[string][]string{
		"XXX0001": {
			"Last Updated", "14/04/2026", "OFSI Group ID", "90001", "UN Reference Number", "XXi.001", "Regime Name", "The Example (Sanctions) (EU Exit) Regulations 2020",
			"Designation Type", "Individual", "Designation source", "UN", "Sanctions Imposed", "Asset freeze|Travel Ban|Trust Services Sanctions", "Date Designated", "25/01/2001",
			"Other Information", "Other information on the person.", "UK Statement of Reasons", "\nA statement of reasons.\n", "Gender", "Male", "Position", "Minister of Examples",
		},
		"XXX0003": {
			"Last Updated", "31/07/2024", "Regime Name", "The Russia (Sanctions) (EU Exit) Regulations 2019", "Designation Type", "Ship", "Designation source", "UK",
			"Sanctions Imposed", "Shipping sanctions: (see 'Other information')|Shipping sanctions: (see 'Other information')", "Other Information", "Port barring.", "Date Designated", "31/07/2024",
			"IMO number", "IMO9187629", "Current owner/operator (s)", "Example Shipping FZCO", "Previous owner/operator (s)", "Old Shipping", "Current believed flag of ship", "Gabon",
			"Previous flags", "India", "Type of ship", "Oil Tanker", "Tonnage of ship", "7078", "Length of ship", "249", "Year Built", "2,019",
		},
	}[id]
	return rowOf(append(append([]string{"Unique ID", id}, common...), pairs...)...)
}

// rows are the person, one thing a row, with the ship's row among them.
var rows = []string{
	about("XXX0001", "Name 6", "The Exemplar", "Name type", "ALias", "Alias strength", "Low quality a.k.a", "Title", "Dr|General", "D.O.B", "dd/mm/1945", "Nationality(/ies)", "Afghanistan",
		"Address Line 1", "1 Example Street", "Address Line 6", "Kabul", "Address Postal Code", "1001", "Address Country", "Afghanistan", "Phone number", "+93-000-000000",
		"Passport number", "P0000001", "Passport additional information", "Afghanistan passport, issued in Kabul", "Town of birth", "Example village", "Country of birth", "former USSR (now Belarus)"),
	about("XXX0003", "Name 6", "EXAMPLE PROSPECT", "Name type", "Primary name"),
	about("XXX0001", "Name 1", "EXAMPLE", "Name 2", "MIDDLE", "Name 6", "PERSON", "Name type", "Primary Name", "Name non-latin script", "Пример Примеров", "Non-latin script type", "Cyrillic", "D.O.B", "dd/03/1946",
		"Passport number", "P0000001", "Passport additional information", "Afghanistan passport, issued in Kabul", "National Identifier number", "54401-0000000-9", "National Identifier additional information", "Pakistani. Cancelled."),
}

// asXML is the person of the rows in XML.
const asXML = `<Designation><LastUpdated>14/04/2026</LastUpdated><DateDesignated>25/01/2001</DateDesignated><UniqueID>XXX0001</UniqueID><OFSIGroupID>90001</OFSIGroupID><UNReferenceNumber>XXi.001</UNReferenceNumber>
<Names><Name><Name6>The Exemplar</Name6><NameType>ALias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name><Name><Name1>EXAMPLE</Name1><Name2>MIDDLE</Name2><Name6>PERSON</Name6><NameType>Primary Name</NameType></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>Пример Примеров</NameNonLatinScript><NonLatinScriptType>Cyrillic</NonLatinScriptType></NonLatinName></NonLatinNames>
<Titles><Title>Dr</Title><Title>General</Title></Titles><RegimeName>The Example (Sanctions) (EU Exit) Regulations 2020</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UN</DesignationSource>
<SanctionsImposed>Asset freeze|Travel Ban|Trust Services Sanctions</SanctionsImposed><OtherInformation>Other information on the person.</OtherInformation><UKStatementofReasons>A statement of reasons.</UKStatementofReasons>
<Addresses><Address><AddressLine1>1 Example Street</AddressLine1><AddressLine6>Kabul</AddressLine6><AddressPostalCode>1001</AddressPostalCode><AddressCountry>Afghanistan</AddressCountry></Address></Addresses>
<PhoneNumbers><PhoneNumber>+93-000-000000</PhoneNumber></PhoneNumbers><IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>dd/03/1946</DOB></DOBs>
<PassportDetails><Passport><PassportNumber>P0000001</PassportNumber><PassportAdditionalInformation>Afghanistan passport, issued in Kabul</PassportAdditionalInformation></Passport></PassportDetails>
<NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>54401-0000000-9</NationalIdentifierNumber><NationalIdentifierAdditionalInformation>Pakistani. Cancelled.</NationalIdentifierAdditionalInformation></NationalIdentifier></NationalIdentifierDetails>
<Nationalities><Nationality>Afghanistan</Nationality></Nationalities><Positions><Position>Minister of Examples</Position></Positions><Genders><Gender>Male</Gender></Genders>
<BirthDetails><Location><TownOfBirth>Example village</TownOfBirth><CountryOfBirth>former USSR (now Belarus)</CountryOfBirth></Location></BirthDetails></Individual></IndividualDetails></Designation>`

const csvHead = "Report Date: 24-Jun-2026\n" + header + "\n"

// fixtures are the XML, the CSV and the overview of a few entities.
func fixtures(t testing.TB) (xmlFile, csvFile, odsFile listtest.Fixture) {
	t.Helper()
	generated, reported := enduse.Day(2026, 8, 20), enduse.Day(2026, 6, 24)
	xmlFile = listtest.Fixture{
		Golden: "xml.jsonl", Name: "uk.xml", Files: []string{document(person, firm, ship)}, Published: &generated,
		Foreign: []string{"<Designations/>", "<CONSOLIDATED_LIST/>"},
		Malformed: []listtest.Case{
			listtest.Bad("no id", document(strings.Replace(firm, "<UniqueID>XXX0002</UniqueID>", "", 1), ship), 1, []string{"uk.xml:3: UniqueID: the unique id is missing"}, ""),
			listtest.Bad("twice", document(ship, ship), 1, []string{"uk.xml:13: id: uk-sl:XXX0003 stands already at line 3"}, ""),
			listtest.Bad("unknown element", document("<Surprise/>", ship), 1, []string{"uk.xml:3: unknown element Surprise: it was not read"}, ""),
			listtest.Bad("another document", "<html></html>", 0, nil, "unexpected element html, want Designations"),
			listtest.Bad("empty", "", 0, nil, "no Designations in it"),
		},
	}
	csvFile = listtest.Fixture{
		Golden: "csv.jsonl", Name: "uk.csv", Files: []string{csvHead + strings.Join(rows, "")}, Published: &reported,
		Foreign: []string{"Unique ID,Name 6\nA,B\n"},
	}
	odsFile = listtest.Fixture{
		Golden: "ods.jsonl", Name: "uk.ods", Files: []string{string(spreadsheet(t, overviewRows))}, Foreign: []string{string(spreadsheet(t, ""))},
	}
	return xmlFile, csvFile, odsFile
}

func TestEachFormat(t *testing.T) {
	xmlFile, csvFile, odsFile := fixtures(t)
	for i, x := range []listtest.Fixture{xmlFile, csvFile, odsFile} {
		listtest.Run(t, Formats()[i], x)
	}
}

func FuzzXML(f *testing.F) {
	xmlFile, _, _ := fixtures(f)
	listtest.Run(f, Formats()[0], xmlFile)
}

func FuzzCSV(f *testing.F) {
	_, csvFile, _ := fixtures(f)
	listtest.Run(f, Formats()[1], csvFile)
}

// FuzzODS packs what it is given, because few mutations of packed bytes reach the
// sheet.
func FuzzODS(f *testing.F) {
	f.Add(overviewRows)
	f.Add(`<table:table-row table:number-rows-repeated="99999999999999999999"><table:table-cell table:number-columns-repeated="-1">`)
	f.Fuzz(func(t *testing.T, rows string) {
		packed := spreadsheet(t, rows)
		detectODS(list.Head{Bytes: packed})
		listtest.Check(t, Formats()[2], listtest.Set("uk.ods", Formats()[2].Roles[0].Name, string(packed)))
	})
}

func TestXMLAndCSVAgree(t *testing.T) {
	fromXML, _, _ := listtest.Collect(t, ReadXML(strings.NewReader(document(asXML, ship)), "f"))
	fromCSV, _, _ := listtest.Collect(t, ReadCSV(strings.NewReader(csvHead+strings.Join(rows, "")), "f"))
	if len(fromXML) != 2 || len(fromCSV) != 2 {
		t.Fatalf("%d and %d entities", len(fromXML), len(fromCSV))
	}
	for i := range fromXML {
		fromXML[i].Record, fromCSV[i].Record = "", ""
		for _, e := range []*enduse.Entity{&fromXML[i], &fromCSV[i]} { // columns have another order than elements
			slices.SortFunc(e.Identifiers, func(a, b enduse.Identifier) int {
				return strings.Compare(string(a.Kind)+a.Value, string(b.Kind)+b.Value)
			})
			slices.SortFunc(e.Interests, func(a, b enduse.Interest) int { return strings.Compare(a.Role, b.Role) })
			remarks := strings.Split(e.Remarks, "\n")
			slices.Sort(remarks)
			e.Remarks = strings.Join(remarks, "\n")
		}
		if x, c := listtest.Lines(t, fromXML[i:i+1]), listtest.Lines(t, fromCSV[i:i+1]); !slices.Equal(x, c) {
			t.Errorf("XML %s\nCSV %s", x, c)
		}
	}
}

func TestUnknownColumn(t *testing.T) {
	text := header + ",Shoe Size\n" + strings.TrimSuffix(rows[1], "\n") + ",44\n"
	got, faults, fatal := listtest.Collect(t, ReadCSV(strings.NewReader(text), "uk.csv"))
	if fatal != nil || !slices.Equal(faults, []string{"uk.csv: unknown columns, kept as unread: Shoe Size"}) {
		t.Errorf("faults %q, %v", faults, fatal)
	}
	if want := []enduse.Unread{{Field: "column Shoe Size", Text: "44"}}; !slices.Equal(got[0].Unread, want) {
		t.Errorf("unread %+v", got[0].Unread)
	}
}

func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		kind, text string
		want       []enduse.Measure
		section    string
	}{
		{"Individual", "Asset freeze, Director Disqualification Sanction, Travel Ban", []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureServices, enduse.MeasureTravelBan}, "s. 3, 3A, 4"},
		{"Individual", "Travel Ban", []enduse.Measure{enduse.MeasureTravelBan}, "s. 4"},
		{"Entity", "Targeted arms embargo", []enduse.Measure{enduse.MeasureExportLicence}, "s. 5"},
		{"Entity", `-, Asset freeze, Internet Services Sanctions: see "Other Information"`, []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureServices}, "s. 3, 5"},
		{"Ship", "De-flag|Prohibition of port entry", []enduse.Measure{enduse.MeasureVesselPort}, "s. 7"},
		{"Ship", "Levitation ban", []enduse.Measure{enduse.MeasureVesselPort}, "s. 7"},
		{"Entity", "", []enduse.Measure{enduse.MeasureAssetFreeze}, "s. 3"},
	} {
		p := newParty("X")
		p.take("IndividualEntityShip", c.kind)
		p.take("SanctionsImposed", c.text)
		p.AddReference("x", "1")
		e := p.finish()
		if d := e.Designations[0]; !slices.Equal(d.Measures, c.want) || !strings.HasSuffix(d.Basis, c.section) {
			t.Errorf("%s %q: %+v, want %v and %s", c.kind, c.text, d, c.want, c.section)
		}
		if (len(e.Unread) > 0) != (c.text == "" || strings.Contains(c.text, "Levitation")) {
			t.Errorf("%s %q: unread %v", c.kind, c.text, e.Unread)
		}
	}
}

func TestBusinessNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"OGRN: 1247700291200KPP: 770701001INN: 9707028663": "ogrn 1247700291200 RU; inn 9707028663 RU; kpp 770701001 RU",
		"UK Company no. 06527449":                          "registration 06527449 GB",
		"1037739635890 (Russia)":                           "ogrn 1037739635890 RU",
		"Belarusian tax number: 400085002":                 "tax 400085002 ",
		"Unified Social Credit Code - 91440300708461136T":  "uscc 91440300708461136T CN",
		"SWIFT/BIC – EIHBIRTH":                             "bic EIHBIRTH ",
		"BR-99-XY":                                         "registration BR-99-XY ",
	} {
		p := newParty("X")
		p.Schema = enduse.SchemaOrganization
		p.business(text)
		var got []string
		for _, id := range p.Identifiers {
			got = append(got, fmt.Sprintf("%s %s %s", id.Kind, id.Value, id.Country))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
}

func TestIssuer(t *testing.T) {
	for text, want := range map[string]enduse.Country{
		"Afghanistan diplomatic passport number D0": "AF", "(Afghan) (tazkira)": "AF", "Pakistani. Cancelled": "PK",
		"Saudi Arabia": "SA", "Issued in Pakistan": "", "in Kabul": "", "USA passport": "US", "": "",
	} {
		if got := issuer(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// overviewRows is the content of a sheet: a title, the header, a party, two
// rows that stand for a million empty ones, a ship.
const overviewRows = `<table:table-row><table:table-cell><text:p>The list</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Unique ID</text:p></table:table-cell><table:table-cell><text:p>OFSI Group ID</text:p></table:table-cell><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Regime Name</text:p></table:table-cell><table:table-cell><text:p>Type</text:p></table:table-cell><table:table-cell><text:p>Designation source</text:p></table:table-cell><table:table-cell><text:p>Date Designated</text:p></table:table-cell><table:table-cell><text:p>Sanctions Imposed</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16376"/></table:table-row>
<table:table-row><table:table-cell><text:p>XXX0001</text:p></table:table-cell><table:table-cell><text:p>90001</text:p></table:table-cell><table:table-cell><text:p>PERSON EXAMPLE</text:p><text:p>MIDDLE</text:p></table:table-cell><table:table-cell><text:p>Example</text:p></table:table-cell><table:table-cell><text:p>Individual</text:p></table:table-cell><table:table-cell><text:p>UK|UN</text:p></table:table-cell><table:table-cell><text:p>25-01-2001</text:p></table:table-cell><table:table-cell><text:p>Asset freeze, Travel Ban</text:p></table:table-cell><table:table-cell table:number-columns-repeated="4000000000"/></table:table-row>
<table:table-row table:number-rows-repeated="1043268"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell><text:p>XXX0003</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1"/><table:table-cell><text:p>EXAMPLE PROSPECT</text:p></table:table-cell><table:table-cell><text:p>Russia</text:p></table:table-cell><table:table-cell><text:p>Ship</text:p></table:table-cell><table:table-cell><text:p>UK</text:p></table:table-cell><table:table-cell><text:p>31-07-2024</text:p></table:table-cell><table:table-cell><text:p>Shipping sanctions: (see "Other information")</text:p></table:table-cell></table:table-row>`

// spreadsheet packs rows as the publisher does.
func spreadsheet(t testing.TB, rows string) []byte {
	t.Helper()
	packed, err := pack(rows)
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

func pack(rows string) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range []struct{ name, text string }{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{content, `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles><style/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="UK_Sanction_List"><table:table-column/>` +
			rows + `</table:table></office:spreadsheet></office:body></office:document-content>`},
	} {
		w, err := z.Create(f.name)
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(w, f.text); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

func TestMalformedODS(t *testing.T) {
	row := func(id string) string {
		return "<table:table-row><table:table-cell><text:p>" + id + "</text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
	}
	above, _, _ := strings.Cut(overviewRows, "XXX0001")
	header := above[:strings.LastIndex(above, "<table:table-row>")]
	for _, c := range []struct {
		name, rows string
		entities   int
		faults     []string
		fatal      bool
	}{
		{"another sheet", row("a"), 0, nil, true},
		{"no id", header + row(""), 0, []string{"uk.ods:3: Unique ID: the unique id is missing"}, false},
		{"a row of two cells", header + row("XXX0009"), 1, nil, false},
		{"a row too long", header + row(strings.Repeat("x", records.MaxRecord+1)) + row("XXX0009"), 1, []string{"uk.ods:3: longer or deeper than any real record"}, false},
	} {
		got, faults, fatal := listtest.Collect(t, ReadODS(bytes.NewReader(spreadsheet(t, c.rows)), "uk.ods"))
		if len(got) != c.entities || !slices.Equal(faults, c.faults) || (fatal != nil) != c.fatal {
			t.Errorf("%s: %d entities, faults %q, %v", c.name, len(got), faults, fatal)
		}
	}
	for _, raw := range []string{"", "PK\x03\x04", strings.Repeat("x", maxPacked+1)} {
		if _, _, fatal := listtest.Collect(t, ReadODS(strings.NewReader(raw), "uk.ods")); fatal == nil || enduse.HintOf(fatal) == "" {
			t.Errorf("%.10q: %v", raw, fatal)
		}
	}
}

func TestFormats(t *testing.T) {
	roleXML, roleCSV, roleODS := Formats()[0].Roles[0].Name, Formats()[1].Roles[0].Name, Formats()[2].Roles[0].Name
	big := spreadsheet(t, overviewRows)
	for text, want := range map[string]string{
		document(ship):             roleXML,
		csvHead + rows[0]:          roleCSV,
		"\ufeff" + header + "\n":   roleCSV,
		string(big):                roleODS,
		string(big[:len(big)*2/3]): roleODS, // the head of a longer file
		string(spreadsheet(t, "")): "",
		"<Designations/>":          "",
		"<CONSOLIDATED_LIST/>":     "",
		"Unique ID,Name 6\nA,B\n":  "",
		"":                         "",
	} {
		got := ""
		for _, f := range Formats() {
			if role := f.Detect(list.Head{Name: "x", Bytes: []byte(text)}); role != "" {
				got += role
			}
		}
		if got != want {
			t.Errorf("%.40q: got %q, want %q", text, got, want)
		}
	}
	for i, text := range []string{document(ship), csvHead + rows[0]} {
		f := Formats()[i]
		set := list.Set{{Name: "x", Role: f.Roles[0].Name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}}
		want := []enduse.Date{enduse.Day(2026, 8, 20), enduse.Day(2026, 6, 24)}[i]
		if d := f.Published(set); d == nil || *d != want {
			t.Errorf("%s: published %v, want %v", f.ID, d, want)
		}
		if got, _, fatal := listtest.Collect(t, f.Read(set)); len(got) != 1 || fatal != nil {
			t.Errorf("%s: %d entities, %v", f.ID, len(got), fatal)
		}
	}
	if Formats()[2].Partial == "" {
		t.Error("the overview passes for a whole list")
	}
}

// subjects reads the ids of the tables that a third party made of the list of
// May 2026, with their kinds.
func subjects(t *testing.T) map[enduse.EntityID]string {
	t.Helper()
	file, err := os.Open(testkit.Data(t, "uk", "2026-05_normalised", "subjects.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[enduse.EntityID]string{}
	for _, row := range all[1:] {
		out[enduse.EntityID(listID+":"+row[0])] = row[1]
	}
	return out
}

func TestRealOverview(t *testing.T) {
	path := testkit.Data(t, "uk", "FCDO_SL_2025-08-11.ods")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !detectODS(list.Head{Name: "x", Bytes: raw[:min(len(raw), 64<<10)]}) {
		t.Error("it is not recognised")
	}
	got, faults, fatal := listtest.Collect(t, ReadODS(bytes.NewReader(raw), filepath.Base(path)))
	if len(faults) > 0 || fatal != nil {
		t.Fatalf("faults %q, %v", faults, fatal)
	}
	kinds, measures, unread, nameless := map[enduse.Schema]int{}, map[enduse.Measure]int{}, map[string]int{}, 0
	for _, e := range got {
		kinds[e.Schema]++
		for _, m := range e.Measures() {
			measures[m]++
		}
		for _, u := range e.Unread {
			unread[u.Field+" "+u.Text]++
		}
		if len(e.Names) == 0 {
			nameless++
			t.Log(e.ID, "has no name")
		}
		if e.Designations[0].Since == nil {
			t.Errorf("%s: no date of designation", e.ID)
		}
	}
	if want := map[enduse.Schema]int{enduse.SchemaPerson: 3754, enduse.SchemaOrganization: 1087, enduse.SchemaVessel: 461}; !maps.Equal(kinds, want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
	if len(unread) > 0 || nameless != 2 { // BEL0174 and RUS1467 stand there without a name
		t.Errorf("unread %v, %d without a name", unread, nameless)
	}
	t.Log(measures)
	known, other := subjects(t), 0
	schema := map[string]enduse.Schema{"individual": enduse.SchemaPerson, "entity": enduse.SchemaOrganization, "ship": enduse.SchemaVessel}
	both := 0
	for _, e := range got {
		if kind, ok := known[e.ID]; ok {
			both++
			if schema[kind] != e.Schema {
				other++
			}
		}
	}
	t.Logf("%d of %d stand in the tables of May 2026, %d of another kind", both, len(got), other)
	if both < len(got)*9/10 || other > 0 {
		t.Error("the overview does not fit the tables of May 2026")
	}
}

func ExampleReadXML() {
	file := `<Designations><DateGenerated>20/08/2026</DateGenerated><Designation><DateDesignated>24/02/2022</DateDesignated><UniqueID>XXX0004</UniqueID>
<Names><Name><Name6>EXAMPLE COMPANY</Name6><NameType>Primary Name</NameType></Name></Names><IndividualEntityShip>Entity</IndividualEntityShip>
<SanctionsImposed>Asset freeze</SanctionsImposed></Designation></Designations>`
	for e, err := range ReadXML(strings.NewReader(file), "UK-Sanctions-List.xml") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Schema, e.Caption(), e.Measures(), e.Designations[0].Since, e.Designations[0].Basis)
	}
	// Output: uk-sl:XXX0004 organization EXAMPLE COMPANY [asset_freeze] 2022-02-24 Sanctions and Anti-Money Laundering Act 2018, s. 3
}
