package snapshot

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
)

func TestImportThenSnapshot(t *testing.T) {
	s := testStore(t)
	verified := now.Add(-time.Hour)
	got := mustImport(t, s, edition.ImportOptions{VerifiedAt: &verified}, table(t, rows(3)...))
	if !got.InForce || got.State != enduse.StateFresh || got.Edition.Counts.Entities != 3 {
		t.Errorf("imported: %+v", got)
	}
	snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	if snapshot.ListStates["own"] != enduse.StateFresh || snapshot.Index.ByID("own:2") == nil {
		t.Errorf("snapshot carries %v", snapshot.ListStates)
	}
	if gaps := snapshot.Gaps([]enduse.ListID{"own"}); len(gaps) != 0 {
		t.Errorf("gaps: %v", gaps)
	}
}

func TestFirstEditionThatFailedIsAGap(t *testing.T) {
	s := testStore(t)
	got := mustImport(t, s, edition.ImportOptions{}, table(t, "1,Example Party,x", "2,,x"))
	if got.State != enduse.StateFailed {
		t.Fatalf("state %s", got.State)
	}
	snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	if len(snapshot.Gaps(nil)) != 1 || snapshot.Index.ByID("own:1") != nil {
		t.Errorf("gaps %v", snapshot.Gaps(nil))
	}
}

func TestAsOf(t *testing.T) {
	s := testStore(t)
	for _, day := range []string{"2026-07-01", "2026-08-01", "2026-06-01"} {
		d := mustDate(t, day)
		mustImport(t, s, edition.ImportOptions{Published: &d, VerifiedAt: &now}, table(t, "1,Example Party of "+day+",x"))
	}
	for _, c := range []struct{ asOf, want string }{
		{"2026-08-05", "Example Party of 2026-08-01"},
		{"2026-08-01", "Example Party of 2026-08-01"},
		{"2026-07-31", "Example Party of 2026-07-01"},
		{"2026-06-15", "Example Party of 2026-06-01"},
		{"2026-05-31", ""},
	} {
		snapshot, err := New(s).Snapshot(t.Context(), mustDate(t, c.asOf))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if e := snapshot.Index.ByID("own:1"); e != nil {
			got = e.Caption()
		}
		if got != c.want {
			t.Errorf("as of %s: %q, want %q", c.asOf, got, c.want)
		}
		if gaps := snapshot.Gaps([]enduse.ListID{"own"}); (len(gaps) > 0) != (c.want == "") {
			t.Errorf("as of %s: gaps %v", c.asOf, gaps)
		}
	}
}

// TestDamageIsAGap changes every kind of stored file and demands that nothing
// is cleared on it.
func TestDamageIsAGap(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, folder string)
	}{
		{"entities cut off", func(t *testing.T, f string) { t.Helper(); truncate(t, filepath.Join(f, "entities.ndjson")) }},
		{"entities changed", func(t *testing.T, f string) { t.Helper(); flip(t, filepath.Join(f, "entities.ndjson")) }},
		{"entities gone", func(t *testing.T, f string) { t.Helper(); remove(t, filepath.Join(f, "entities.ndjson")) }},
		{"edition.json cut off", func(t *testing.T, f string) { t.Helper(); truncate(t, filepath.Join(f, "edition.json")) }},
		{"edition.json gone", func(t *testing.T, f string) { t.Helper(); remove(t, filepath.Join(f, "edition.json")) }},
		{"folder gone", func(t *testing.T, f string) { t.Helper(); remove(t, f) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := testStore(t)
			e := mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(3)...)).Edition
			c.damage(t, filepath.Dir(s.EntitiesPath(e)))
			snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
			if err != nil {
				t.Fatal(err)
			}
			if len(snapshot.Gaps(nil)) != 1 || len(snapshot.Gaps([]enduse.ListID{"own"})) < 1 {
				t.Errorf("gaps: %v", snapshot.Gaps([]enduse.ListID{"own"}))
			}
			if got := mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(3)...)); !got.InForce {
				t.Errorf("importing again does not mend it: %+v", got)
			}
			if snapshot, err = New(s).Snapshot(t.Context(), enduse.DateOf(now)); err != nil || len(snapshot.Gaps([]enduse.ListID{"own"})) != 0 {
				t.Errorf("after importing again: %v, %v", snapshot.Gaps([]enduse.ListID{"own"}), err)
			}
		})
	}
}

