package csl

import (
	"encoding/json"
	"errors"
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

const header = "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids\n"

// rowOf makes a row of a record of column, value pairs.
func rowOf(pairs ...string) string {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	var out []string
	for column := range strings.SplitSeq(strings.TrimSpace(header), ",") {
		out = append(out, `"`+strings.ReplaceAll(values[column], `"`, `""`)+`"`)
	}
	return strings.Join(out, ",") + "\n"
}

const (
	el  = "Entity List (EL) - Bureau of Industry and Security"
	sdn = "Specially Designated Nationals (SDN) - Treasury Department"
	ssi = "Sectoral Sanctions Identifications List (SSI) - Treasury Department"
	dpl = "Denied Persons List (DPL) - Bureau of Industry and Security"
)

// Rows of the official list, typed by hand.
var rows = []string{
	rowOf("_id", "36", "source", sdn, "entity_number", "36", "type", "Entity", "programs", "CUBA", "name", "AEROCARIBBEAN AIRLINES", "addresses", "Havana, CU", "alt_names", "AERO-CARIBBEAN"),
	rowOf("_id", "4249", "source", sdn, "entity_number", "4249", "type", "Vessel", "programs", "CUBA", "name", "TIFON", "call_sign", "CL2059", "vessel_type", "Tug", "gross_registered_tonnage", "189", "vessel_flag", "Cuba", "ids", "Vessel Registration Identification, IMO 7206512"),
	rowOf("_id", "26182", "source", "Foreign Sanctions Evaders (FSE) - Treasury Department", "entity_number", "26182", "type", "Individual", "programs", "FSE-IR", "name", "Evren KAYAKIRAN", "addresses", "TR", "citizenships", "TR", "dates_of_birth", "1980-02-08", "ids", "Passport, U00242309, TR; Gender, Male"),
	rowOf("_id", "17013", "source", ssi, "entity_number", "17013", "type", "Entity", "programs", "UKRAINE-EO13662; RUSSIA-EO14024", "name", "VTB BANK PUBLIC JOINT STOCK COMPANY", "addresses", "29, Bolshaya Morskaya str., St. Petersburg, 190000, RU; 37 Plyushchikha ul., Moscow, 119121, RU", "alt_names", "JSC VTB BANK", "ids", "Registration ID, 1027739609391, RU; Tax ID No., 7702070139, RU; SWIFT/BIC, VTBRRUMM; Website, www.vtb.com; Executive Order 13662 Directive Determination -, Subject to Directive 1"),
	rowOf("_id", "b6e959b59898e975daaae8fae3a8da1ec522f9f888cafc0e6401a16d", "source", el, "name", "Abdul Satar Ghoura", "addresses", "Flat No. 41 Block No 24 Macroyan 3, Kabul, AF", "federal_register_notice", "76 FR 71867", "start_date", "2011-11-21", "license_requirement", "For all items subject to the EAR. (See §744.11 of the EAR).", "license_policy", "Presumption of denial."),
	rowOf("_id", "278be3e06d711cd8c6ea146bcd625d9f17cc901b980ea83daec759d2", "source", dpl, "name", " I. ASH", "addresses", "2113 NORTH HIGHWAY 175, SEAGOVILLE, TX, 75159", "start_date", "2003-06-19", "end_date", "2056-06-29", "standard_order", "Y"),
	rowOf("_id", "1b5979e8fd3920a1a0985bf5088dad930a6a5562d1513f9e4b015e42", "source", "Unverified List (UVL) - Bureau of Industry and Security", "name", "Atlas Sanatgaran", "addresses", "Komitas 26/114, Yerevan,\nArmenia, AM"),
	rowOf("_id", "a01", "source", el, "name", "Address 01", "federal_register_notice", "89 FR 51653", "addresses", "Hong Kong, HK"),
}

func collect(t testing.TB, text string) (entities, faults []string) {
	t.Helper()
	all, faults := listtest.All(t, Read(strings.NewReader(text), "csl.csv"))
	return listtest.Lines(t, all), faults
}

// fixture is the CSV of a few rows.
var fixture = listtest.Fixture{
	Golden: "csl.jsonl", Name: "csl.csv", Files: []string{header + strings.Join(rows, "")}, Foreign: []string{"name,source\nA,B"},
	Malformed: []listtest.Case{listtest.Bad("the header twice, as in a real file", header+header+strings.Join(rows, ""), len(rows), nil, "")},
}

func TestFormat(t *testing.T) {
	listtest.Run(t, Formats()[0], fixture)
	if f := Formats()[0]; len(f.Source.Lists) != len(lists) {
		t.Errorf("%d lists, want %d", len(f.Source.Lists), len(lists))
	}
}

func FuzzFormat(f *testing.F) { listtest.Run(f, Formats()[0], fixture) }

func TestOrderDoesNotMatter(t *testing.T) {
	set := func(rows []string) map[string]bool {
		out := map[string]bool{}
		for e, err := range Read(strings.NewReader(header+strings.Join(rows, "")), "csl.csv") {
			if err != nil {
				t.Fatal(err)
			}
			e.Record = ""
			line, _ := json.Marshal(e)
			out[string(line)] = true
		}
		return out
	}
	back := slices.Clone(rows)
	slices.Reverse(back)
	want, got := set(rows), set(back)
	if len(want) != len(rows) || !maps.Equal(want, got) {
		t.Error("another order gave other entities")
	}
}

func TestMalformed(t *testing.T) {
	good := rows[0]
	cut := strings.Index(rows[3], "Moscow")
	for _, c := range []struct {
		name, text string
		entities   int
		faults     []string
	}{
		{"short row", header + "1,2\n" + good, 1, []string{"csl.csv:2: 2 fields, want 29"}},
		{"no id", header + rowOf("name", "X", "source", sdn), 0, []string{"csl.csv:2: _id is empty"}},
		{"nothing in it", header + rowOf("_id", "1", "source", sdn), 0, []string{"csl.csv:2: entity us-csl:1: neither name, address nor identifier"}},
		{"quote", header + strings.Replace(good, "AEROCARIBBEAN", `AERO"CARIBBEAN`, 1) + good, 1, []string{"csl.csv:2: field 6: text behind a closing quote"}},
		{"NUL", header + "\x00\n" + good, 1, []string{"csl.csv:2: a NUL byte"}},
		{"cut in an address", header + good + rows[3][:cut], 2, []string{"csl.csv: line 3 ends inside a field: the file is truncated"}},
		{"cut in the name", header + before(rows[3], "PUBLIC"), 0, []string{
			"csl.csv: line 2 ends inside a field: the file is truncated", "csl.csv:2: the row ends before its name does",
		}},
		{"another table", "name,country\nA,B\n", 0, []string{
			"read: csl.csv: column \"source\" is missing\ncolumn \"entity_number\" is missing\ncolumn \"programs\" is missing\n" +
				"column \"federal_register_notice\" is missing\ncolumn \"source_list_url\" is missing",
		}},
		{"empty", "", 0, []string{"read: csl.csv: the file is empty"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults := collect(t, c.text)
			if len(got) != c.entities || !slices.Equal(faults, c.faults) {
				t.Errorf("%d entities, want %d; faults %q\nwant %q", len(got), c.entities, faults, c.faults)
			}
		})
	}
}

func first(t *testing.T, text string) enduse.Entity {
	t.Helper()
	for e, err := range Read(strings.NewReader(text), "csl.csv") {
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	t.Fatal("no entity")
	return enduse.Entity{}
}

func TestWhatIsNotKnownIsKept(t *testing.T) {
	wide := strings.TrimSpace(header) + ",shoe_size\n"
	row := strings.TrimSpace(rowOf("_id", "1", "source", "Some New List (SNL) - Some Department", "type", "Ghost", "name", "X",
		"nationalities", "Atlantis", "dates_of_birth", "long ago", "start_date", "soon", "ids", "Shoe Size, 44; Gender, Male")) + ",44\n"
	e := first(t, wide+row)
	if e.List != "us-csl" || e.Schema != enduse.SchemaLegalEntity || e.Gender != enduse.GenderMale {
		t.Errorf("list %s, schema %s, gender %s", e.List, e.Schema, e.Gender)
	}
	var got []string
	for _, u := range e.Unread {
		got = append(got, u.Field+"="+u.Text)
	}
	want := []string{
		"source=Some New List (SNL) - Some Department", "type=Ghost", "nationalities=Atlantis", "dates_of_birth=long ago",
		"ids=Shoe Size, 44", "start_date=soon", "shoe_size=44",
	}
	if !slices.Equal(got, want) {
		t.Errorf("unread %q\nwant %q", got, want)
	}
}

func TestEveryListHasMeasures(t *testing.T) {
	for abbreviation, l := range lists {
		if len(l.measures) == 0 || l.basis == "" || l.id == "" {
			t.Errorf("%s: %+v", abbreviation, l)
		}
	}
	if l, ok := listOf("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department"); !ok || l.id != "ofac-mbs" {
		t.Errorf("got %+v, %v", l, ok)
	}
}

func TestDirectivesDecideTheMeasure(t *testing.T) {
	for ids, want := range map[string][]enduse.Measure{
		"": {enduse.MeasureDebtEquity},
		"Executive Order 13662 Directive Determination -, Subject to Directive 4":                                                                          {enduse.MeasureServices},
		"Executive Order 13662 Directive Determination -, Subject to Directive 2; Executive Order 13662 Directive Determination -, Subject to Directive 4": {enduse.MeasureDebtEquity, enduse.MeasureServices},
	} {
		e := first(t, header+rowOf("_id", "1", "source", ssi, "name", "X", "ids", ids))
		if got := e.Measures(); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", ids, got, want)
		}
	}
}

func TestSplitValue(t *testing.T) {
	for text, want := range map[string]value{
		"U00242309, TR":                         {"U00242309", "TR", ""},
		"E590976, TN, 19 Jun 1987, 18 Jun 1992": {"E590976", "TN", "19 Jun 1987, 18 Jun 1992"},
		"1026303117642 (Russia)":                {"1026303117642", "RU", ""},
		"BE 454,419,759":                        {"BE 454,419,759", "", ""},
		"467323, Doc. 694710, PA":               {"467323, Doc. 694710", "PA", ""},
		"RU":                                    {"RU", "", ""},
		"3251 (Stuttgart), DE":                  {"3251 (Stuttgart)", "DE", ""},
	} {
		if got := splitValue(text); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

func TestAddressCountry(t *testing.T) {
	for text, want := range map[string]enduse.Country{
		"31 Jinrong Street, Beijing, 100033, CN":        "CN",
		"501 Example Road, Kowloon, Hong Kong,":         "HK",
		"2113 NORTH HIGHWAY 175, SEAGOVILLE, TX, 75159": "US",
		"501 GEO DRIVE, LOS ALTOS HILLS, CA, 94022":     "US",
		"5 Example Street, Hamburg, Germany":            "DE",
		"No. 90 Babao Street, Chengdu":                  "",
		"Gaza Strip, undetermined":                      "",
	} {
		e := first(t, header+rowOf("_id", "1", "source", el, "name", "X", "addresses", text))
		if got := e.Addresses[0]; got.Country != want || got.Text != text {
			t.Errorf("%q: got %+v, want %q", text, got, want)
		}
	}
}

func TestRealList(t *testing.T) {
	file, err := os.Open(testkit.Data(t, "us_csl_ccl", "csl_official_format_2023-11-30_partial.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n, unread, ids, byList := 0, 0, map[enduse.EntityID]bool{}, map[enduse.ListID]int{}
	var errs []error
	for e, err := range Read(file, filepath.Base(file.Name())) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		n++
		ids[e.ID] = true
		byList[e.List]++
		unread += len(e.Unread)
	}
	var warn *list.Warning
	if len(errs) != 1 || !errors.As(errs[0], &warn) {
		t.Errorf("got %v, want one warning: the file is cut in its last row", errs)
	}
	if n != 4227 || len(ids) != 4220 || unread != 1 {
		t.Errorf("%d rows, %d ids, %d unread; want 4227, 4220 and 1, the address that the end cuts", n, len(ids), unread)
	}
	want := map[enduse.ListID]int{
		"bis-dpl": 577, "bis-el": 919, "bis-meu": 71, "bis-uvl": 186, "ofac-capta": 1, "ofac-cmic": 68, "ofac-fse": 1,
		"ofac-mbs": 14, "ofac-plc": 78, "ofac-sdn": 1738, "ofac-ssi": 288, "state-dtc": 142, "state-isn": 144,
	}
	if !maps.Equal(byList, want) {
		t.Errorf("got %v, want %v", byList, want)
	}
}

func ExampleRead() {
	file := header + rowOf("_id", "1", "source", el, "name", "Abdul Satar Ghoura", "addresses", "Kabul, AF", "start_date", "2011-11-21")
	for e, err := range Read(strings.NewReader(file), "consolidated.csv") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.List, e.Schema, e.Caption(), e.Measures(), e.Designations[0].Since)
	}
	// Output: bis-el legal_entity Abdul Satar Ghoura [export_licence] 2011-11-21
}

// before is the part of a text before a word in it.
func before(text, word string) string {
	head, _, _ := strings.Cut(text, word)
	return head
}
