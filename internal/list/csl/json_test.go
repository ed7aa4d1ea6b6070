package csl

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/testkit"
)

// pairs are records of the official list, typed by hand as a row of the CSV
// and as a result of the JSON.
var pairs = []struct{ row, result string }{
	{
		rowOf("_id", "36", "source", sdn, "entity_number", "36", "type", "Entity", "programs", "CUBA", "name", "AEROCARIBBEAN AIRLINES", "addresses", "Havana, CU", "alt_names", "AERO-CARIBBEAN"),
		`{"id":"36","source":"` + sdn + `","entity_number":"36","type":"Entity","programs":["CUBA"],"name":"AEROCARIBBEAN AIRLINES","title":null,"addresses":[{"address":null,"city":"Havana","state":null,"postal_code":null,"country":"CU"}],"alt_names":["AERO-CARIBBEAN"],"citizenships":[],"dates_of_birth":[],"ids":[],"remarks":null}`,
	},
	{
		rowOf("_id", "906", "source", sdn, "entity_number", "906", "type", "Entity", "programs", "CUBA", "name", "HAVIN BANK LIMITED", "addresses", "4th Floor, 189 Marsh Wall, London, E14 9SH, GB; Edificio Atlantic, Oficina 4 H, Havana, 10400, CU",
			"alt_names", "HAVANA INTERNATIONAL BANK, LTD", "ids", "Company Number, 01074897, GB; SWIFT/BIC, HAVIGB2L"),
		`{"addresses":[{"city":"London","country":"GB","address":"4th Floor, 189 Marsh Wall","state":null,"postal_code":"E14 9SH"},{"city":"Havana","country":"CU","address":"Edificio Atlantic, Oficina 4 H","state":null,"postal_code":"10400"}],
		"alt_names":["HAVANA INTERNATIONAL BANK, LTD"],"end_date":null,"entity_number":906,"id":"906","ids":[{"type":"Company Number","number":"01074897","country":"GB","issue_date":null,"expiration_date":null},{"type":"SWIFT/BIC","number":"HAVIGB2L","issue_date":null,"expiration_date":null}],
		"name":"HAVIN BANK LIMITED","programs":["CUBA"],"source":"` + sdn + `","type":"Entity"}`,
	},
	{
		rowOf("_id", "26182", "source", "Foreign Sanctions Evaders (FSE) - Treasury Department", "entity_number", "26182", "type", "Individual", "programs", "FSE-IR", "name", "Evren KAYAKIRAN", "addresses", "TR", "citizenships", "TR", "dates_of_birth", "1980-02-08", "ids", "Passport, U00242309, TR; Gender, Male"),
		`{"id":"26182","source":"Foreign Sanctions Evaders (FSE) - Treasury Department","entity_number":"26182","type":"Individual","programs":["FSE-IR"],"name":"Evren KAYAKIRAN","addresses":[{"country":"TR"}],"citizenships":["TR"],"dates_of_birth":["1980-02-08"],"ids":[{"type":"Passport","number":"U00242309","country":"TR"},{"type":"Gender","number":"Male"}]}`,
	},
	{
		rowOf("_id", "4249", "source", sdn, "entity_number", "4249", "type", "Vessel", "programs", "CUBA", "name", "TIFON", "call_sign", "CL2059", "vessel_type", "Tug", "gross_registered_tonnage", "189", "vessel_flag", "Cuba", "ids", "Vessel Registration Identification, IMO 7206512"),
		`{"id":"4249","source":"` + sdn + `","entity_number":"4249","type":"Vessel","programs":["CUBA"],"name":"TIFON","call_sign":"CL2059","vessel_type":"Tug","gross_tonnage":null,"gross_registered_tonnage":"189","vessel_flag":"Cuba","vessel_owner":null,"ids":[{"type":"Vessel Registration Identification","number":"IMO 7206512"}]}`,
	},
	{
		rowOf("_id", "b6e959b59898e975daaae8fae3a8da1ec522f9f888cafc0e6401a16d", "source", el, "name", "Abdul Satar Ghoura", "addresses", "501, 5th Floor, Amanullah Sancharaki Market, Kabul, AF", "federal_register_notice", "76 FR 71867", "start_date", "2011-11-21", "license_requirement", "For all items subject to the EAR. (See §744.11 of the EAR).", "license_policy", "Presumption of denial."),
		`{"source":"` + el + `","name":"Abdul Satar Ghoura","addresses":[{"address":"501, 5th Floor, Amanullah Sancharaki Market","city":"Kabul","state":"","postal_code":"","country":"AF"}],"federal_register_notice":"76 FR 71867","start_date":"2011-11-21","standard_order":null,"license_policy":"Presumption of denial.","license_requirement":"For all items subject to the EAR. (See §744.11 of the EAR).","remarks":"","alt_names":null,"id":"b6e959b59898e975daaae8fae3a8da1ec522f9f888cafc0e6401a16d","title":null}`,
	},
}

