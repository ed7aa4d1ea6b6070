package mapped_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/list/mapped"
	"github.com/enduse/enduse/internal/testkit"
)

func shipped(t testing.TB, id string) mapped.Mapping {
	t.Helper()
	for _, m := range mapped.Shipped() {
		if m.ID == id {
			return m
		}
	}
	t.Fatalf("no mapping %s", id)
	return mapped.Mapping{}
}

func memory(name string, b []byte) list.File {
	return list.File{Name: name, Role: "table", Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }}
}

// all reads a set to entities and errors.
func all(m mapped.Mapping, files ...list.File) (entities []enduse.Entity, faults []error) {
	for e, err := range m.Format().Read(files) {
		if err != nil {
			faults = append(faults, err)
			continue
		}
		entities = append(entities, e)
	}
	return entities, faults
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// tableOf returns the name of the table in testdata that a shipped mapping is
// tested on.
func tableOf(t testing.TB, id string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("testdata", id+".*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		if !strings.Contains(path, ".golden.") {
			return filepath.Base(path)
		}
	}
	t.Fatalf("the mapping %s has no table: add a few typed rows as testdata/%[1]s.csv, .json or .jsonl, then run: go test ./internal/list/mapped -update", id)
	return ""
}

// TestShipped tests every mapping that comes with the program on its table.
func TestShipped(t *testing.T) {
	for _, m := range mapped.Shipped() {
		listtest.Run(t, m.Format(), shippedFixture(t, m.ID))
	}
}

func shippedFixture(t testing.TB, id string) listtest.Fixture {
	t.Helper()
	name := tableOf(t, id)
	return listtest.Fixture{Golden: id + ".golden.jsonl", Name: name, Files: []string{string(fixture(t, name))}, OpenEnd: true}
}

// TestDetect holds every mapping against every fixture: each knows its own
// and no other.
func TestDetect(t *testing.T) {
	amendment := bytes.Replace(fixture(t, "eu-journal.csv"), []byte("celex,"), []byte("amendedCelex,amendmentCelex,"), 1)
	described := append([]byte("# Format\n\n```csv\n"), fixture(t, "eu-journal.csv")[:bytes.IndexByte(fixture(t, "eu-journal.csv"), '\n')+1]...)
	described = append(described, "```\n\nA cell is trimmed, and\na value may stand in quotes.\n"...)
	headerOnly, _, _ := bytes.Cut(fixture(t, "eu-journal.csv"), []byte("\n"))
	if got := shipped(t, "eu-journal").Format().Detect(list.Head{Bytes: append(headerOnly, '\n')}); got != "table" {
		t.Errorf("a table without rows: role %q", got)
	}
	if got := shipped(t, "eu-journal").Format().Detect(list.Head{Bytes: described}); got != "" {
		t.Errorf("a text that quotes the header: role %q", got)
	}
	files := map[string][]byte{"": amendment}
	for _, m := range mapped.Shipped() {
		files[m.ID] = fixture(t, tableOf(t, m.ID))
	}
	for own, content := range files {
		for _, m := range mapped.Shipped() {
			want := ""
			if m.ID == own {
				want = "table"
			}
			if got := m.Format().Detect(list.Head{Name: "x", Bytes: content}); got != want {
				t.Errorf("%s on the table of %q: role %q, want %q", m.ID, own, got, want)
			}
		}
	}
}

// TestOrder reads the rows backwards: the same entities but for their place.
func TestOrder(t *testing.T) {
	m := shipped(t, "us-csl-flat")
	lines := strings.Split(strings.TrimSpace(string(fixture(t, "us-csl-flat.jsonl"))), "\n")
	read := func() []string {
		entities, faults := all(m, memory("us-csl-flat.jsonl", []byte(strings.Join(lines, "\n"))))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		var out []string
		for _, e := range entities {
			e.Record = ""
			b, _ := json.Marshal(e)
			out = append(out, string(b))
		}
		slices.Sort(out)
		return out
	}
	forward := read()
	slices.Reverse(lines)
	if diff := cmp.Diff(forward, read()); diff != "" {
		t.Errorf("another order gives other entities:\n%s", diff)
	}
}

