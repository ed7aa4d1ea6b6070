package advanced_test

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/list/ofac/advanced"
	"github.com/enduse/enduse/internal/testkit"
)

func opener(text string) advanced.Open {
	return func() (io.ReadCloser, string, error) { return io.NopCloser(strings.NewReader(text)), "adv.xml", nil }
}

// collect returns the entities as JSON lines, the faults and warnings as text,
// and the fatal error.
func collect(t testing.TB, text string, source enduse.SourceID) (entities, faults []string, fatal error) {
	t.Helper()
	all, faults, fatal := listtest.Collect(t, advanced.Read(opener(text), source))
	return listtest.Lines(t, all), faults, fatal
}

func TestGolden(t *testing.T) {
	for name, c := range map[string]struct {
		source enduse.SourceID
		text   string
	}{
		"cons.jsonl": {"ofac-cons", document(alShanti(), sberbank())},
		"sdn.jsonl":  {"ofac-sdn", document(exampleVessel(), examplePerson())},
	} {
		got, faults, fatal := collect(t, c.text, c.source)
		if len(faults) > 0 || fatal != nil {
			t.Errorf("%s: faults %q, %v", name, faults, fatal)
		}
		testkit.Golden(t, name, []byte(strings.Join(got, "\n")+"\n"))
	}
}

// TestNothingIsDropped holds what the format does not have, or what its tables
// lack, against what is unread.
func TestNothingIsDropped(t *testing.T) {
	for e, err := range advanced.Read(opener(document(examplePerson())), "ofac-sdn") {
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, u := range e.Unread {
			got[u.Field] = true
		}
		for _, field := range []string{"Profile/FavouriteColour", "FeatureType", "AliasType", "Script", "Birthdate", "DocumentDate"} {
			if !got[field] {
				t.Errorf("%s is not among the unread: %v", field, e.Unread)
			}
		}
	}
}

