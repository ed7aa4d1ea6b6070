package enhanced_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/list/ofac/enhanced"
)

// fixtures are editions of the SDN list and of the consolidated list.
func fixtures() (sdn, cons listtest.Fixture) {
	published := enduse.Day(2026, 7, 27)
	sdn = listtest.Fixture{
		Golden: "sdn.jsonl", Name: "enh.xml", Files: []string{document("SDN List", exampleVessel, examplePerson)}, Published: &published,
		Foreign: []string{"<sanctionsData>", "<Sanctions/>"},
		Malformed: []listtest.Case{
			listtest.Bad("no number", document("SDN List", strings.Replace(exampleVessel, `id="9999992"`, `id="x"`, 1)), 0, []string{`enh.xml:7: id: "x" is not a party's number`}, ""),
			listtest.Bad("twice", document("SDN List", exampleVessel, exampleVessel), 1, []string{"enh.xml:30: id: ofac-sdn:9999992 stands already at line 7"}, ""),
			listtest.Bad("too long", document("SDN List", strings.Replace(exampleVessel, "EXMP1", strings.Repeat("EXMP1 ", 800000), 1), examplePerson), 1, []string{"enh.xml:7: " + list.ErrTooLong.Error()}, ""),
			listtest.Bad("another section", strings.Replace(document("SDN List", exampleVessel), "<entities>", "<weather><rain/></weather><entities>", 1), 1, []string{"enh.xml:6: unknown element weather: it was not read"}, ""),
			listtest.Bad("another record", document("SDN List", "<event/>", exampleVessel), 1, []string{"enh.xml:7: unknown element event in entities: it was not read"}, ""),
			listtest.Bad("of another list", document("SDN List", abuTeir), 1, []string{"enh.xml: only 0 of 1 parties stand on the list of ofac-sdn: is it another one?"}, ""),
			listtest.Bad("a delta", document("SDN List", strings.Replace(exampleVessel, `id="9999992"`, `id="9999992" action="add"`, 1)), 0, nil, "the file holds changes (add)"),
			listtest.Bad("another document", "<html></html>", 0, nil, "unexpected element html, want sanctionsData"),
			listtest.Bad("empty", "", 0, nil, "no sanctionsData in it"),
		},
	}
	cons = listtest.Fixture{Golden: "cons.jsonl", Name: "enh.xml", Files: []string{document("Consolidated List", abuTeir)}, Published: &published}
	return sdn, cons
}

func TestFormat(t *testing.T) {
	sdn, cons := fixtures()
	listtest.Run(t, enhanced.Formats()[0], sdn)
	listtest.Run(t, enhanced.Formats()[1], cons)
}

func FuzzFormat(f *testing.F) {
	sdn, _ := fixtures()
	listtest.Run(f, enhanced.Formats()[0], sdn)
}

func TestNothingIsDropped(t *testing.T) {
	for e, err := range enhanced.Read(strings.NewReader(document("SDN List", examplePerson)), "enh.xml", "ofac-sdn") {
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, u := range e.Unread {
			got[u.Field] = true
		}
		for _, field := range []string{
			"generalInfo/shoeSize", "sanctionsList/datePublished", "list", "sanctions_type", "addressPart ORBIT",
			"Star Sign", "identityDocument/stamp", "protectiveOrders",
		} {
			if !got[field] {
				t.Errorf("%s is not among the unread: %v", field, e.Unread)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	delta := strings.Replace(document("SDN List", exampleVessel), namespace, "https://www.treasury.gov/ofac/DeltaFile/1.0", 1)
	cut := document("Consolidated List", abuTeir)
	for _, c := range []struct{ name, text, want string }{
		{"x.xml", document("SDN List", exampleVessel), "ofac-sdn-enhanced sdn_enhanced.xml"},
		{"x.xml", cut[:len(cut)-80], "ofac-cons-enhanced cons_enhanced.xml"},
		{"x.xml", document("CAPTA List"), "ofac-cons-enhanced cons_enhanced.xml"},
		{"CONS_ENHANCED.XML", `<sanctionsData><publicationInfo/>`, "ofac-cons-enhanced cons_enhanced.xml"},
		{"x.xml", `<sanctionsData><publicationInfo/>`, "ofac-sdn-enhanced sdn_enhanced.xml"},
		{"delta.xml", delta, ""},
		{"x.xml", "<sanctionsData>", ""},
		{"x.xml", "<Sanctions/>", ""},
		{"x", "", ""},
	} {
		got := ""
		for _, f := range enhanced.Formats() {
			if !f.FixtureOnly {
				t.Error(f.ID, "does not say that it was tried on fixtures only")
			}
			if role := f.Detect(list.Head{Name: c.name, Bytes: []byte(c.text)}); role != "" {
				got += f.ID + " " + role
			}
		}
		if got != c.want {
			t.Errorf("%s %.60q: got %q, want %q", c.name, c.text, got, c.want)
		}
	}
	f := enhanced.Formats()[0]
	set := listtest.Set("e.xml", "sdn_enhanced.xml", document("SDN List", exampleVessel))
	if d := f.Published(set); d == nil || *d != enduse.Day(2026, 7, 27) {
		t.Errorf("published %v, want 2026-07-27", d)
	}
	if n := listtest.Count(t, f, set); n != 1 {
		t.Errorf("%d entities, want 1", n)
	}
}

func ExampleRead() {
	file := strings.NewReader(document("Consolidated List", abuTeir))
	for e, err := range enhanced.Read(file, "cons_enhanced.xml", "ofac-cons") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Caption(), e.BirthDates, e.Designations[0].List, e.Designations[0].Since)
	}
	// Output: ofac-cons:9640 ABU TEIR, Mohammed [1951] ofac-plc 2006-04-12
}
