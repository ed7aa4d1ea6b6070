package enhanced_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/list/ofac/enhanced"
	"github.com/enduse/enduse/internal/testkit"
)

// collect returns the entities as JSON lines, the faults and warnings as text,
// and the fatal error.
func collect(t testing.TB, text string, source enduse.SourceID) (entities, faults []string, fatal error) {
	t.Helper()
	all, faults, fatal := listtest.Collect(t, enhanced.Read(strings.NewReader(text), "enh.xml", source))
	return listtest.Lines(t, all), faults, fatal
}

func TestGolden(t *testing.T) {
	for name, c := range map[string]struct {
		source enduse.SourceID
		text   string
	}{
		"cons.jsonl": {"ofac-cons", document("Consolidated List", abuTeir)},
		"sdn.jsonl":  {"ofac-sdn", document("SDN List", exampleVessel, examplePerson)},
	} {
		got, faults, fatal := collect(t, c.text, c.source)
		if len(faults) > 0 || fatal != nil {
			t.Errorf("%s: faults %q, %v", name, faults, fatal)
		}
		testkit.Golden(t, name, []byte(strings.Join(got, "\n")+"\n"))
	}
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

func TestMalformed(t *testing.T) {
	for _, c := range []struct {
		name, text string
		entities   int
		faults     []string
		fatal      string
	}{
		{"no number", document("SDN List", strings.Replace(exampleVessel, `id="9999992"`, `id="x"`, 1)), 0, []string{`enh.xml:7: id: "x" is not a party's number`}, ""},
		{"twice", document("SDN List", exampleVessel, exampleVessel), 1, []string{"enh.xml:30: id: ofac-sdn:9999992 stands already at line 7"}, ""},
		{"too long", document("SDN List", strings.Replace(exampleVessel, "EXMP1", strings.Repeat("EXMP1 ", 800000), 1), examplePerson), 1, []string{"enh.xml:7: " + list.ErrTooLong.Error()}, ""},
		{"another section", strings.Replace(document("SDN List", exampleVessel), "<entities>", "<weather><rain/></weather><entities>", 1), 1, []string{"enh.xml:6: unknown element weather: it was not read"}, ""},
		{"another record", document("SDN List", "<event/>", exampleVessel), 1, []string{"enh.xml:7: unknown element event in entities: it was not read"}, ""},
		{"of another list", document("SDN List", abuTeir), 1, []string{"enh.xml: only 0 of 1 parties stand on the list of ofac-sdn: is it another one?"}, ""},
		{"a delta", document("SDN List", strings.Replace(exampleVessel, `id="9999992"`, `id="9999992" action="add"`, 1)), 0, nil, "the file holds changes (add)"},
		{"another document", "<html></html>", 0, nil, "unexpected element html, want sanctionsData"},
		{"empty", "", 0, nil, "no sanctionsData in it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults, fatal := collect(t, c.text, "ofac-sdn")
			if len(got) != c.entities || !slices.Equal(faults, c.faults) {
				t.Errorf("%d entities, want %d; faults %q, want %q", len(got), c.entities, faults, c.faults)
			}
			if (fatal != nil) != (c.fatal != "") || fatal != nil && !strings.Contains(fatal.Error(), c.fatal) {
				t.Errorf("fatal: %v, want %q", fatal, c.fatal)
			}
			if fatal != nil && enduse.HintOf(fatal) == "" {
				t.Error("a fatal error without a hint")
			}
		})
	}
}

// TestTruncatedAnywhere cuts a document at every byte: never a shorter list
// that looks whole.
func TestTruncatedAnywhere(t *testing.T) {
	text := document("SDN List", exampleVessel, abuTeir)
	for i := range strings.LastIndex(text, ">") {
		if _, _, fatal := collect(t, text[:i], "ofac-sdn"); fatal == nil {
			t.Fatalf("cut at byte %d, no error: ...%q", i, text[max(0, i-30):i])
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

func FuzzRead(f *testing.F) {
	f.Add(document("SDN List", exampleVessel))
	f.Add(document("SDN List", examplePerson))
	f.Add("<sanctionsData><entities><entity id='1'>")
	f.Fuzz(func(t *testing.T, text string) {
		n, fatal := 0, false
		for e, err := range enhanced.Read(strings.NewReader(text), "f.xml", "ofac-sdn") {
			var bad *enduse.RecordError
			var warn *list.Warning
			if n++; n > len(text)+1 || fatal {
				t.Fatal("more records than bytes, or something after a fatal error")
			}
			switch {
			case err == nil:
				if err := e.Validate(); err != nil {
					t.Error(err)
				}
			case !errors.As(err, &bad) && !errors.As(err, &warn):
				fatal = true
			}
		}
		for _, f := range enhanced.Formats() {
			f.Detect(list.Head{Name: "f.xml", Bytes: []byte(text)})
		}
	})
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