func TestMalformed(t *testing.T) {
	whole := document(alShanti())
	for _, c := range []struct {
		name, text string
		entities   int
		faults     []string
		fatal      string
	}{
		{"no number", document(strings.Replace(alShanti(), `FixedRef="9641"`, `FixedRef="x"`, 1)), 0, []string{`adv.xml:41: FixedRef: "x" is not a party's number`}, ""},
		{"twice", document(alShanti(), alShanti()), 1, []string{"adv.xml:42: id: ofac-cons:9641 stands already at line 41"}, ""},
		{"too long", document(strings.Replace(alShanti(), "Jabalia", strings.Repeat("Jabalia ", 600000), 1), sberbank()), 1, []string{"adv.xml:41: " + list.ErrTooLong.Error()}, ""},
		{"another party", document("<IndistinctParty/>\n", alShanti()), 1, []string{"adv.xml:41: unknown element IndistinctParty: it was not read"}, ""},
		{"another table", strings.Replace(whole, "<SanctionsEntryLinks/>", "<Weather/>", 1), 1, []string{"adv.xml:54: unknown element Weather: it was not read"}, ""},
		{"another entry", strings.Replace(whole, "<SanctionsEntryLinks/>", "<SanctionsEntryLinks><SanctionsEntryLink/></SanctionsEntryLinks>", 1), 1, []string{"adv.xml:54: unknown element SanctionsEntryLink: it was not read"}, ""},
		{"of another list", document(exampleVessel()), 1, []string{"adv.xml: only 0 of 1 parties stand on the list of ofac-cons: is it another one?"}, ""},
		{"a delta", strings.Replace(whole, `Version="3"`, `Version="3" DeltaBaseVersion="2"`, 1), 0, nil, "the changes since version 2"},
		{"another document", "<html></html>", 0, nil, "unexpected element html, want Sanctions"},
		{"empty", "", 0, nil, "no Sanctions in it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults, fatal := collect(t, c.text, "ofac-cons")
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

// TestTruncatedAnywhere cuts a document at each of its last bytes and at every
// seventh before: an error, and no party before it.
func TestTruncatedAnywhere(t *testing.T) {
	text := document(alShanti())
	end := strings.LastIndex(text, ">")
	for i := range end {
		if i < end-600 && i%7 != 0 {
			continue
		}
		if got, _, fatal := collect(t, text[:i], "ofac-cons"); fatal == nil || len(got) > 0 {
			t.Fatalf("cut at byte %d: %d parties and %v: ...%q", i, len(got), fatal, text[max(0, i-30):i])
		}
	}
}

func TestFileThatCannotBeOpened(t *testing.T) {
	for fails := range 3 {
		n := 0
		open := func() (io.ReadCloser, string, error) {
			if n++; n > fails {
				return nil, "adv.xml", os.ErrPermission
			}
			return opener(document(alShanti()))()
		}
		var errs []error
		for _, err := range advanced.Read(open, "ofac-cons") {
			errs = append(errs, err)
		}
		if len(errs) != 1 || !errors.Is(errs[0], os.ErrPermission) {
			t.Errorf("at opening %d: %v", fails+1, errs)
		}
	}
}

func TestFormats(t *testing.T) {
	programmes := "<SanctionsProgramValues>"
	for i := range 40 {
		programmes += fmt.Sprintf(`<SanctionsProgram ID="%d">PROGRAMME%d</SanctionsProgram>`, i, i)
	}
	large := strings.Replace(document(exampleVessel()), "<SanctionsProgramValues>", programmes, 1)
	small := document(alShanti())
	before0, _, _ := strings.Cut(small, "<SanctionsProgramValues>")
	for _, c := range []struct{ name, text, want string }{
		{"x.xml", small, "ofac-cons-advanced cons_advanced.xml"},
		{"x.xml", large, "ofac-sdn-advanced sdn_advanced.xml"},
		{"SDN_ADVANCED.XML", large, "ofac-sdn-advanced sdn_advanced.xml"},
		{"cons_advanced.xml", before0, "ofac-cons-advanced cons_advanced.xml"},
		{"sdn_advanced.xml", before0, "ofac-sdn-advanced sdn_advanced.xml"},
		{"x.xml", "<Sanctions/>", ""},
		{"x.xml", "<sdnList/>", ""},
		{"x.csv", "1,2\n", ""},
	} {
		got := ""
		for _, f := range advanced.Formats() {
			if role := f.Detect(list.Head{Name: c.name, Bytes: []byte(c.text)}); role != "" {
				got += f.ID + " " + role
			}
		}
		if got != c.want {
			t.Errorf("%s %.40q: got %q, want %q", c.name, c.text, got, c.want)
		}
	}
	f := advanced.Formats()[1]
	set := listtest.Set("c.xml", "cons_advanced.xml", small)
	if d := f.Published(set); d == nil || *d != enduse.Day(2020, 3, 17) {
		t.Errorf("published %v, want 2020-03-17", d)
	}
	if n := listtest.Count(t, f, set); n != 1 {
		t.Errorf("%d entities, want 1", n)
	}
}

func TestRealList(t *testing.T) {
	path := testkit.Data(t, "ofac", "cons_advanced_2020-03-17.xml")
	open := func() (io.ReadCloser, string, error) {
		f, err := os.Open(path)
		return f, filepath.Base(path), err
	}
	schemas, lists, unread, interests := map[enduse.Schema]int{}, map[enduse.ListID]int{}, map[string]int{}, 0
	ids, weak, addresses, undated := 0, 0, 0, 0
	for e, err := range advanced.Read(open, "ofac-cons") {
		if err != nil {
			t.Fatal(err)
		}
		schemas[e.Schema]++
		interests += len(e.Interests)
		ids += len(e.Identifiers)
		addresses += len(e.Addresses)
		for _, d := range e.Designations {
			lists[d.List]++
			if d.Since == nil {
				undated++
			}
		}
		for _, n := range e.Names {
			if n.Kind == enduse.NameWeakAlias {
				weak++
			}
		}
		for _, u := range e.Unread {
			unread[u.Field]++
			t.Log(e.ID, u)
		}
	}
	if !maps.Equal(schemas, map[enduse.Schema]int{enduse.SchemaPerson: 82, enduse.SchemaCompany: 293}) {
		t.Errorf("got %v, want 82 persons and 293 companies", schemas)
	}
	if interests != 276 || undated > 0 {
		t.Errorf("%d interests, want 276; %d designations without a date", interests, undated)
	}
	if len(unread) > 0 {
		t.Errorf("unread: %v", unread)
	}
	t.Log(lists, ids, "identifiers", weak, "weak aliases", addresses, "addresses")
}

// TestMemory reads a list of many parties and holds what is left in memory
// against the bytes of the file.
func TestMemory(t *testing.T) {
	var b strings.Builder
	for i := range 4000 {
		b.WriteString(strings.Replace(strings.Replace(sberbank(), "17018", strconv.Itoa(100000+i), 1), "8762", strconv.Itoa(i), 1))
	}
	text := document(b.String())
	var before, during runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n := 0
	for _, err := range advanced.Read(opener(text), "ofac-sdn") {
		if err != nil {
			if _, ok := errors.AsType[*list.Warning](err); !ok {
				t.Fatal(err)
			}
			continue
		}
		if n++; n == 3000 {
			runtime.GC()
			runtime.ReadMemStats(&during)
		}
	}
	if grew := int64(during.HeapAlloc) - int64(before.HeapAlloc); n != 4000 || grew > int64(len(text))/2 {
		t.Errorf("%d parties; memory grew by %d bytes for a file of %d", n, grew, len(text))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(document(alShanti()))
	f.Add(document(examplePerson()))
	f.Add("<Sanctions><DistinctParties><DistinctParty FixedRef='1'>")
	f.Fuzz(func(t *testing.T, text string) {
		n, fatal := 0, false
		for e, err := range advanced.Read(opener(text), "ofac-cons") {
			var bad *enduse.RecordError
			var warn *list.Warning
			if n++; n > 2*len(text)+1 || fatal {
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
		for _, f := range advanced.Formats() {
			f.Detect(list.Head{Name: "f.xml", Bytes: []byte(text)})
		}
	})
}

func ExampleRead() {
	open := func() (io.ReadCloser, string, error) {
		return io.NopCloser(strings.NewReader(document(alShanti()))), "cons_advanced.xml", nil
	}
	for e, err := range advanced.Read(open, "ofac-cons") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Caption(), e.BirthDates, e.Designations[0].List, e.Designations[0].Since)
	}
	// Output: ofac-cons:9641 AL-SHANTI, Jamileh Abdullah [1955] ofac-plc 2006-04-12
}