func jsonOf(results ...string) string {
	return `{"total":` + string(must(json.Marshal(len(results)))) + `,
"sources_used":[{"source":"` + sdn + `","source_last_updated":"2026-09-23T14:07:33+00:00"}],
"results":[` + strings.Join(results, ",\n") + `],
"search_performed_at":"2026-09-25T04:15:00+00:00"}
`
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

func collectJSON(t testing.TB, text string) ([]enduse.Entity, []string, error) {
	t.Helper()
	return listtest.Collect(t, ReadJSON(strings.NewReader(text), "csl.json"))
}

// fixtureJSON is the JSON of a few parties.
func fixtureJSON() listtest.Fixture {
	good := pairs[0].result
	return listtest.Fixture{
		Name: "csl.json", Files: []string{jsonOf(strings.Replace(good, `"remarks":null`, `"source_list_url":"x"`, 1), pairs[1].result, pairs[2].result)},
		Foreign: []string{
			header + rows[0], `{"results":[]}`, `{"entities":[{"source":"","name":"","alt_names":[],"source_list_url":""}]}`,
			`{"name":"A","alt_names":[],"source":"x","source_list_url":"y"}` + "\n",
		},
		Malformed: []listtest.Case{
			listtest.Bad("byte-order mark", "\ufeff"+jsonOf(good), 1, nil, ""),
			listtest.Bad("no id", jsonOf(`{"name":"X"}`, good), 1, []string{"csl.json:3: _id is empty"}, ""),
			listtest.Bad("no object", jsonOf(`7`, `"x"`, `null`, good), 1, []string{"csl.json:3: the result is no object", "csl.json:4: the result is no object", "csl.json:5: the result is no object"}, ""),
			listtest.Bad("the answer to a search", strings.Replace(jsonOf(good), `"total":1`, `"total":1234`, 1), 1, []string{"csl.json: it says that it has 1234 results and has 1: it may be the answer to a search, not the list"}, ""),
			listtest.Bad("too long", jsonOf(good, `{"id":"1","remarks":"`+strings.Repeat("x", 3*maxResult)+`"}`), 1, nil, "longer or deeper"),
			listtest.Bad("damaged", jsonOf(good, `{"id":"1",}`, good), 1, nil, "invalid character"),
			listtest.Bad("no results", `{"total":0}`, 0, nil, "no results in it"),
			listtest.Bad("an array", "["+good+"]", 0, nil, "want {, got ["),
			listtest.Bad("results are an object", `{"results":{}}`, 0, nil, "want [, got {"),
			listtest.Bad("something behind", jsonOf(good)+"{}", 1, nil, "something stands behind the end"),
			listtest.Bad("empty", "", 0, nil, "the file is empty"),
		},
	}
}

func TestFormatJSON(t *testing.T) { listtest.Run(t, Formats()[1], fixtureJSON()) }

func FuzzFormatJSON(f *testing.F) { listtest.Run(f, Formats()[1], fixtureJSON()) }

func TestCSVAndJSONAgree(t *testing.T) {
	csvText, results := header, []string{}
	for _, p := range pairs {
		csvText, results = csvText+p.row, append(results, p.result)
	}
	var want []enduse.Entity
	for e, err := range Read(strings.NewReader(csvText), "csl.csv") {
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, e)
	}
	got, faults, fatal := collectJSON(t, jsonOf(results...))
	if len(got) != len(pairs) || len(want) != len(pairs) || len(faults) > 0 || fatal != nil {
		t.Fatalf("%d and %d entities, %q, %v", len(want), len(got), faults, fatal)
	}
	var golden bytes.Buffer
	for i := range got {
		golden.Write(append(must(json.Marshal(got[i])), '\n'))
		got[i].Record, want[i].Record = "", ""
		if j, c := must(json.Marshal(got[i])), must(json.Marshal(want[i])); !bytes.Equal(j, c) {
			t.Errorf("JSON %s\nCSV  %s", j, c)
		}
	}
	testkit.Golden(t, "json.jsonl", golden.Bytes())
}

func TestUnknownMembersAreKept(t *testing.T) {
	got, faults, fatal := collectJSON(t, jsonOf(`{"id":"1","source":"`+el+`","name":"X","country":"TH","shoe_size":44,"measures":{"b":true,"a":["x","y"]},"addresses":[{"city":"Bangkok","country":"TH","floor":"3"}]}`))
	if len(got) != 1 || len(faults) > 0 || fatal != nil {
		t.Fatalf("%d entities, %q, %v", len(got), faults, fatal)
	}
	want := []enduse.Unread{{Field: "measures", Text: "a: x; y, b: true"}, {Field: "shoe_size", Text: "44"}}
	if e := got[0]; !slices.Equal(e.Unread, want) || !slices.Equal(e.Countries, []enduse.Country{"TH"}) || e.Addresses[0].Text != "Bangkok, TH, floor: 3" {
		t.Errorf("got %+v", e)
	}
}

// TestOtherJSONIsNotTheList: third parties pack the list in their own ways.
func TestOtherJSONIsNotTheList(t *testing.T) {
	for _, name := range []string{"screening-list.json", "csl_2026-07-31_flat.jsonl"} {
		raw, err := os.ReadFile(testkit.Data(t, "us_csl_ccl", name))
		if err != nil {
			t.Fatal(err)
		}
		if detectJSON(list.Head{Name: name, Bytes: raw[:min(len(raw), 64<<10)]}) {
			t.Errorf("%s is taken for the list", name)
		}
	}
}
