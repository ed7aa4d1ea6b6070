package bis

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/testkit"
)

const header = `"Name"	"Street_Address"	"City"	"State"	"Country"	"Postal_Code"	"Effective_Date"	"Expiration_Date"	"Standard_Order"	"Last_Update"	"Action"	"FR_Citation"` + "\n"

// Rows of the official list of June 2019, typed by hand.
var sample = []string{
	`" ADRIAN MANUEL HERNANDEZ"	"3037 S. 69TH DRIVE"	"PHONEIX"	"AZ"	""	"85043"	"10/16/2017"	"10/13/2020"	"Y"	"2017-10-23"	"FR NOTICE ADDED"	"82 F.R. 48792 10/20/2017"` + "\n",
	`"ABDULAH AL NASSER"	"605 TRAIL LAKE DRIVE"	"RICHARDSON"	"TX"	"US"	"75081"	"03/04/2002"	"06/29/2056"	"Y"	"2006-07-11"	"50 YEAR DENIAL"	"67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02 71 F.R. 38843 7/10/06"` + "\n",
	`"ABDULAH AL NASSER"	"908 AUDELIA ROAD, SUIE 200, PMB #245"	"RICHARDSON"	"TX"	"US"	"75081"	"03/04/2002"	"06/29/2056"	"Y"	"2006-07-11"	"50 YEAR DENIAL"	"67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02"` + "\n",
	`"DAQING ZHOU"	"MANTEN ELECTRONICS INC, BEIJING OFFICE, SUITE 2-4-501, 2ND AREA CHERRY GARDEN, LI QIAO TOWN, SHUN YI"	"BEIJING"	""	"CN"	"101300"	"11/09/2006"	"11/09/2026"	"Y"	"2006-11-09"	"20 YEAR DENIAL"	"71 F.R. 65775 11/9/06"` + "\n",
	`"DAQING ZHOU"	"MANTEN ELECTRONICS INC, BEIJING OFFICE, SUITE 2-4-501, 2ND AREA CHERRY GARDEN, LI QIAO TOWN, SHUN YI"	"BEIJING"	""	"CN"	"101300"	"11/09/2006"	"11/09/2026"	"Y"	"2006-11-09"	"20 YEAR DENIAL"	"71 F.R. 65775 11/9/06"` + "\n",
}

// rowOf writes cells as the list does.
func rowOf(cells ...string) string {
	for i, c := range cells {
		cells[i] = `"` + c + `"`
	}
	return strings.Join(cells, "\t") + "\n"
}

func collect(t testing.TB, text string) ([]enduse.Entity, []string) {
	t.Helper()
	return listtest.All(t, Read(strings.NewReader(text), "dpl.txt"))
}

// fixture is the list of a few rows.
var fixture = listtest.Fixture{
	Golden: "dpl.jsonl", Name: "dpl.txt", Files: []string{header + strings.Join(sample, "")},
	Foreign: []string{"Name\tCity\nA\tB\n", "name,source\nA,B", "# about Name and City"},
	Malformed: []listtest.Case{
		listtest.Bad("a cell too few", header+rowOf("X", "Y")+sample[1], 1, []string{"dpl.txt:2: the row has 2 cells, the header has 12"}, ""),
		listtest.Bad("a quote not closed", header+strings.TrimSuffix(sample[0], "\"\n")+"\n"+sample[1], 1, []string{`dpl.txt:2: cell 12: a quote is opened and not closed`}, ""),
		listtest.Bad("no name", header+strings.Replace(sample[0], " ADRIAN MANUEL HERNANDEZ", "", 1)+sample[1], 1, []string{"dpl.txt:2: the column Name is empty"}, ""),
		listtest.Bad("another table", "Name\tCity\nA\tB\n", 0, nil, "dpl.txt: the header of the Denied Persons List is not in it"),
		listtest.Bad("empty", "", 0, nil, "dpl.txt: the header of the Denied Persons List is not in it"),
	},
}

