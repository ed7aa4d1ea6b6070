package edition

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/mapped"
	"github.com/enduse/enduse/wire"
)

var now = time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return now }

func testStore(t *testing.T) *Store {
	t.Helper()
	return Open(t.TempDir(), clock, 72*time.Hour)
}

const mappingYAML = `
format: own
source: {id: own, title: Own list, publisher: A test}
detect: {columns: [ref, who]}
id: {columns: [ref]}
list: {value: own}
schema: [{value: legal_entity}]
names: [{column: who, kind: primary}]
designation: {measures: {values: [asset_freeze]}}
ignore: [note]
`

func ownFormat(t *testing.T) *list.Format {
	t.Helper()
	return formatOf(t, mappingYAML)
}

func formatOf(t *testing.T, mapping string) *list.Format {
	t.Helper()
	m, err := mapped.Parse([]byte(mapping))
	if err != nil {
		t.Fatal(err)
	}
	f := m.Format()
	return &f
}

// table writes a table of parties and returns its path.
func table(t *testing.T, rows ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.csv")
	text := "ref,who,note\n" + strings.Join(rows, "\n") + "\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func rows(n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf("%d,Example Party %d,x", i+1, i+1))
	}
	return out
}

func mustImport(t *testing.T, s *Store, o ImportOptions, paths ...string) Imported {
	t.Helper()
	o.Format = ownFormat(t)
	r, err := s.Import(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return r.Imported[0]
}

func TestAgeMakesStale(t *testing.T) {
	s := testStore(t)
	for _, c := range []struct {
		age  time.Duration
		want enduse.EditionState
	}{{time.Hour, enduse.StateFresh}, {72 * time.Hour, enduse.StateFresh}, {73 * time.Hour, enduse.StateStale}} {
		verified := now.Add(-c.age)
		e := enduse.Edition{Counts: enduse.Counts{Entities: 1, Records: 1}, Verified: &verified}
		if got := e.State(now, s.maxAge); got != c.want {
			t.Errorf("age %v: %s, want %s", c.age, got, c.want)
		}
	}
	if got := mustImport(t, s, ImportOptions{}, table(t, rows(1)...)).State; got != enduse.StateStale {
		t.Errorf("never verified: %s", got)
	}
}

func TestUnreadableRecords(t *testing.T) {
	s := testStore(t)
	good := mustImport(t, s, ImportOptions{}, table(t, rows(3)...))
	bad := append(rows(3), `9,,x`) // a row without a name
	_, err := s.Import(t.Context(), []string{table(t, bad...)}, ImportOptions{Format: ownFormat(t)})
	if err == nil || !strings.Contains(err.Error(), "1 of 4 records could not be read") {
		t.Errorf("error: %v", err)
	}
	all, err := s.Editions()
	if err != nil || len(all) != 2 {
		t.Fatalf("%d editions, %v", len(all), err)
	}
	if all[0].Digest != good.Edition.Digest || !all[0].Current {
		t.Errorf("in force: %+v", all[0].Edition)
	}
	if all[1].State != enduse.StateFailed || len(all[1].Faults) != 1 || all[1].Faults[0].Line != 5 {
		t.Errorf("failed edition: %s, faults %+v", all[1].State, all[1].Faults)
	}
}

func TestGuardAgainstShrinking(t *testing.T) {
	s := testStore(t)
	mustImport(t, s, ImportOptions{}, table(t, rows(10)...))
	small := table(t, rows(7)...)
	_, err := s.Import(t.Context(), []string{small}, ImportOptions{Format: ownFormat(t)})
	if err == nil || !strings.Contains(err.Error(), "3 of 10 entities (30.0 %) of the edition in force are gone") || !strings.Contains(enduse.HintOf(err), "--accept-shrink") {
		t.Errorf("error: %v (%s)", err, enduse.HintOf(err))
	}
	if got := mustImport(t, s, ImportOptions{AcceptShrink: true}, small); !got.InForce {
		t.Error("not in force although accepted")
	}
}

// TestOrderMakesNoDifference shuffles the rows of a table: the entities are
// the same, but for the line that each stands in.
func TestOrderMakesNoDifference(t *testing.T) {
	all := rows(40)
	var want []byte
	for range 10 {
		s := testStore(t)
		e := mustImport(t, s, ImportOptions{}, table(t, all...)).Edition
		entities, err := s.Entities(e)
		if err != nil {
			t.Fatal(err)
		}
		for _, entity := range entities {
			entity.Record = ""
		}
		got, err := json.MarshalIndent(entities, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Fatalf("the order of the rows matters:\n%s", diff)
		}
		rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	}
}

func TestDiff(t *testing.T) {
	s := testStore(t)
	before := mustImport(t, s, ImportOptions{}, table(t, "1,One,x", "2,Two,x", "3,Three,x")).Edition
	after := mustImport(t, s, ImportOptions{}, table(t, "4,Four,x", "3,Three,x", "2,Two and a Half,x")).Edition
	d, err := s.Diff(before, after)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Added) != 1 || d.Added[0].ID != "own:4" || len(d.Removed) != 1 || d.Removed[0].ID != "own:1" || len(d.Changed) != 1 {
		t.Fatalf("diff: %+v", d)
	}
	two, half := `{"text":"Two","kind":"primary","script":"Latn"}`, `{"text":"Two and a Half","kind":"primary","script":"Latn"}`
	want := []wire.FieldChange{{
		Field: "names", Before: json.RawMessage("[" + two + "]"), After: json.RawMessage("[" + half + "]"),
		Added: []json.RawMessage{json.RawMessage(half)}, Removed: []json.RawMessage{json.RawMessage(two)},
	}}
	if diff := cmp.Diff(want, d.Changed[0].Fields); d.Changed[0].ID != "own:2" || diff != "" {
		t.Errorf("changed %s: %s", d.Changed[0].ID, diff)
	}
	previous, err := s.Find("own@previous")
	if err != nil || previous.Digest != before.Digest {
		t.Errorf("previous is %s, %v", previous.Digest, err)
	}
	if err := s.Use(previous); err != nil {
		t.Fatal(err)
	}
	if e, err := s.Find("own"); err != nil || e.Digest != before.Digest {
		t.Errorf("in force after use: %s, %v", e.Digest, err)
	}
}

