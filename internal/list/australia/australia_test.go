package australia

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/testkit"
)

var header = []any{
	"Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth", "Place of Birth", "Citizenship",
	"Address", "Additional Information", "Listing Information", "IMO Number", "Committees", "Control Date", "Instrument of Designation",
	"Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction",
}

const instrument = "Autonomous Sanctions (Example) Instrument 2024"

// The parties are nobody: the form is the list's, the content is not.
var sample = [][]any{
	{2, "EXAMPLE PERSON ONE", "Individual", "Primary Name", nil, "Approximately 1963, 30/01/1972", "a) Kabul, Afghanistan b) Example Village, Example District, Pakistan", "Afghanistan;Germany", "Street 1, Kabul 1001 Afghanistan", "XXi.001. Example of a remark.", "Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)", nil, "1988 (Example)", "2026-03-10", instrument, true, true, true, false},
	{"2a", "Example P. One", "Individual", "Alias", "Strong", 1965, "a) Kabul, Afghanistan  b) Example Village, Example District, Pakistan", "Afghanistan;Germany", "Street 1, Kabul 1001 Afghanistan", "XXi.001.  Example of a remark.", "Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)", nil, "1988 (Example)", "2026-03-10", instrument, true, true, true, false},
	{"2b", "The One", "Individual", "Alias", "Weak", nil, nil, nil, nil, nil, nil, nil, "1988 (Example)", nil, nil, true, true, true, false},
	{"2c", "مثال", "Individual", "Original Script", nil, nil, nil, nil, nil, nil, nil, nil, "1988 (Example)", nil, nil, true, true, true, false},
	{3, "Example Works", "Entity", "Primary Name", nil, nil, nil, nil, "Example Street 5, Moscow, 111033, Russia; Example Street 6, Kurgan, Kurgan Region 640007 Russia (previous address)", "Company identification number: 1000000000000", instrument, nil, "Autonomous (Example)", "2024-02-24", instrument, true, false, false, false},
	{4, "EXAMPLE SHIP", "Vessel", "Primary Name", nil, nil, nil, nil, nil, nil, "Designated as a sanctioned vessel in the Autonomous Sanctions (Example) Designation 2025", "0000012", "Autonomous (Vessels)", "2025-06-18", nil, false, false, false, true},
	{5, "Example Ghost", "Ghost", "Nickname", nil, "30/02/1970, long ago", nil, "Atlantis", nil, nil, nil, nil, "Autonomous (Example)", nil, nil, "perhaps", false, false, false},
}

