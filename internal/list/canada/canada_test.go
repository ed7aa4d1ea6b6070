package canada

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

const (
	head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + "\n"
	tail = `</data-set>` + "\n"
)

// The records are of nobody: the form is the list's, the content is not.
var sample = []string{
	recordOf("Country", "Russia / Russie", "LastName", "Examplov", "GivenName", "Ivan Ivanovich", "Aliases", "Иван Иванович Экземплов; Vanya; Ivan Exemplov or Ivan Egzamplov", "DateOfBirthOrShipBuildDate", "1970-04", "Schedule", "1, Part 1.1", "Item", "7", "DateOfListing", "2024-02-21"),
	recordOf("Country", "Russia / Russie", "EntityOrShip", "Example Design Bureau/Bureau d'études Example", "Aliases", "Example Ministry of Science, research and sport, EDB, JSC, Russian\u00a0: ООО «Пример»", "Schedule", "1,Part 3", "Item", "2", "DateOfListing", "2024-02-21"),
	recordOf("Country", "Russia / Russie", "EntityOrShip", "Example Tanker", "TitleOrShip", "Oil Tanker", "ShipIMONumber", "0000012", "DateOfBirthOrShipBuildDate", "1999", "Schedule", "1.1", "Item", "3", "DateOfListing", "2025-02-21"),
	recordOf("Country", "Russia / Russie", "EntityOrShip", "Example Bank", "Schedule", "2", "Item", "4", "DateOfListing", "2014-08-06"),
	recordOf("Country", "Syria / Syrie", "TitleOrShip", "Major General/major-général", "LastName", "Example\u00a0", "Schedule", "Part 2", "Item", "74", "DateOfListing", "2011-12-23"),
	recordOf("Country", "Venezuela ", "LastName", "Example", "GivenName", "Juan ", "DateOfBirthOrShipBuildDate", "1965-07-15 OR 1969-09-28", "Item", "117", "DateOfListing", "2025-01-10"),
	recordOf("Country", "Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR) / Règlement relatif à la justice pour les victimes de dirigeants étrangers corrompus (RJVDEC)", "LastName", "Example", "GivenName", "Ann", "DateOfBirthOrShipBuildDate", "1963-1964", "Item", "1", "DateOfListing", "2017-11-03"),
	recordOf("Country", "Atlantis / Atlantide", "LastName", "Example", "GivenName", "Ben", "DateOfBirthOrShipBuildDate", "long ago", "Schedule", "9", "Item", "1", "DateOfListing", "soon", "ShoeSize", "44"),
}

// recordOf writes a record of element, text pairs.
func recordOf(pairs ...string) string {
	var b strings.Builder
	b.WriteString("\t<record>\n")
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&b, "\t\t<%s>%s</%[1]s>\n", pairs[i], pairs[i+1])
	}
	b.WriteString("\t</record>\n")
	return b.String()
}

func document(records ...string) string { return head + strings.Join(records, "") + tail }

// fixture is the list of a few records.
var fixture = listtest.Fixture{
	Golden: "sema.jsonl", Name: "sema.xml", Files: []string{document(sample...)},
	Foreign: []string{head + tail, "<CONSOLIDATED_LIST><DateOfListing>", "{\"data-set\": \"<DateOfListing>\"}", strings.Repeat("<a>", 100) + "<DateOfListing>x"},
	Malformed: []listtest.Case{
		listtest.Bad("an item twice", document(sample[0], sample[0], sample[1]), 2, []string{"sema.xml:13: id: ca-sema:russia/1-part-1.1/7 stands already at line 3"}, ""),
		listtest.Bad("no item", document(strings.Replace(sample[0], "<Item>7</Item>", "", 1), sample[1]), 1, []string{"sema.xml:3: the element Country or Item is missing"}, ""),
		listtest.Bad("no name", document(strings.Replace(sample[3], "Example Bank", "", 1), sample[1]), 1, []string{"sema.xml:3: entity ca-sema:russia/2/4: neither name, address nor identifier"}, ""),
		listtest.Bad("another element", document("<note>x</note>", sample[1]), 1, []string{"sema.xml:3: unknown element note: it was not read"}, ""),
		listtest.Bad("too long", document(recordOf("Aliases", strings.Repeat("x", records.MaxRecord)), sample[1]), 1, []string{"sema.xml:3: longer or deeper than any real record"}, ""),
		listtest.Bad("another document", "<list></list>", 0, nil, "sema.xml:1: unexpected element list, want data-set"),
		listtest.Bad("empty", "", 0, nil, "sema.xml:1: no data-set in it"),
		listtest.Bad("cut", head+sample[0], 1, nil, "sema.xml:13: XML syntax error on line 13: unexpected EOF"),
		listtest.Bad("broken", head+sample[0]+"<record><Item></record>"+tail, 1, nil, "sema.xml:13: XML syntax error on line 13: element <Item> closed by </record>"),
	},
}

func TestFormat(t *testing.T) { listtest.Run(t, Format(), fixture) }

func FuzzFormat(f *testing.F) { listtest.Run(f, Format(), fixture) }

