package eu

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list/listtest"
)

// The records are of nobody: the form is the list's, the content is not.
const person = `<sanctionEntity designationDetails="Details of the designation" unitedNationId="XXi.001" designationDate="2014-03-17" euReferenceNumber="EU.9001.1" logicalId="9001">
<remark>A remark on the person</remark>
<regulation regulationType="amendment" organisationType="council" publicationDate="2022-02-25" entryIntoForceDate="2022-02-26" numberTitle="2022/9999 (OJ L 42)" programme="EXA" logicalId="1"><publicationUrl>https://www.example.org/2022/9999</publicationUrl></regulation>
<subjectType code="person" classificationCode="P"/>
<nameAlias firstName="" middleName="" lastName="" wholeName="Пример Примеров" function="" gender="" title="" nameLanguage="RU" strong="true" regulationLanguage="en" logicalId="1"/>
<nameAlias firstName="Example" middleName="Middle" lastName="PERSON" wholeName="Example Middle PERSON" function="Minister of Examples" gender="M" title="Dr" nameLanguage="" strong="true" regulationLanguage="en" logicalId="2"><regulationSummary regulationType="regulation" publicationDate="2014-03-10" numberTitle="208/9999 (OJ L 66)" publicationUrl="https://www.example.org/1"/></nameAlias>
<nameAlias wholeName="Личност Пример" nameLanguage="BG" strong="true" logicalId="3"/>
<nameAlias wholeName="The Exemplar" strong="false" logicalId="4"/>
<nameAlias wholeName="Exempel" strong="true" logicalId="5"><remark>Low quality alias</remark></nameAlias>
<nameAlias firstName="Eksample" lastName="Pearson" wholeName="" strong="true" logicalId="6"/>
<citizenship region="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" logicalId="7"/>
<citizenship countryIso2Code="00" countryDescription="UNKNOWN" logicalId="8"/>
<birthdate circa="false" calendarType="GREGORIAN" city="Exampletown" zipCode="" birthdate="1960-05-04" dayOfMonth="4" monthOfYear="5" year="1960" region="Example oblast" place="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" logicalId="9"/>
<birthdate circa="true" calendarType="GREGORIAN" year="1961" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="10"/>
<birthdate circa="false" calendarType="GREGORIAN" monthOfYear="3" year="1962" logicalId="11"/>
<birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1963" yearRangeTo="1965" logicalId="12"/>
<birthdate circa="false" calendarType="ISLAMIC" dayOfMonth="1" monthOfYear="1" year="1380" logicalId="13"/>
<identification diplomatic="true" knownExpired="true" knownFalse="false" reportedLost="false" revokedByIssuer="false" issuedBy="Ministry of Examples" latinNumber="" nameOnDocument="" number="X0000001" region="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" identificationTypeCode="passport" identificationTypeDescription="National passport" issueDate="2010-01-02" validTo="2020-01-02" logicalId="14"><remark>(seen)</remark></identification>
<identification number="500100732259" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" identificationTypeCode="fiscalcode" identificationTypeDescription="Fiscal Code" logicalId="15"/>
<identification number="1" identificationTypeCode="libraryticket" identificationTypeDescription="Library ticket" logicalId="16"/>
<address street="1 Example Street" poBox="12" city="Moscow" zipCode="101000" region="" place="" asAtListingTime="true" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" logicalId="17"><contactInfo key="EMAIL" value="one@example.org; two@example.org"/><contactInfo key="PIGEON" value="grey"/><remark>office</remark></address>
<address street="" city="" countryIso2Code="00" countryDescription="UNKNOWN" asAtListingTime="false" logicalId="18"/>
<additionalInformation key="Height" value="180 cm"/>
<favouriteColour value="green"/>
</sanctionEntity>`

const company = `<sanctionEntity designationDetails="" unitedNationId="" logicalId="9002" delistingDate="2024-06-30" horoscope="aries">
<regulation regulationType="regulation" publicationDate="2012-03-24" entryIntoForceDate="2012-03-24" numberTitle="267/9999" programme="EXB" logicalId="2"/>
<regulation regulationType="amendment" publicationDate="2015-07-01" numberTitle="2015/9999" programme="EXC" logicalId="3"/>
<subjectType code="enterprise" classificationCode="E"/>
<nameAlias wholeName="EXAMPLE TRADING LLC" function="a trading house" strong="true" logicalId="20"/>
<identification number="1027700132195" countryIso2Code="RU" identificationTypeCode="regnumber" identificationTypeDescription="Registration Number" logicalId="21"/>
<identification number="" latinNumber="9187629" identificationTypeCode="imo" identificationTypeDescription="IMO number" logicalId="22"/>
</sanctionEntity>`