// TestMergeOrderMakesNoDifference puts the records of one id together in every
// order.
func TestMergeOrderMakesNoDifference(t *testing.T) {
	record := func(on enduse.ListID, name string, m enduse.Measure) enduse.Entity {
		return enduse.Entity{
			ID: "us-csl:1", Source: "us-csl", List: on, Schema: enduse.SchemaCompany, Remarks: name,
			Names:        []enduse.Name{{Text: name, Kind: enduse.NamePrimary}},
			Designations: []enduse.Designation{{List: on, Measures: []enduse.Measure{m}}},
		}
	}
	all := []enduse.Entity{
		record("ofac-ssi", "FIRST", enduse.MeasureDebtEquity), record("ofac-sdn", "Second", enduse.MeasureAssetFreeze), record("bis-el", "Third", enduse.MeasureExportLicence),
	}
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		var records []*enduse.Entity
		for _, i := range order {
			e := all[i]
			records = append(records, &e)
		}
		got := mergeAll(records)
		if got.List != "ofac-sdn" || got.Caption() != "Second" || got.Remarks != "Second; Third; FIRST" || len(got.Names) != 3 || len(got.Designations) != 3 {
			t.Errorf("order %v: %+v", order, got)
		}
	}
}

// TestTruncatedIsPartial: what breaks off cannot clear, however small the part
// that was lost.
func TestTruncatedIsPartial(t *testing.T) {
	verified := now
	const null = ",-0- "
	files := map[string]string{
		"sdn.csv":          `36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA"` + strings.Repeat(null, 8),
		"alt.csv":          `36,12,"aka","AERO-CARIBBEAN"` + null,
		"add.csv":          `36,25,-0- ,"Havana","Cuba"` + null,
		"sdn_comments.csv": `36,"Linked To: AIR EXAMPLE."`,
	}
	for _, lacking := range []string{"", "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"} {
		dir := t.TempDir()
		for name, text := range files {
			if text += "\r\n"; name != lacking {
				text += "\x1a\r\n"
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		r, err := testStore(t).Import(t.Context(), []string{dir}, ImportOptions{VerifiedAt: &verified})
		if err != nil || len(r.Imported) != 1 {
			t.Fatalf("%v, %v", r, err)
		}
		said := strings.Join(r.Imported[0].Edition.Partial, "; ")
		if got := strings.Contains(said, "the end mark"); got != (lacking != "") {
			t.Errorf("without the end mark of %q: partial for %q", lacking, said)
		}
	}
	// A row that breaks off is one fault among thousands.
	text := strings.Join(rows(3000), "\n") + "\n3001,\"Example Par"
	if got := mustImport(t, testStore(t), ImportOptions{VerifiedAt: &verified}, table(t, text)); got.State != enduse.StatePartial {
		t.Errorf("a row that breaks off: %s, %+v", got.State, got.Edition.Faults)
	}
	path := filepath.Join(t.TempDir(), "own.ndjson")
	var b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&b, "{\"ref\":\"%d\",\"who\":\"Example Party %d\"}\n", i, i)
	}
	if err := os.WriteFile(path, []byte(b.String()+`{"ref":"3001","who":"Exam`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := mustImport(t, testStore(t), ImportOptions{VerifiedAt: &verified}, path); got.State != enduse.StatePartial {
		t.Errorf("an object that breaks off: %s, %+v", got.State, got.Edition.Faults)
	}
}

func TestCurrentWithoutEditions(t *testing.T) {
	s := testStore(t)
	for _, text := range []string{`{"format":1,"editions":null}`, `{"format":1}`} {
		if err := os.WriteFile(s.currentPath(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := mustImport(t, s, ImportOptions{}, table(t, rows(3)...)); !got.InForce {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

// TestRawOfAnArray: the record that is shown beside an entity is its own,
// however the elements of an array stand on lines.
func TestRawOfAnArray(t *testing.T) {
	for name, text := range map[string]string{
		"a line each": "[\n{\"ref\":\"1\",\"who\":\"Example One\"},\n{\"ref\":\"2\",\"who\":\"Example Two\"}\n]\n",
		"one line":    `[{"ref":"1","who":"Example One"},{"ref":"2","who":"Example Two"}]`,
		"many lines":  "\ufeff\n [ {\n\"ref\":\"1\",\n\"who\":\"Example One\"\n},\n{\n\"ref\":\"2\",\n\"who\":\"Example Two\"\n}]",
	} {
		s := testStore(t)
		path := filepath.Join(t.TempDir(), "own.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		entities, err := s.Entities(mustImport(t, s, ImportOptions{}, path).Edition)
		if err != nil || len(entities) != 2 {
			t.Fatal(entities, err)
		}
		for _, e := range entities {
			raw, err := s.Raw(e)
			if err != nil || !strings.Contains(raw, e.Caption()) || strings.Count(raw, "ref") != 1 {
				t.Errorf("%s: the record of %s is %q, %v", name, e.ID, raw, err)
			}
		}
	}
}
