package un

import (
	"encoding/json"
	"fmt"
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
const one = `<INDIVIDUAL>
<DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM>
<FIRST_NAME>EXAMPLE </FIRST_NAME><SECOND_NAME>PERSON</SECOND_NAME><THIRD_NAME>ONE</THIRD_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>
<GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>예시</NAME_ORIGINAL_SCRIPT><COMMENTS1>A comment.</COMMENTS1>
<TITLE><VALUE>Doctor</VALUE></TITLE><DESIGNATION><VALUE>First post</VALUE><VALUE>Second post</VALUE></DESIGNATION>
<NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE><VALUE>Atlantis</VALUE></NATIONALITY>
<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><LAST_DAY_UPDATED><VALUE>2014-07-30</VALUE><VALUE>2016-03-02</VALUE></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Egzample One; Eksample Won</ALIAS_NAME><DATE_OF_BIRTH>1960-05-04</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The One</ALIAS_NAME><NOTE>Call sign</NOTE></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Old One</ALIAS_NAME><NOTE>previously listed as</NOTE></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><STREET>1 Example Street</STREET><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY><NOTE>previous</NOTE></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1960-05-04</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1961</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1962</FROM_YEAR><TO_YEAR>1964</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1958</YEAR><NOTE>Sep.</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><NOTE>30-35 years old</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Example City</CITY><STATE_PROVINCE>Example Province</STATE_PROVINCE><COUNTRY>Afghanistan</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><TYPE_OF_DOCUMENT2>diplomatic passport</TYPE_OF_DOCUMENT2><NUMBER>X0000001</NUMBER><ISSUING_COUNTRY>Oman</ISSUING_COUNTRY><DATE_OF_ISSUE>2015-01-02</DATE_OF_ISSUE><CITY_OF_ISSUE>Muscat</CITY_OF_ISSUE><DATE_OF_EXPIRY>2020-01-01</DATE_OF_EXPIRY><NOTE>lost</NOTE></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NUMBER>000-1</NUMBER><COUNTRY_OF_ISSUE>Yemen</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT/>
<FAVOURITE_COLOUR>green</FAVOURITE_COLOUR><SORT_KEY/><SORT_KEY_LAST_MOD/>
</INDIVIDUAL>`

const two = `<ENTITY>
<DATAID>2</DATAID><FIRST_NAME>EXAMPLE COMPANY (EC) ; OTHER NAME</FIRST_NAME>
<UN_LIST_TYPE>Iran</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.002</REFERENCE_NUMBER><LISTED_ON>2015-07-01-04:00</LISTED_ON>
<HAS_INTERPOL_LINK>YES</HAS_INTERPOL_LINK><INTERPOL_LINK>https://www.example.org/notice</INTERPOL_LINK>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>EXCO</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>FORMER EXCO</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ADDRESS><CITY>Tehran</CITY><ZIP_CODE>11191</ZIP_CODE><COUNTRY>Iran (Islamic Republic of)</COUNTRY><SHELF>top</SHELF></ENTITY_ADDRESS>
</ENTITY>`

func document(individuals, entities string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2026-08-01T23:00:03.110Z">
<INDIVIDUALS>` + individuals + "</INDIVIDUALS>\n<ENTITIES>" + entities + "</ENTITIES>\n</CONSOLIDATED_LIST>\n"
}

// fixture is the list of two entries.
func fixture() listtest.Fixture {
	long := strings.Replace(one, "A comment.", strings.Repeat("long ", maxRecord/4), 1)
	deep := strings.Replace(one, "A comment.", strings.Repeat("<a>", 40)+strings.Repeat("</a>", 40), 1)
	published := enduse.Day(2026, 8, 1)
	return listtest.Fixture{
		Golden: "un.jsonl", Name: "un.xml", Files: []string{document(one, two)}, Published: &published,
		Foreign: []string{"<CONSOLIDATED/>"},
		Malformed: []listtest.Case{
			listtest.Bad("no reference", document(strings.Replace(one, "XXi.001", " ", 1), two), 1, []string{"un.xml:3: REFERENCE_NUMBER is missing"}, ""),
			listtest.Bad("twice", document(one+one, ""), 1, []string{"un.xml:29: id: un-sc:XXi.001 stands already at line 3"}, ""),
			listtest.Bad("no name", document("", "<ENTITY><REFERENCE_NUMBER>X</REFERENCE_NUMBER></ENTITY>"), 0, []string{"un.xml:4: entity un-sc:X: neither name, address nor identifier"}, ""),
			listtest.Bad("too long", document(long, two), 1, []string{"un.xml:3: " + list.ErrTooLong.Error()}, ""),
			listtest.Bad("too deep", document(deep, two), 1, []string{"un.xml:3: " + list.ErrTooLong.Error()}, ""),
			listtest.Bad("unknown section", strings.ReplaceAll(document(one, two), "ENTITIES", "VESSELS"), 1, []string{"un.xml:30: unknown section VESSELS: its records are not read", "un.xml:30: unknown element ENTITY in VESSELS: it was not read"}, ""),
			listtest.Bad("truncated", document(one, two)[:3600], 1, nil, "unexpected EOF"),
			listtest.Bad("another document", "<html></html>", 0, nil, "unexpected element html, want CONSOLIDATED_LIST"),
			listtest.Bad("empty", "", 0, nil, "no CONSOLIDATED_LIST in it"),
			listtest.Bad("a token without end", document("<!--"+strings.Repeat("x", 5*maxRecord), ""), 0, nil, "longer or deeper"),
		},
	}
}

func TestFormat(t *testing.T) { listtest.Run(t, Format(), fixture()) }

func FuzzFormat(f *testing.F) { listtest.Run(f, Format(), fixture()) }

func TestOrderDoesNotMatter(t *testing.T) {
	other := strings.ReplaceAll(strings.ReplaceAll(one, "XXi.001", "XXi.003"), "PERSON", "SOMEBODY")
	set := func(text string) map[string]bool {
		out := map[string]bool{}
		for e, err := range Read(strings.NewReader(text), "un.xml") {
			if err != nil {
				t.Fatal(err)
			}
			e.Record = ""
			line, _ := json.Marshal(e)
			out[string(line)] = true
		}
		return out
	}
	want, got := set(document(one+other, two)), set(document(other+one, two))
	if len(want) != 3 || !maps.Equal(got, want) {
		t.Error("another order gave other entities")
	}
}

func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		program, comments string
		schema            enduse.Schema
		want              []enduse.Measure
	}{
		{"DPRK", "", enduse.SchemaPerson, []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureTravelBan}},
		{"DPRK", "", enduse.SchemaOrganization, []enduse.Measure{enduse.MeasureAssetFreeze}},
		{"Iraq", "", enduse.SchemaPerson, []enduse.Measure{enduse.MeasureAssetFreeze}},
		{"GB", "", enduse.SchemaPerson, []enduse.Measure{enduse.MeasureTravelBan}},
		{"Libya", "Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban).", enduse.SchemaPerson, []enduse.Measure{enduse.MeasureTravelBan}},
		{"Libya", "Listed pursuant to paragraph 17 of resolution 1970 ( Asset Freeze).", enduse.SchemaPerson, []enduse.Measure{enduse.MeasureAssetFreeze}},
		{"Libya", "", enduse.SchemaPerson, []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureTravelBan}},
		{"Atlantis", "", enduse.SchemaPerson, []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureTravelBan}},
	} {
		d, known := designation(c.program, c.comments, c.schema)
		if !slices.Equal(d.Measures, c.want) || known != (c.program != "Atlantis") || known && d.Basis == "" {
			t.Errorf("%s %q: got %+v, %v; want %v", c.program, c.comments, d, known, c.want)
		}
	}
}

func TestRealList(t *testing.T) {
	file, err := os.Open(testkit.Data(t, "un", "UN_consolidated_2026-08-02.xml"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schemas, unread := map[enduse.Schema]int{}, map[string]int{}
	for e, err := range Read(file, filepath.Base(file.Name())) {
		if err != nil {
			t.Fatal(err)
		}
		schemas[e.Schema]++
		for _, u := range e.Unread {
			unread[u.Field]++
			t.Log(u)
		}
	}
	if !maps.Equal(schemas, map[enduse.Schema]int{enduse.SchemaPerson: 736, enduse.SchemaOrganization: 275}) {
		t.Errorf("got %v, want 736 persons and 275 organisations", schemas)
	}
	// documents without a number, an age and a Hijri date
	if !maps.Equal(unread, map[string]int{"INDIVIDUAL_DOCUMENT": 13, "INDIVIDUAL_DATE_OF_BIRTH": 2}) {
		t.Errorf("unread: %v", unread)
	}
}

func ExampleRead() {
	file := `<CONSOLIDATED_LIST><INDIVIDUALS/><ENTITIES><ENTITY><FIRST_NAME>EXAMPLE COMPANY</FIRST_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>`
	for e, err := range Read(strings.NewReader(file), "consolidated.xml") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Caption(), e.Measures(), e.Designations[0].Basis)
	}
	// Output: un-sc:XXe.001 EXAMPLE COMPANY [asset_freeze] S/RES/1718 (2006) para. 8 (d)
}