// workbook makes a workbook of rows.
func workbook(t testing.TB, rows ...[]any) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, r := range rows {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func collect(t testing.TB, raw []byte) ([]enduse.Entity, []string) {
	t.Helper()
	return listtest.All(t, Read(bytes.NewReader(raw), "dfat.xlsx"))
}

// fixture is the workbook of a few parties.
func fixture(t testing.TB) listtest.Fixture {
	t.Helper()
	bad := slices.Clone(sample[1])
	bad[0] = "x2"
	noName := slices.Clone(sample[4])
	noName[1], noName[8], noName[9] = nil, nil, nil
	text := func(rows ...[]any) string { return string(workbook(t, rows...)) }
	return listtest.Fixture{
		Golden: "dfat.jsonl", Name: "dfat.xlsx", Files: []string{text(slices.Concat([][]any{header}, sample)...)},
		Foreign: []string{"Reference,Name", text([]any{"Name", "City"}, []any{"A", "B"})},
		Malformed: []listtest.Case{
			listtest.Bad("a reference that is none", text(header, bad, sample[4]), 1, []string{"dfat.xlsx:2: Reference: not a number with letters behind it"}, ""),
			listtest.Bad("no name", text(header, noName, sample[5]), 1, []string{"dfat.xlsx:2: entity au-dfat:3: neither name, address nor identifier"}, ""),
			listtest.Bad("another table", text([]any{"Name", "City"}, []any{"A", "B"}), 0, nil, "the columns of the Consolidated List are not in it"),
			listtest.Bad("no workbook", "PK\x03\x04 and so on", 0, nil, "a broken ZIP or XLSX file"),
			listtest.Bad("empty", "", 0, nil, "the file is empty"),
		},
	}
}

func TestFormat(t *testing.T) { listtest.Run(t, Format(), fixture(t)) }

func FuzzFormat(f *testing.F) { listtest.Run(f, Format(), fixture(f)) }

// TestOrder puts the aliases of a party before it and others between.
func TestOrder(t *testing.T) {
	got, faults := collect(t, workbook(t, header, sample[1], sample[4], sample[2], sample[0], sample[3]))
	if len(got) != 2 || len(faults) > 0 {
		t.Fatalf("%d parties, faults %q", len(got), faults)
	}
	if got[0].Caption() != "EXAMPLE PERSON ONE" || got[0].Names[0].Kind != enduse.NamePrimary || len(got[0].Names) != 4 || got[0].Record != "dfat.xlsx:5" {
		t.Errorf("got %+v", got[0])
	}
}

func TestBirths(t *testing.T) {
	for text, want := range map[string]string{
		"1958":                                  "1958",
		"1958-07-09":                            "1958-07-09",
		"9/07/1958\u00a0":                       "1958-07-09",
		"05/1971, 11/1971":                      "1971-05 1971-11",
		"1962,1963, 5 May 1961":                 "1962 1963 1961-05-05",
		"March 1963":                            "1963-03",
		"Approximately 1963, 1970":              "1963~ 1970",
		"Approximately: Between 1959 and 1965":  "1959~/1965~",
		"01/02/1960 03/04/1961":                 "1960-02-01 1961-04-03",
		"10/061962":                             "1962-06-10",
		"1950,\n11/12/1951":                     "1950 1951-12-11",
		"1960,":                                 "1960",
		"/02/1961, 1980.1981, 31/02/1970, soon": "?/02/1961 ?1980.1981 ?31/02/1970 ?soon",
		"":                                      "",
	} {
		dates, rest := births(text)
		var got []string
		for _, d := range dates {
			got = append(got, d.String())
		}
		for _, r := range rest {
			got = append(got, "?"+r)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
}

func TestSince(t *testing.T) {
	for text, want := range map[string]string{
		"Listed on 2 Sep. 2014 (relisted on 1 Sep. 2017)":                                               "2014-09-02",
		"Listed on: 17 Aug. 2017 (Relisted on 3 Aug. 2020)":                                             "2017-08-17",
		"Listed by the 1737 Committee on 23 December 2006 (amended on 17 December 2014)":                "2006-12-23",
		"Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Relisted in 2024.": "2012-03-02",
		"2013-03-07":                     "2013-03-07",
		"Listed by the 1518 Committee":   "",
		"Relisted on 3 Aug. 2020":        "",
		"An instrument of 2 March 2012":  "",
		"Listed (see on 3 March 2012)":   "",
		"Listed on 31 February 2014 (x)": "",
	} {
		got := ""
		if d := since(text); d != nil {
			got = d.String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestLastCountry(t *testing.T) {
	for text, want := range map[string]enduse.Country{
		"Kabul, Afghanistan":                          "AF",
		"Tripoli, Libya.":                             "LY",
		"Kinshasa, Congo, Democratic Republic of the": "CD",
		"Moscow Region 640007 Russia":                 "RU",
		"63225 Langen, Germany (previous address)":    "DE",
		"Tehran, Iran (Islamic Republic of)":          "IR",
		"Albuquerque, New Mexico":                     "",
		"Sevastopol, Crimea":                          "",
		"United States (detained)":                    "US",
		"":                                            "",
		"((":                                          "",
	} {
		if got := lastCountry(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestDetect(t *testing.T) {
	f := Format()
	roleMain := f.Roles[0].Name
	raw := workbook(t, slices.Concat([][]any{header}, sample)...)
	for _, c := range []struct {
		name, head, want string
	}{
		{"regulation8_consolidated.xlsx", string(raw), roleMain},
		{"dfat_Regulation8_consolidated_2026-08.xlsx", string(raw[:512]), roleMain},
		{"regulation8_consolidated.xlsx", "Reference,Name", ""},
		{"regulation8_consolidated.zip", string(raw), ""},
		{"orders.xlsx", string(raw), ""},
	} {
		if got := f.Detect(list.Head{Name: c.name, Bytes: []byte(c.head)}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if h, err := list.ReadHead("any.xlsx", bytes.NewReader(raw)); err != nil || f.Detect(h) != roleMain {
		t.Errorf("a workbook of another name: %v", err)
	}
	set := listtest.Set("x.xlsx", roleMain, string(raw))
	if n := listtest.Count(t, f, set); n != 4 {
		t.Errorf("%d parties, want 4", n)
	}
	for _, err := range f.Read(nil) {
		if enduse.CodeOf(err) != enduse.CodeNotFound {
			t.Errorf("no file: got %v", err)
		}
	}
}

func TestRealList(t *testing.T) {
	file, err := os.Open(testkit.Data(t, "australia", "dfat_regulation8_consolidated_2026-08.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	type count struct{ parties, since, valid int }
	var got count
	bySchema, byMeasure, byKind := map[enduse.Schema]int{}, map[enduse.Measure]int{}, map[enduse.NameKind]int{}
	var unread []string
	for e, err := range Read(file, filepath.Base(file.Name())) {
		if err != nil {
			t.Fatal(err)
		}
		got.parties++
		bySchema[e.Schema]++
		for _, m := range e.Measures() {
			byMeasure[m]++
		}
		for _, n := range e.Names {
			byKind[n.Kind]++
		}
		for _, id := range e.Identifiers {
			if id.Kind == enduse.IDIMO && id.Check == enduse.CheckValid {
				got.valid++
			}
		}
		for _, u := range e.Unread {
			unread = append(unread, u.Field+"="+u.Text)
		}
		if e.Designations[0].Since != nil {
			got.since++
		}
	}
	// 11,068 rows: 3,846 primary names, 6,767 aliases, 455 in the own script.
	if want := (count{parties: 3846, since: 1346, valid: 261}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if want := (map[enduse.Schema]int{"person": 2543, "organization": 1041, "vessel": 262}); !maps.Equal(bySchema, want) {
		t.Errorf("got %v, want %v", bySchema, want)
	}
	if want := (map[enduse.Measure]int{"asset_freeze": 3573, "travel_ban": 2505, "export_licence": 541, "vessel_port": 262}); !maps.Equal(byMeasure, want) {
		t.Errorf("got %v, want %v", byMeasure, want)
	}
	if want := (map[enduse.NameKind]int{"primary": 3846, "alias": 6316, "weak_alias": 451, "original_script": 455}); !maps.Equal(byKind, want) {
		t.Errorf("got %v, want %v", byKind, want)
	}
	want := []string{"Date of Birth=1980.1981", "Date of Birth=/02/1961", "Date of Birth=7/02/1950/11/1950"}
	if !slices.Equal(unread, want) {
		t.Errorf("unread %q, want %q", unread, want)
	}
}

func FuzzCells(f *testing.F) {
	f.Add("Approximately: Between 1959 and 1965, 10/061962", "a) Kabul, Afghanistan b) X (y)")
	f.Fuzz(func(t *testing.T, birth, address string) {
		dates, _ := births(birth)
		for _, d := range dates {
			if err := d.Validate(); err != nil {
				t.Error(err)
			}
		}
		for _, a := range enumerated(address) {
			if a == "" {
				t.Error("an empty piece")
			}
			_ = place(a)
		}
		_ = since(birth)
	})
}

// A table that somebody has saved as text is read as well.
func ExampleRead() {
	const file = "Reference,Name of Individual or Entity,Type,Name Type,Alias Strength,Date of Birth,Committees,Travel Ban\n" +
		"26,Example Person,Individual,Primary Name,,05/1971,2048 (Example),1\n" +
		"26a,The Example,Individual,Alias,Weak,,2048 (Example),1\n"
	for e, err := range Read(strings.NewReader(file), "regulation8_consolidated.csv") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Caption(), e.Names[1].Kind, e.BirthDates, e.Measures())
	}
	// Output: au-dfat:26 Example Person weak_alias [1971-05] [travel_ban]
}

// TestOtherSheet: a second sheet with content may be a part of the list.
func TestOtherSheet(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(workbook(t, slices.Concat([][]any{header}, sample)...)))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Empty", "More"} {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellStr("More", "A1", "x"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	if got, faults := collect(t, b.Bytes()); len(got) == 0 || !slices.Equal(faults, []string{"dfat.xlsx [More]: the sheet was not read"}) {
		t.Errorf("%d entities, %q", len(got), faults)
	}
	if !listtest.ReportsCut(Read(bytes.NewReader(b.Bytes()), "dfat.xlsx")) {
		t.Error("the edition is not partial")
	}
}