func TestDamagedCurrentIsAnError(t *testing.T) {
	s := testStore(t)
	mustImport(t, s, edition.ImportOptions{}, table(t, rows(3)...))
	truncate(t, filepath.Join(s.Dir(), "CURRENT"))
	if _, err := New(s).Snapshot(t.Context(), enduse.DateOf(now)); err == nil {
		t.Error("a damaged CURRENT gives a snapshot")
	}
}

func flip(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err == nil {
		b[len(b)/2] ^= 1
		err = os.WriteFile(path, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func TestStarterGivesWayToImportedLists(t *testing.T) {
	s := testStore(t)
	has := func() bool {
		t.Helper()
		snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
		if err != nil {
			t.Fatal(err)
		}
		if snapshot.ListStates["ofac-sdn"] == enduse.StateFresh {
			t.Error("the starter clears")
		}
		return slices.ContainsFunc(snapshot.Stamps, func(e enduse.EditionStamp) bool { return e.Source == "starter" })
	}
	if !has() {
		t.Error("an empty store has no starter")
	}
	mustImport(t, s, edition.ImportOptions{}, table(t, rows(3)...))
	if !has() {
		t.Error("the starter is gone though its lists are not imported")
	}
}

// TestRefusedEditionIsOfNoDay: what a guard kept out of force was the list on no
// day, unless somebody puts it in force after all.
func TestRefusedEditionIsOfNoDay(t *testing.T) {
	s := testStore(t)
	first, second := mustDate(t, "2026-07-01"), mustDate(t, "2026-07-10")
	mustImport(t, s, edition.ImportOptions{Published: &first, VerifiedAt: &now}, table(t, rows(10)...))
	small := table(t, rows(3)...)
	o := edition.ImportOptions{Format: ownFormat(t), Published: &second, VerifiedAt: &now}
	if _, err := s.Import(t.Context(), []string{small}, o); err == nil {
		t.Fatal("a list that lost most of its parties was accepted")
	}
	has := func() bool {
		snapshot, err := New(s).Snapshot(t.Context(), mustDate(t, "2026-07-15"))
		if err != nil {
			t.Fatal(err)
		}
		return snapshot.Index.ByID("own:9") != nil
	}
	if !has() {
		t.Error("the refused edition was searched for a day past")
	}
	mustImport(t, s, edition.ImportOptions{Published: &second, VerifiedAt: &now, AcceptShrink: true}, small)
	if has() {
		t.Error("the accepted edition was not searched")
	}
}

// TestConfirmationToComeIsNone: a clock that ran ahead does not make an edition
// fresh for years.
func TestConfirmationToComeIsNone(t *testing.T) {
	s := testStore(t)
	ahead := now.AddDate(1, 0, 0)
	mustImport(t, s, edition.ImportOptions{VerifiedAt: &ahead}, table(t, rows(3)...))
	snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	if got := snapshot.ListStates["own"]; got != enduse.StateStale {
		t.Errorf("confirmed in a year: %s", got)
	}
}

// TestWithdrawnEditionIsOfNoDay: an edition that was taken back is not the one
// of a day past either.
func TestWithdrawnEditionIsOfNoDay(t *testing.T) {
	s := testStore(t)
	first, second := mustDate(t, "2026-07-01"), mustDate(t, "2026-07-10")
	good := mustImport(t, s, edition.ImportOptions{Published: &first, VerifiedAt: &now}, table(t, rows(10)...)).Edition
	mustImport(t, s, edition.ImportOptions{Published: &second, VerifiedAt: &now, AcceptShrink: true}, table(t, rows(2)...))
	if err := s.Use(good); err != nil {
		t.Fatal(err)
	}
	snapshot, err := New(s).Snapshot(t.Context(), mustDate(t, "2026-07-20"))
	if err != nil {
		t.Fatal(err)
	}
	if snapshot.Index.ByID("own:9") == nil {
		t.Error("the withdrawn edition is searched for a day past")
	}
}

// TestTwoDataSets: a second data set of one publisher does not replace the first.
func TestTwoDataSets(t *testing.T) {
	s, dir := testStore(t), t.TempDir()
	for _, set := range []string{"ex_one", "ex_two"} {
		text := `{"id":"a","schema":"Company","datasets":["` + set + `"],"properties":{"name":["Example A"]}}` + "\n"
		if err := os.WriteFile(filepath.Join(dir, set+".json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := s.Import(t.Context(), []string{dir}, edition.ImportOptions{})
	if err != nil || len(r.Imported) != 2 || r.Imported[0].Edition.Source != "os-ex_one" || r.Imported[1].Edition.Source != "os-ex_two" {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, id := range []enduse.EntityID{"os-ex_one:a", "os-ex_two:a"} {
		if _, err := New(s).Show(t.Context(), id); err != nil {
			t.Error(err)
		}
	}
	r, err = s.Import(t.Context(), []string{filepath.Join(dir, "ex_one.json")}, edition.ImportOptions{Source: "opensanctions"})
	if err != nil || len(r.Imported) != 1 || r.Imported[0].Edition.Source != "opensanctions" {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestPathsWithSigns: the name of the data directory is no pattern.
func TestPathsWithSigns(t *testing.T) {
	for _, name := range []string{"g[1]", "g[", "g*", "g?", `g\x`, "ü ö", "-x", "{a,b}"} {
		dir := filepath.Join(t.TempDir(), name)
		s := edition.Open(dir, clock, 72*time.Hour)
		mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(3)...))
		other := edition.Open(filepath.Join(filepath.Dir(dir), "gg"), clock, 72*time.Hour)
		mustImport(t, other, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(4)...))
		all, err := s.Editions()
		if err != nil || len(all) != 1 || all[0].Problem != nil || all[0].Counts.Entities != 3 {
			t.Errorf("%s: %+v, %v", name, all, err)
		}
		if err := New(s).BuildIndex(t.Context(), nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := New(s).Show(t.Context(), "own:1"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOneMode: who may read a part of the store may read all of it.
func TestOneMode(t *testing.T) {
	s := testStore(t)
	for _, n := range []int{3, 4} {
		mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(n)...))
	}
	if err := New(s).BuildIndex(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	modes := map[fs.FileMode][]string{}
	err := filepath.WalkDir(s.Dir(), func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == s.Dir() {
			return err
		}
		info, err := d.Info()
		modes[info.Mode()] = append(modes[info.Mode()], path)
		return err
	})
	if err != nil || len(modes) != 2 {
		t.Errorf("%d modes, of files and folders: %v, %v", len(modes), modes, err)
	}
}

// TestImportBuildsTheIndex: after an import the index is there, and a search
// reads nothing else.
func TestImportBuildsTheIndex(t *testing.T) {
	s := testStore(t)
	var steps []string
	o := edition.ImportOptions{Format: ownFormat(t), VerifiedAt: &now, Progress: func(step string) { steps = append(steps, step) }}
	r, err := New(s).Import(t.Context(), []string{table(t, rows(20)...)}, o)
	if err != nil || r.NotIndexed != nil || !r.Changed() {
		t.Fatalf("%+v, %v", r, err)
	}
	if len(indexFiles(t, s)) != 1 || !slices.Contains(steps, "indexing own") {
		t.Errorf("index files %v after %q", indexFiles(t, s), steps)
	}
	built := newest(t, s).State.key()
	if mustSnapshot(t, s).Index.ByID("own:7") == nil || newest(t, s).State.key() != built || len(indexFiles(t, s)) != 1 {
		t.Error("the search built another index")
	}
	// The same edition again changes nothing, and neither does one that is refused.
	for _, n := range []int{20, 3} {
		r, err := New(s).Import(t.Context(), []string{table(t, rows(n)...)}, o)
		if (err != nil) != (n == 3) || r.NotIndexed != nil || len(indexFiles(t, s)) != 1 {
			t.Errorf("%d rows: %+v, %v", n, r, err)
		}
	}
}

// TestImportWithoutTheIndex: the editions are in force even if their index cannot
// be kept.
func TestImportWithoutTheIndex(t *testing.T) {
	s := testStore(t)
	if err := os.WriteFile(filepath.Join(s.Dir(), "index"), []byte("a file in the place of the folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := New(s).Import(t.Context(), []string{table(t, rows(20)...)}, edition.ImportOptions{Format: ownFormat(t), VerifiedAt: &now})
	if err != nil || r.NotIndexed == nil || !r.Changed() {
		t.Fatalf("%+v, %v", r, err)
	}
	if mustSnapshot(t, s).Index.ByID("own:7") == nil {
		t.Error("the edition is not searched")
	}
}
