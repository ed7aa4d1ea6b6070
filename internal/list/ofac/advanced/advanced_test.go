package advanced_test

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/list/ofac/advanced"
	"github.com/enduse/enduse/internal/testkit"
)

func fileOf(text string) list.File {
	return list.File{Name: "adv.xml", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

// fixtures are editions of the SDN list and of the consolidated list.
func fixtures() (sdn, cons listtest.Fixture) {
	whole := document(alShanti())
	published := enduse.Day(2020, 3, 17)
	sdn = listtest.Fixture{Golden: "sdn.jsonl", Name: "adv.xml", Files: []string{large(document(exampleVessel(), examplePerson()))}, Published: &published}
	cons = listtest.Fixture{
		Golden: "cons.jsonl", Name: "adv.xml", Files: []string{document(alShanti(), sberbank())}, Published: &published,
		Foreign: []string{"<Sanctions/>", "<sdnList/>"},
		Malformed: []listtest.Case{
			listtest.Bad("no number", document(strings.Replace(alShanti(), `FixedRef="9641"`, `FixedRef="x"`, 1)), 0, []string{`adv.xml:41: FixedRef: "x" is not a party's number`}, ""),
			listtest.Bad("twice", document(alShanti(), alShanti()), 1, []string{"adv.xml:42: id: ofac-cons:9641 stands already at line 41"}, ""),
			listtest.Bad("too long", document(strings.Replace(alShanti(), "Jabalia", strings.Repeat("Jabalia ", 600000), 1), sberbank()), 1, []string{"adv.xml:41: " + list.ErrTooLong.Error()}, ""),
			listtest.Bad("another party", document("<IndistinctParty/>\n", alShanti()), 1, []string{"adv.xml:41: unknown element IndistinctParty: it was not read"}, ""),
			listtest.Bad("another table", strings.Replace(whole, "<SanctionsEntryLinks/>", "<Weather/>", 1), 1, []string{"adv.xml:54: unknown element Weather: it was not read"}, ""),
			listtest.Bad("another entry", strings.Replace(whole, "<SanctionsEntryLinks/>", "<SanctionsEntryLinks><SanctionsEntryLink/></SanctionsEntryLinks>", 1), 1, []string{"adv.xml:54: unknown element SanctionsEntryLink: it was not read"}, ""),
			listtest.Bad("of another list", document(exampleVessel()), 1, []string{"adv.xml: only 0 of 1 parties stand on the list of ofac-cons: is it another one?"}, ""),
			listtest.Bad("a delta", strings.Replace(whole, `Version="3"`, `Version="3" DeltaBaseVersion="2"`, 1), 0, nil, "the changes since version 2"),
			listtest.Bad("another document", "<html></html>", 0, nil, "unexpected element html, want Sanctions"),
			listtest.Bad("empty", "", 0, nil, "no Sanctions in it"),
		},
	}
	return sdn, cons
}

// large adds as many programmes as only the SDN list has.
func large(text string) string {
	programmes := "<SanctionsProgramValues>"
	for i := range 40 {
		programmes += fmt.Sprintf(`<SanctionsProgram ID="9%d">PROGRAMME%d</SanctionsProgram>`, i, i)
	}
	return strings.Replace(text, "<SanctionsProgramValues>", programmes, 1)
}

func TestFormat(t *testing.T) {
	sdn, cons := fixtures()
	listtest.Run(t, advanced.Formats()[0], sdn)
	listtest.Run(t, advanced.Formats()[1], cons)
}

func FuzzFormat(f *testing.F) {
	_, cons := fixtures()
	listtest.Run(f, advanced.Formats()[1], cons)
}

// TestNothingIsDropped holds what the format does not have, or what its tables
// lack, against what is unread.
func TestNothingIsDropped(t *testing.T) {
	for e, err := range advanced.Read(fileOf(document(examplePerson())), "ofac-sdn") {
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

func TestFileThatCannotBeOpened(t *testing.T) {
	for fails := range 3 {
		n := 0
		file := list.File{Name: "adv.xml", Open: func() (io.ReadCloser, error) {
			if n++; n > fails {
				return nil, os.ErrPermission
			}
			return fileOf(document(alShanti())).Open()
		}}
		var errs []error
		for _, err := range advanced.Read(file, "ofac-cons") {
			errs = append(errs, err)
		}
		if len(errs) != 1 || !errors.Is(errs[0], os.ErrPermission) {
			t.Errorf("at opening %d: %v", fails+1, errs)
		}
	}
}

func TestFormats(t *testing.T) {
	large := large(document(exampleVessel()))
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
	file := list.File{Name: filepath.Base(path), Open: func() (io.ReadCloser, error) { return os.Open(path) }}
	schemas, lists, unread, interests := map[enduse.Schema]int{}, map[enduse.ListID]int{}, map[string]int{}, 0
	ids, weak, addresses, undated := 0, 0, 0, 0
	for e, err := range advanced.Read(file, "ofac-cons") {
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
	for _, err := range advanced.Read(fileOf(text), "ofac-sdn") {
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

func ExampleRead() {
	file := fileOf(document(alShanti()))
	for e, err := range advanced.Read(file, "ofac-cons") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Caption(), e.BirthDates, e.Designations[0].List, e.Designations[0].Since)
	}
	// Output: ofac-cons:9641 AL-SHANTI, Jamileh Abdullah [1955] ofac-plc 2006-04-12
}