// TestSameID reads a row twice, then another row with the same id.
func TestSameID(t *testing.T) {
	m := shipped(t, "eu-journal")
	head, rows, _ := strings.Cut(string(fixture(t, "eu-journal.csv")), "\n")
	row, _, _ := strings.Cut(rows, "\n")
	file := head + "\n" + row + "\n" + row + "\n" + strings.Replace(row, "ONE", "OTHER", 1) + "\n"
	entities, faults := all(m, memory("eu-journal.csv", []byte(file)))
	if len(entities) != 1 || len(faults) != 1 {
		t.Fatalf("%d entities, faults %v", len(entities), faults)
	}
	var bad *enduse.RecordError
	if !errors.As(faults[0], &bad) || bad.Line != 4 || bad.Hint == "" {
		t.Errorf("got %v", faults[0])
	}
}

func TestOwnList(t *testing.T) {
	m, err := mapped.Parse(fixture(t, "own.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	const rows = "Lieferantenbrief 2026;;;;;;;;;;\nFirma;Auch;Land;HRB;Straße;PLZ;Ort;Grund;Seit;Bis;Status\n" +
		"Beispiel; Söhne;;x;;;;;;;;aktiv\n" +
		"Beispiel GmbH;Bsp;Deutschland;HRB 1;Weg 1;10115;Berlin;§ 4;01.02.2024;2026;aktiv\n" +
		"Alt GmbH;;Deutschland;;;;;;;;alt\n"
	entities, faults := all(m, memory("brief.csv", []byte(rows)))
	if len(faults) != 1 || !strings.Contains(faults[0].Error(), "brief.csv:3: the row has 12 cells") {
		t.Errorf("faults: %v", faults)
	}
	if len(entities) != 1 {
		t.Fatalf("%d entities", len(entities))
	}
	e := entities[0]
	since, until := enduse.Day(2024, 2, 1), enduse.Date{Year: 2026}
	want := []enduse.Designation{{List: "our-list", Measures: []enduse.Measure{enduse.MeasureRedFlag}, Basis: "§ 4", Since: &since, Until: &until}}
	if diff := cmp.Diff(want, e.Designations); diff != "" {
		t.Error(diff)
	}
	if e.Schema != enduse.SchemaLegalEntity || e.Addresses[0].City != "Berlin" || e.Addresses[0].Country != "DE" || e.Countries[0] != "DE" ||
		e.Identifiers[0].Country != "DE" || len(e.Unread) != 0 || e.Record != "brief.csv:4" {
		t.Errorf("got %+v", e)
	}
}

func TestParseErrors(t *testing.T) {
	own := string(fixture(t, "own.yaml"))
	tests := map[string]struct{ from, to, says, hint string }{
		"unknown key":     {"separator:", "seperator:", "line 4: unknown key seperator", "spelling"},
		"nested key":      {"{column: Auch, kind: alias}", "{column: Auch, knd: alias}", "line 10: unknown key knd", "spelling"},
		"bad yaml":        {"detect: {", "detect: {{", "line ", "YAML"},
		"no format":       {"format: supplier-letter", "", "format is missing", "format: our-list"},
		"no list":         {"list: {value: our-list}", "", "list is missing", "list:"},
		"name kind":       {"kind: alias", "kind: nickname", `unknown kind "nickname"`, "weak_alias"},
		"identifier kind": {"kind: registration", "kind: hrb", `unknown kind "hrb"`, "registration"},
		"measure":         {"red_flag", "forbidden", `unknown measure "forbidden"`, "asset_freeze"},
		"country":         {"DE}}]", "Germany}}]", `unknown country "Germany"`, "ISO 3166"},
		"layout":          {`"02.01.2006"]`, `"DD.MM.YYYY"]`, "has no year", "2 January 2006"},
		"no layout":       {`, layouts: ["02.01.2006"]`, "", "no layouts", "layouts"},
		"two sources":     {"list: {value: our-list}", "list: {value: our-list, column: Firma}", "both a constant and a column", "one of them"},
		"no id":           {"id: {digest: [Firma, Land]}", "", "id is missing", "digest"},
	}
	for name, tc := range tests {
		if !strings.Contains(own, tc.from) {
			t.Fatalf("%s: the fixture lacks %q", name, tc.from)
		}
		_, err := mapped.Parse([]byte(strings.Replace(own, tc.from, tc.to, 1)))
		if err == nil || enduse.CodeOf(err) != enduse.CodeInvalid {
			t.Errorf("%s: error %v, want one of code invalid", name, err)
			continue
		}
		if !strings.Contains(err.Error(), tc.says) || !strings.Contains(enduse.HintOf(err), tc.hint) {
			t.Errorf("%s: got %q, hint %q", name, err, enduse.HintOf(err))
		}
	}
	if _, err := mapped.Parse(nil); err == nil || !strings.Contains(err.Error(), "empty") {
		t.Errorf("nothing at all: %v", err)
	}
}

// TestWrongTable reads a table that lacks the columns.
func TestWrongTable(t *testing.T) {
	_, faults := all(shipped(t, "eu-journal"), memory("x.csv", []byte("a,b\n1,2\n")))
	if len(faults) != 1 || !strings.Contains(enduse.HintOf(faults[0]), "celex") {
		t.Errorf("got %v", faults)
	}
}

// TestReal counts what the real files hold.
func TestReal(t *testing.T) {
	tests := []struct {
		mapping, dir, glob string
		want, unread       int
		lists              map[enduse.ListID]int
	}{
		{"us-csl-flat", "us_csl_ccl", "csl_2026-07-31_flat.jsonl", 25921, 10, map[enduse.ListID]int{
			"ofac-sdn": 19181, "bis-el": 3420, "bis-dpl": 1596, "state-dtc": 787, "ofac-ssi": 286, "bis-uvl": 222, "state-isn": 161,
			"ofac-plc": 78, "bis-meu": 70, "ofac-cmic": 68, "ofac-mbs": 51, "ofac-capta": 1,
		}},
		{"jp-eul", "jp_cn_lists", "jp.json", 835, 0, map[enduse.ListID]int{"jp-eul": 835}},
		{"cn-mofcom", "jp_cn_lists", "cn.json", 240, 0, map[enduse.ListID]int{"cn-ecl": 139, "cn-uel": 61, "cn-attention": 40}},
		{"eu-journal", "eu/journal_sanctions/consolidated", "*.csv", 8017, 101, map[enduse.ListID]int{"eu-journal": 7070, "eu-annex-iv": 921, "eu-by-annex-v": 26}},
	}
	for _, tc := range tests {
		t.Run(tc.mapping, func(t *testing.T) {
			paths, err := filepath.Glob(filepath.Join(testkit.Data(t, filepath.FromSlash(tc.dir)), tc.glob))
			if err != nil || len(paths) == 0 {
				t.Fatalf("%v, %d files", err, len(paths))
			}
			m := shipped(t, tc.mapping)
			var set list.Set
			for _, p := range paths {
				f := list.File{Name: filepath.Base(p), Open: func() (io.ReadCloser, error) { return os.Open(p) }}
				f.Role = m.Format().Detect(head(t, p))
				set = append(set, f)
			}
			entities, faults := all(m, set...)
			if len(faults) > 0 {
				t.Errorf("%d faults, the first: %v", len(faults), faults[0])
			}
			lists, ids, unread := map[enduse.ListID]int{}, map[enduse.EntityID]bool{}, 0
			for _, e := range entities {
				lists[e.List]++
				ids[e.ID] = true
				unread += len(e.Unread)
			}
			if len(entities) != tc.want || len(ids) != tc.want {
				t.Errorf("%d entities with %d ids, want %d", len(entities), len(ids), tc.want)
			}
			if diff := cmp.Diff(tc.lists, lists); diff != "" {
				t.Error(diff)
			}
			if unread > tc.unread {
				t.Errorf("%d pieces unread, want at most %d", unread, tc.unread)
			}
		})
	}
}

func head(t testing.TB, path string) list.Head {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(io.LimitReader(f, 64<<10))
	if err != nil {
		t.Fatal(err)
	}
	return list.Head{Name: filepath.Base(path), Bytes: b}
}

func Example() {
	m, err := mapped.Parse([]byte(`
format: our-suppliers
source: {id: our-list, title: Suppliers that our letter of May names}
detect: {columns: [company, why]}
id: {digest: [company]}
list: {value: our-list}
names: [{column: company, kind: primary, whole: true}]
designation: {measures: {values: [red_flag]}, basis: {column: why}}
`))
	if err != nil {
		fmt.Println(err, enduse.HintOf(err))
		return
	}
	file := memory("letter.csv", []byte("company,why\nExample Trading Ltd,returned goods to an unknown place\n"))
	for e, err := range m.Format().Read(list.Set{file}) {
		fmt.Println(e.Caption(), e.Schema, e.Measures(), e.Designations[0].Basis, err)
	}
	// Output:
	// Example Trading Ltd legal_entity [red_flag] returned goods to an unknown place <nil>
}

// TestRowsInsideQuotes: a row that may have taken in others makes the edition
// partial.
func TestRowsInsideQuotes(t *testing.T) {
	m, err := mapped.Parse([]byte("format: x\nsource: {id: x, title: X, publisher: X, lists: [x]}\ndetect: {columns: [name]}\nid: {columns: [name]}\nlist: {value: x}\nnames: [{column: name}]\nignore: [street, city]\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, faults := all(m, memory("x.csv", []byte("name,street,city\nEXAMPLE A,\"1 Main,Paris\nEXAMPLE B,2 Side,Rome\nEXAMPLE C,3 Foo\",Oslo\n")))
	var w *list.Warning
	if len(faults) != 1 || !errors.As(faults[0], &w) || !w.Cut || !strings.Contains(w.Text, "from line 2 to line 4") {
		t.Errorf("got %v", faults)
	}
}

// TestSheets: every sheet with the columns is read, and another one is said.
func TestSheets(t *testing.T) {
	m, err := mapped.Parse([]byte("format: x\nsource: {id: x, title: X, publisher: X, lists: [x]}\ndetect: {columns: [name]}\nid: {columns: [name]}\nlist: {value: x}\nnames: [{column: name}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	book := excelize.NewFile()
	for _, c := range [][3]string{{"Sheet1", "A1", "name"}, {"Sheet1", "A2", "EXAMPLE A"}, {"Two", "A1", "name"}, {"Two", "A2", "EXAMPLE B"}, {"Legend", "A1", "colour"}, {"Empty", "", ""}} {
		if _, err := book.NewSheet(c[0]); err != nil {
			t.Fatal(err)
		}
		if c[1] == "" {
			continue
		}
		if err := book.SetCellStr(c[0], c[1], c[2]); err != nil {
			t.Fatal(err)
		}
	}
	var raw bytes.Buffer
	if err := book.Write(&raw); err != nil {
		t.Fatal(err)
	}
	entities, faults := all(m, memory("x.xlsx", raw.Bytes()))
	var w *list.Warning
	if len(entities) != 2 || entities[1].Record != "x.xlsx [Two]:2" || len(faults) != 1 || !errors.As(faults[0], &w) || w.File != "x.xlsx [Legend]" || w.Cut {
		t.Errorf("got %+v, %v", entities, faults)
	}
}

// TestMappingOfEarlierVersion: a mapping with every key of release 0.1.0 is read, and
// says the same.
func TestMappingOfEarlierVersion(t *testing.T) {
	m, err := mapped.Parse(fixture(t, "mapping-0.1.0.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	const rows = "No,Name,Status,Type,Kind,Also,Tax,City,Country,Born,Measure,Since,Note,Row\n" +
		"1,Example Works,active,firm,company,,DE123,Berlin,Deutschland,1971-05-02,freeze,2024-02-01,a note,1\n" +
		"2,Example Other,closed,,,,,,,,,,,2\n"
	entities, faults := all(m, memory("list.csv", []byte(rows)))
	if len(faults) != 0 || len(entities) != 1 {
		t.Fatalf("%d entities, %v", len(entities), faults)
	}
	e := entities[0]
	if e.Schema != enduse.SchemaCompany || e.List != "our-list" || e.Countries[0] != "DE" || e.BirthDates[0].Year != 1971 ||
		e.Designations[0].Measures[0] != enduse.MeasureAssetFreeze || e.Designations[0].Policy != "case by case" || len(e.Unread) != 0 {
		t.Errorf("got %+v", e)
	}
}
