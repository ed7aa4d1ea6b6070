package snapshot

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/screen"
)

func mustSnapshot(t *testing.T, s *edition.Store) *screen.Snapshot {
	t.Helper()
	snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

func indexFiles(t *testing.T, s *edition.Store) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.Dir(), "index", "*"+segmentSuffix))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestIndexIsKept: the second start maps what the first one made, and says
// the same.
func TestIndexIsKept(t *testing.T) {
	s := testStore(t)
	mustImport(t, s, edition.ImportOptions{}, table(t, rows(20)...))
	first := mustSnapshot(t, s)
	files := indexFiles(t, s)
	if len(files) != 1 {
		t.Fatalf("files: %v", files)
	}
	before, err := os.Stat(files[0])
	if err != nil {
		t.Fatal(err)
	}
	second := mustSnapshot(t, s)
	after, err := os.Stat(files[0])
	if err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the index was written again: %v", err)
	}
	if first.Index.Len() != second.Index.Len() || len(first.Stamps) != len(second.Stamps) || second.Index.ByID("own:7") == nil {
		t.Errorf("%d entities and %v, then %d and %v", first.Index.Len(), first.Stamps, second.Index.Len(), second.Stamps)
	}
	for i := range first.Stamps {
		if first.Stamps[i] != second.Stamps[i] {
			t.Errorf("stamp %+v, then %+v", first.Stamps[i], second.Stamps[i])
		}
	}
}

// TestIndexDamaged: an index that is not whole is made again.
func TestIndexDamaged(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"a bit":     func(b []byte) []byte { b[len(b)/2] ^= 4; return b },
		"truncated": func(b []byte) []byte { return b[:len(b)/2] },
		"empty":     func([]byte) []byte { return nil },
		"foreign":   func([]byte) []byte { return []byte("ref,who\n1,Example\n") },
	} {
		s := testStore(t)
		mustImport(t, s, edition.ImportOptions{}, table(t, rows(20)...))
		mustSnapshot(t, s)
		path := indexFiles(t, s)[0]
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, damage(b), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := mustSnapshot(t, s); got.Index.ByID("own:7") == nil {
			t.Errorf("%s: an entity is lost", name)
		}
		if got := mustSnapshot(t, s); got.Index.ByID("own:7") == nil {
			t.Errorf("%s: an entity is lost later", name)
		}
	}
}

// TestIndexFollowsTheEditions: another edition in force is another index, and
// one whose entities were damaged is not searched from an index made before.
func TestIndexFollowsTheEditions(t *testing.T) {
	s := testStore(t)
	mustImport(t, s, edition.ImportOptions{}, table(t, rows(20)...))
	mustSnapshot(t, s)
	mustImport(t, s, edition.ImportOptions{}, table(t, rows(21)...))
	if got := mustSnapshot(t, s); got.Index.ByID("own:21") == nil {
		t.Error("the new entity is not found")
	}
	entities, err := filepath.Glob(filepath.Join(s.Dir(), "lists", "own", "*", "entities.ndjson"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range entities {
		if err := os.WriteFile(path, []byte("{}\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := mustSnapshot(t, s); len(got.Failed) == 0 {
		t.Error("a damaged edition is searched as if nothing had happened")
	}
}

// TestIndexIsBounded: few indexes are kept, and none is left unfinished.
func TestIndexIsBounded(t *testing.T) {
	s := testStore(t)
	for n := 20; n < 26; n++ {
		mustImport(t, s, edition.ImportOptions{}, table(t, rows(n)...))
		mustSnapshot(t, s)
		time.Sleep(time.Millisecond) // file times
	}
	all, err := os.ReadDir(filepath.Join(s.Dir(), "index"))
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{"LOCK": true}
	manifests := newIndexCache(s).manifests()
	for _, path := range manifests {
		m, err := readManifest(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		named[filepath.Base(path)] = true
		for _, f := range m.segments() {
			named[f.Name] = true
		}
	}
	if len(manifests) > maxManifests || len(all) != len(named) {
		t.Errorf("%d manifests, which name %v; there is %v", len(manifests), named, all)
	}
}