func document(records ...string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00" globalFileId="184961">
` + strings.Join(records, "\n") + "\n</export>\n"
}

const header = "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_DesignationDate;Entity_DesignationDetails;" +
	"Entity_Remark;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Type;Entity_Regulation_PublicationDate;" +
	"Entity_Regulation_EntryIntoForceDate;Entity_Regulation_NumberTitle;Entity_Regulation_Programme;Entity_Regulation_PublicationUrl;" +
	"NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;NameAlias_NameLanguage;NameAlias_Gender;NameAlias_Title;" +
	"NameAlias_Function;NameAlias_LogicalId;NameAlias_Remark;NameAlias_Regulation_PublicationDate;Address_City;Address_Street;Address_CountryIso2Code;" +
	"Address_CountryDescription;Address_LogicalId;BirthDate_BirthDate;BirthDate_Day;BirthDate_Month;BirthDate_Year;BirthDate_Circa;BirthDate_CalendarType;" +
	"BirthDate_City;BirthDate_CountryIso2Code;BirthDate_LogicalId;Identification_Number;Identification_TypeCode;Identification_TypeDescription;" +
	"Identification_CountryIso2Code;Identification_LogicalId;Citizenship_CountryIso2Code;Citizenship_LogicalId"

// rowOf makes a row of column, value pairs.
func rowOf(pairs ...string) string {
	values := map[string]string{"fileGenerationDate": "05/08/2026"}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	var out []string
	for column := range strings.SplitSeq(header, ";") {
		out = append(out, values[column])
	}
	return strings.Join(out, ";") + "\n"
}

// about makes a row on the entity that both formats have.
func about(pairs ...string) string {
	return rowOf(append([]string{
		"Entity_LogicalId", "9003", "Entity_EU_ReferenceNumber", "EU.9003.3", "Entity_Remark", "A remark", "Entity_SubjectType", "P",
		"Entity_SubjectType_ClassificationCode", "person", "Entity_Regulation_Type", "amendment", "Entity_Regulation_PublicationDate", "2022-02-25",
		"Entity_Regulation_NumberTitle", "2022/9999", "Entity_Regulation_Programme", "EXA", "Entity_Regulation_PublicationUrl", "https://www.example.org/3",
	}, pairs...)...)
}

// both is one entity in XML and in CSV.
const both = `<sanctionEntity euReferenceNumber="EU.9003.3" logicalId="9003"><remark>A remark</remark>
<regulation regulationType="amendment" publicationDate="2022-02-25" numberTitle="2022/9999" programme="EXA"><publicationUrl>https://www.example.org/3</publicationUrl></regulation>
<subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Third" lastName="EXAMPLE" wholeName="Third EXAMPLE" function="Post" gender="F" title="Ms" strong="true" logicalId="1"><regulationSummary publicationDate="2014-03-10"/></nameAlias>
<nameAlias wholeName="Третий Пример" nameLanguage="RU" strong="true" logicalId="2"/>
<address city="Minsk" street="3 Example Street" countryIso2Code="BY" countryDescription="BELARUS" logicalId="3"/>
<birthdate circa="true" calendarType="GREGORIAN" year="1970" monthOfYear="5" city="Minsk" countryIso2Code="BY" logicalId="4"/>
<identification number="MP0000001" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="BY" logicalId="5"/>
<citizenship countryIso2Code="BY" logicalId="6"/></sanctionEntity>`

// rows are both with one part in a row, the name's row twice.
var rows = []string{
	about("NameAlias_LastName", "EXAMPLE", "NameAlias_FirstName", "Third", "NameAlias_WholeName", "Third EXAMPLE", "NameAlias_Gender", "F", "NameAlias_Title", "Ms", "NameAlias_Function", "Post", "NameAlias_LogicalId", "1", "NameAlias_Regulation_PublicationDate", "2014-03-10"),
	about("NameAlias_LastName", "EXAMPLE", "NameAlias_FirstName", "Third", "NameAlias_WholeName", "Third EXAMPLE", "NameAlias_Gender", "F", "NameAlias_Title", "Ms", "NameAlias_Function", "Post", "NameAlias_LogicalId", "1", "NameAlias_Regulation_PublicationDate", "2014-03-10"),
	about("NameAlias_WholeName", "Третий Пример", "NameAlias_NameLanguage", "RU", "NameAlias_LogicalId", "2"),
	about("Address_City", "Minsk", "Address_Street", "3 Example Street", "Address_CountryIso2Code", "BY", "Address_CountryDescription", "BELARUS", "Address_LogicalId", "3"),
	about("BirthDate_Year", "1970", "BirthDate_Month", "5", "BirthDate_Circa", "true", "BirthDate_CalendarType", "GREGORIAN", "BirthDate_City", "Minsk", "BirthDate_CountryIso2Code", "BY", "BirthDate_LogicalId", "4"),
	about("Identification_Number", "MP0000001", "Identification_TypeCode", "passport", "Identification_TypeDescription", "National passport", "Identification_CountryIso2Code", "BY", "Identification_LogicalId", "5"),
	about("Citizenship_CountryIso2Code", "BY", "Citizenship_LogicalId", "6"),
}

// other is a row of another entity.
var other = rowOf("Entity_LogicalId", "9004", "Entity_EU_ReferenceNumber", "EU.9004.4", "Entity_SubjectType", "E", "Entity_SubjectType_ClassificationCode", "enterprise",
	"Entity_Regulation_Programme", "EXB", "Entity_Regulation_NumberTitle", `"2022/261; amended"`, "NameAlias_WholeName", `EXAMPLE "FOUR" LLC`)

// fixtures are the XML and the CSV of a few entities.
func fixtures() (xml, csv listtest.Fixture) {
	published := enduse.Day(2026, 8, 5)
	xml = listtest.Fixture{
		Golden: "xml.jsonl", Name: "eu.xml", Files: []string{document(person, company)}, Published: &published,
		Foreign: []string{"<export><other/></export>", "<CONSOLIDATED_LIST/>"},
		Malformed: []listtest.Case{
			listtest.Bad("no id", document(strings.Replace(company, ` logicalId="9002"`, "", 1), person), 1, []string{"eu.xml:3: euReferenceNumber and logicalId are missing"}, ""),
			listtest.Bad("twice", document(company, company), 1, []string{"eu.xml:11: id: eu-fsf:9002 stands already at line 3"}, ""),
			listtest.Bad("unknown element", document("<surprise/>", company), 1, []string{"eu.xml:3: unknown element surprise: it was not read"}, ""),
			listtest.Bad("too long", document(`<sanctionEntity logicalId="1"><remark>`+strings.Repeat("x", records.MaxRecord+1)+"</remark></sanctionEntity>", company), 1, []string{"eu.xml:3: longer or deeper than any real record"}, ""),
			listtest.Bad("another document", "<html></html>", 0, nil, "unexpected element html, want export"),
			listtest.Bad("empty", "", 0, nil, "no export in it"),
		},
	}
	csv = listtest.Fixture{
		Golden: "csv.jsonl", Name: "eu.csv", Files: []string{"\ufeff" + header + "\n" + strings.Join(rows, "") + other}, Published: &published,
		Foreign: []string{"regulation;name\nA;B\n"},
	}
	return xml, csv
}

func TestFormats(t *testing.T) {
	xml, csv := fixtures()
	listtest.Run(t, Formats()[0], xml)
	listtest.Run(t, Formats()[1], csv)
}

func FuzzXML(f *testing.F) {
	xml, _ := fixtures()
	listtest.Run(f, Formats()[0], xml)
}

func FuzzCSV(f *testing.F) {
	_, csv := fixtures()
	listtest.Run(f, Formats()[1], csv)
}

func TestXMLAndCSVAgree(t *testing.T) {
	fromXML, _, _ := listtest.Collect(t, ReadXML(strings.NewReader(document(both)), "f"))
	mixed := slices.Insert(slices.Clone(rows), 3, other) // rows need not stand together
	fromCSV, _, _ := listtest.Collect(t, ReadCSV(strings.NewReader(header+"\n"+strings.Join(mixed, "")), "f"))
	if len(fromXML) != 1 || len(fromCSV) != 2 {
		t.Fatalf("%d and %d entities", len(fromXML), len(fromCSV))
	}
	fromXML[0].Record, fromCSV[0].Record = "", ""
	if x, c := listtest.Lines(t, fromXML), listtest.Lines(t, fromCSV[:1]); !slices.Equal(x, c) {
		t.Errorf("XML %s\nCSV %s", x, c)
	}
}

func TestUnknownColumn(t *testing.T) {
	text := header + ";Shoe_Size;address\n" + strings.TrimSuffix(other, "\n") + ";44;green\n"
	got, faults, fatal := listtest.Collect(t, ReadCSV(strings.NewReader(text), "eu.csv"))
	if fatal != nil || !slices.Equal(faults, []string{"eu.csv: unknown columns, kept as unread: Shoe_Size, address"}) {
		t.Errorf("faults %q, %v", faults, fatal)
	}
	if want := []enduse.Unread{{Field: "column Shoe_Size", Text: "44"}, {Field: "column address", Text: "green"}}; !slices.Equal(got[0].Unread, want) {
		t.Errorf("unread %+v", got[0].Unread)
	}
}

// TestColumns: the 118 columns of the CSV 1.1, by a public reader of it.
func TestColumns(t *testing.T) {
	n := 0
	for group, names := range map[string]string{
		"Entity":         "LogicalId EU_ReferenceNumber UnitedNationId DesignationDate DesignationDetails Remark SubjectType SubjectType_ClassificationCode",
		"NameAlias":      "LastName FirstName MiddleName WholeName NameLanguage Gender Title Function LogicalId RegulationLanguage Remark",
		"Address":        "City Street PoBox ZipCode Region Place AsAtListingTime ContactInfo CountryIso2Code CountryDescription LogicalId RegulationLanguage Remark",
		"BirthDate":      "BirthDate Day Month Year YearRangeFrom YearRangeTo Circa CalendarType ZipCode Region Place City CountryIso2Code CountryDescription LogicalId RegulationLanguage Remark",
		"Identification": "Number Diplomatic KnownExpired KnownFalse ReportedLost RevokedByIssuer IssuedBy IssuedDate ValidFrom ValidTo LatinNumber NameOnDocument TypeCode TypeDescription Region CountryIso2Code CountryDescription LogicalId RegulationLanguage Remark",
		"Citizenship":    "Region CountryIso2Code CountryDescription LogicalId RegulationLanguage Remark",
	} {
		laws := strings.Fields("Type OrganisationType PublicationDate EntryIntoForceDate NumberTitle Programme PublicationUrl")
		for i := range laws {
			laws[i] = "Regulation_" + laws[i]
		}
		for _, name := range append(strings.Fields(names), laws...) {
			n++
			if _, ok := placeOf(group + "_" + name); !ok {
				t.Errorf("%s_%s is not known", group, name)
			}
		}
	}
	if n+1 != 118 {
		t.Errorf("%d columns with fileGenerationDate, want 118", n+1)
	}
	for _, c := range []string{"Entity_Horoscope", "Shoe_Size", "Entity", "_", "Entity_Regulation_", ""} {
		if p, ok := placeOf(c); ok {
			t.Errorf("%q is %+v", c, p)
		}
	}
}

func TestSince(t *testing.T) {
	with := func(attrs, regulations string) string {
		return document(`<sanctionEntity logicalId="1" ` + attrs + `>` + regulations + `<nameAlias wholeName="X" strong="true"><regulationSummary publicationDate="2005-06-16"/></nameAlias></sanctionEntity>`)
	}
	for _, c := range []struct{ attrs, regulations, want string }{
		{`designationDate="2002-01-02"`, `<regulation publicationDate="2018-02-16"/>`, "2002-01-02"},
		{``, `<regulation publicationDate="2018-02-16" entryIntoForceDate="2018-02-17"/>`, "2005-06-16"},
		{``, `<regulation publicationDate="2018-02-16"/><regulation publicationDate="2017-01-01"/>`, "2018-02-16 2017-01-01"},
		{`designationDate="2002-01-02"`, ``, "2002-01-02"},
	} {
		got, _, _ := listtest.Collect(t, ReadXML(strings.NewReader(with(c.attrs, c.regulations)), "f"))
		var days []string
		for _, d := range got[0].Designations {
			days = append(days, d.Since.String())
		}
		if s := strings.Join(days, " "); s != c.want {
			t.Errorf("%s %s: since %s, want %s", c.attrs, c.regulations, s, c.want)
		}
	}
}

func ExampleReadXML() {
	file := `<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity euReferenceNumber="EU.9005.5" logicalId="9005">
<regulation programme="EXA" numberTitle="2022/9999" publicationDate="2022-02-25"/><subjectType code="enterprise" classificationCode="E"/>
<nameAlias wholeName="EXAMPLE COMPANY" strong="true"/></sanctionEntity></export>`
	for e, err := range ReadXML(strings.NewReader(file), "eu.xml") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Schema, e.Caption(), e.Measures(), e.Designations[0].Basis, e.Designations[0].Since)
	}
	// Output: eu-fsf:EU.9005.5 organization EXAMPLE COMPANY [asset_freeze] 2022/9999 2022-02-25
}