func TestAliases(t *testing.T) {
	for _, c := range []struct {
		text   string
		person bool
		want   []string // weak ones with a question mark
	}{
		{"Иван Экземплов", true, []string{"Иван Экземплов"}},
		{"Izo", true, []string{"Izo"}},
		{"Sergei, Serhii EXAMPLENKO", true, []string{"Sergei?", "Serhii EXAMPLENKO"}},
		{"Ann Example; Ann Egzampl, Belarusian: Ганна Прыклад", true, []string{"Ann Example", "Ann Egzampl", "Ганна Прыклад"}},
		{"Анна Пример / Ганна Приклад", true, []string{"Анна Пример", "Ганна Приклад"}},
		{"(Анна Пример", true, []string{"Анна Пример"}},
		{"Nikolay or Nikolai / Examplevich", true, []string{"Nikolay or Nikolai / Examplevich"}},
		{"Example Oleg, Приклад Олег and Пример Олег", true, []string{"Example Oleg", "Приклад Олег", "Пример Олег"}},
		{"Example Name \nArabic: اسم", true, []string{"Example Name", "اسم?"}},
		{"Example Co. Ltd. and Example for Business Co. Ltd.", false, []string{"Example Co. Ltd. and Example for Business Co. Ltd."}},
		{"Example Works, Example Co., Ltd., EW", false, []string{"Example Works", "Example Co., Ltd.", "EW"}},
		{"Ministry of Education, science and sport", false, []string{"Ministry of Education, science and sport"}},
		{"Example One, Two; Example Three", false, []string{"Example One, Two", "Example Three"}},
		{"Example (One, Two), Three", false, []string{"Example (One, Two)", "Three"}},
		{"Минпример или МП", false, []string{"Минпример", "МП"}},
		{"Example A/S", false, []string{"Example A/S"}},
		{"OOO", false, []string{"OOO?"}},
		{" ; ,", false, nil},
		{"", true, nil},
	} {
		var got []string
		for _, n := range aliases(c.text, c.person) {
			if n.Kind == enduse.NameWeakAlias {
				n.Text += "?"
			}
			got = append(got, n.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSchedules(t *testing.T) {
	for _, c := range []struct {
		country, schedule string
		want              []enduse.Measure
		known             bool
	}{
		{"Russia", "1, Part 1.1", []enduse.Measure{enduse.MeasureAssetFreeze}, true},
		{"Russia", "1.1", []enduse.Measure{enduse.MeasureVesselPort, enduse.MeasureServices}, true},
		{"Russia", "2", []enduse.Measure{enduse.MeasureDebtEquity}, true},
		{"Russia", "3", []enduse.Measure{enduse.MeasureDebtEquity}, true},
		{"Russia", "7", []enduse.Measure{enduse.MeasureAssetFreeze}, false},
		{"Belarus", "1.1", []enduse.Measure{enduse.MeasureAssetFreeze}, false},
		{"Haiti", "Part 3", []enduse.Measure{enduse.MeasureAssetFreeze}, true},
		{"Zimbabwe", "", []enduse.Measure{enduse.MeasureAssetFreeze}, true},
	} {
		r, _ := regimeOf(c.country)
		got, known := scheduleOf(r, c.schedule)
		if !slices.Equal(got.measures, c.want) || known != c.known {
			t.Errorf("%s %q: got %v, %v; want %v, %v", c.country, c.schedule, got.measures, known, c.want, c.known)
		}
	}
}

func TestRealList(t *testing.T) {
	file, err := os.Open(testkit.Data(t, "canada", "sema-lmes_2025.xml"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	bySchema, byMeasure, unread, born, names := map[enduse.Schema]int{}, map[enduse.Measure]int{}, []string{}, 0, 0
	for e, err := range Read(file, filepath.Base(file.Name())) {
		if err != nil {
			t.Fatal(err)
		}
		bySchema[e.Schema]++
		for _, m := range e.Measures() {
			byMeasure[m]++
		}
		for _, u := range e.Unread {
			unread = append(unread, u.Field+"="+u.Text)
		}
		born += len(e.BirthDates)
		names += len(e.Names)
		if e.Designations[0].Since == nil {
			t.Errorf("%s: no date of listing", e.ID)
		}
	}
	// 4,759 records: 3,334 with LastName, 1,425 with EntityOrShip, 109 of these ships.
	if want := (map[enduse.Schema]int{"person": 3334, "organization": 1316, "vessel": 109}); !maps.Equal(bySchema, want) {
		t.Errorf("got %v, want %v", bySchema, want)
	}
	if want := (map[enduse.Measure]int{"asset_freeze": 4646, "vessel_port": 109, "services": 109, "debt_equity": 4}); !maps.Equal(byMeasure, want) {
		t.Errorf("got %v, want %v", byMeasure, want)
	}
	if want := []string{"DateOfBirthOrShipBuildDate=Sep-99", "DateOfBirthOrShipBuildDate=born in the early 1970s"}; !slices.Equal(unread, want) {
		t.Errorf("unread %q, want %q", unread, want)
	}
	// 1,825 dates: 109 of ships, two unread, three of two days each.
	if born != 1825-109-2+3 {
		t.Errorf("%d dates of birth, want %d", born, 1825-109-2+3)
	}
	if names < 4759+2877 {
		t.Errorf("%d names of 4,759 parties, 2,877 of them with aliases", names)
	}
}

func FuzzAliases(f *testing.F) {
	f.Add("Ann, Анна; Ann Example / Анна Пример or Ann Egzampl, Russian: Анна", true)
	f.Fuzz(func(t *testing.T, text string, person bool) {
		for _, n := range aliases(text, person) {
			if n.Text == "" || len(n.Text) > len(text) {
				t.Errorf("%q gave %q", text, n.Text)
			}
		}
	})
}

func ExampleRead() {
	for e, err := range Read(strings.NewReader(document(sample[0], sample[2])), "sema-lmes.xml") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Caption(), e.Measures())
		fmt.Println(e.Designations[0].Basis)
	}
	// Output:
	// ca-sema:russia/1-part-1.1/7 Ivan Ivanovich Examplov [asset_freeze]
	// Special Economic Measures (Russia) Regulations (SOR/2014-58), Schedule 1, Part 1.1, item 7
	// ca-sema:russia/1.1/3 Example Tanker [vessel_port services]
	// Special Economic Measures (Russia) Regulations (SOR/2014-58), Schedule 1.1, item 3 (s. 3.04)
}