func TestFormat(t *testing.T) { listtest.Run(t, Format(), fixture) }

func FuzzFormat(f *testing.F) { listtest.Run(f, Format(), fixture) }

func TestIDsDoNotDependOnTheOrder(t *testing.T) {
	ids := func(rows []string) (out []string) {
		got, _ := collect(t, header+strings.Join(rows, ""))
		for _, e := range got {
			out = append(out, string(e.ID))
		}
		slices.Sort(out)
		return out
	}
	back := slices.Clone(sample)
	slices.Reverse(back)
	want := ids(sample)
	if got := ids(back); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(slices.Compact(want)); n != 4 {
		t.Errorf("%d distinct ids of five rows, one of them twice", n)
	}
}

func TestAnExpiredOrderIsKept(t *testing.T) {
	got, _ := collect(t, header+sample[0])
	for day, want := range map[string]bool{"2017-10-15": false, "2017-10-16": true, "2020-10-13": true, "2020-10-14": false} {
		d, err := enduse.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		if got[0].InForce(d) != want {
			t.Errorf("%s: in force %v, want %v", day, !want, want)
		}
	}
}

func TestWhatIsNotKnownIsKept(t *testing.T) {
	wide := strings.TrimSpace(header) + "\t\"Shoe_Size\"\n"
	got, faults := collect(t, wide+rowOf("X", "1 STREET", "TOWN", "RS", "Atlantis", "", "13/13/2020", "", "MAYBE", "", "", "", "44"))
	if len(got) != 1 || len(faults) > 0 {
		t.Fatalf("%d entities, faults %q", len(got), faults)
	}
	want := []enduse.Unread{{Field: "Country", Text: "Atlantis"}, {Field: "Effective_Date", Text: "13/13/2020"}, {Field: "Standard_Order", Text: "MAYBE"}, {Field: "Shoe_Size", Text: "44"}}
	if !slices.Equal(got[0].Unread, want) {
		t.Errorf("got %+v, want %+v", got[0].Unread, want)
	}
	if d := got[0].Designations[0]; d.Basis != legalBasis || d.Since != nil || d.Until != nil {
		t.Errorf("got %+v", d)
	}
}

func TestRealList(t *testing.T) {
	file, err := os.Open(testkit.Data(t, "us_csl_ccl", "bis_dpl_2019.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	type count struct{ rows, ids, names, unread, ended, endless int }
	var got count
	ids, names, countries := map[enduse.EntityID]bool{}, map[string]bool{}, map[enduse.Country]int{}
	for e, err := range Read(file, filepath.Base(file.Name())) {
		if err != nil {
			t.Fatal(err)
		}
		got.rows++
		ids[e.ID], names[e.Caption()] = true, true
		got.unread += len(e.Unread)
		if !e.InForce(enduse.Day(2026, 8, 1)) {
			got.ended++
		}
		if e.Designations[0].Until == nil {
			got.endless++
		}
		for _, c := range e.Countries {
			countries[c]++
		}
	}
	got.ids, got.names = len(ids), len(names)
	// Three rows stand twice, word for word. One country is "NM".
	want := count{rows: 546, ids: 543, names: 415, unread: 1, ended: 369, endless: 53}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if countries["US"] != 334 || len(countries) != 31 {
		t.Errorf("got %v", slices.Sorted(maps.Keys(countries)))
		t.Errorf("%d in the US, %d countries", countries["US"], len(countries))
	}
}

func ExampleRead() {
	for e, err := range Read(strings.NewReader(header+sample[0]), "dpl.txt") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		d := e.Designations[0]
		fmt.Println(e.Caption(), e.Schema, d.Measures, d.Since, d.Until, e.InForce(enduse.Day(2026, 8, 1)))
	}
	// Output: ADRIAN MANUEL HERNANDEZ legal_entity [export_licence] 2017-10-16 2020-10-13 false
}
