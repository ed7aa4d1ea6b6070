package snapshot

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/screen"
)

// newest is the manifest that was written last.
func newest(t *testing.T, s *edition.Store) *manifest {
	t.Helper()
	paths := newIndexCache(s).manifests()
	if len(paths) == 0 {
		t.Fatal("no manifest")
	}
	m, err := readManifest(t.Context(), paths[0])
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sameAsWhole searches a snapshot for names and compares the hits with those of
// one index of the editions in force.
func sameAsWhole(t *testing.T, s *edition.Store, snapshot *screen.Snapshot, names []string) (compared int) {
	t.Helper()
	if len(snapshot.Failed) > 0 {
		t.Fatalf("failed: %v", snapshot.Failed)
	}
	chosen, err := s.InForce(enduse.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	b, err := loadEntities(s, chosen)
	if err != nil {
		t.Fatal(err)
	}
	weights := policy.Default().Weights
	whole, got := match.Matcher{Index: index.Build(b.entities), Weights: weights}, match.Matcher{Index: snapshot.Index, Weights: weights}
	if whole.Index.Len() != got.Index.Len() {
		t.Fatalf("%d entities, want %d", got.Index.Len(), whole.Index.Len())
	}
	say := func(hits []enduse.Hit) (out string) {
		for _, h := range hits {
			out += fmt.Sprintln(h.Entity.ID, h.Entity.Record, h.Entity.Caption(), h.Matched.Text, h.Score)
		}
		return out
	}
	for _, n := range names {
		want := whole.Hits(enduse.Party{Name: n}, 0.5)
		if w, g := say(want), say(got.Hits(enduse.Party{Name: n}, 0.5)); w != g {
			t.Fatalf("%s:\n%s\nwant:\n%s", n, g, w)
		}
		compared += len(want)
	}
	return compared
}

// edited makes a table of rows by random edits of another one.
func edited(r *rand.Rand, before []string, edits int) []string {
	words := []string{"Example", "Trading", "Ivan", "Petrov", "Muhammad", "Mohamed", "Ali", "Instruments", "44", "Robotics", "上海"}
	out := slices.Clone(before)
	for range edits {
		row := fmt.Sprintf("%d,%s %s %s,x", r.IntN(1<<40), words[r.IntN(len(words))], words[r.IntN(len(words))], words[r.IntN(len(words))])
		switch at := r.IntN(len(out) + 1); {
		case at < len(out) && r.IntN(3) == 0:
			out = slices.Delete(out, at, at+1)
		case at < len(out) && r.IntN(2) == 0:
			id, _, _ := strings.Cut(out[at], ",")
			_, rest, _ := strings.Cut(row, ",")
			out[at] = id + "," + rest
		default:
			out = slices.Insert(out, at, row)
		}
	}
	return out
}

// TestDeltasEqualWhole imports random edits of a list, one after the other.
func TestDeltasEqualWhole(t *testing.T) {
	s := testStore(t)
	r := rand.New(rand.NewPCG(5, 4))
	list := edited(r, nil, 60)
	deltas, wholes, compared := 0, 0, 0
	for round := range 24 {
		mustImport(t, s, edition.ImportOptions{AcceptShrink: true, VerifiedAt: &now}, table(t, list...))
		if round%7 == 6 {
			if err := New(s).BuildIndex(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
		}
		snapshot := mustSnapshot(t, s)
		compared += sameAsWhole(t, s, snapshot, []string{"Ivan Petrow", "Mohammed Ali", "Example Trading", "Shanghai Robotics", "Instrument 44"})
		if newest(t, s).Delta == nil {
			wholes++
		} else {
			deltas++
		}
		list = edited(r, list, []int{0, 1, 6, 60}[r.IntN(4)])
	}
	if deltas < 5 || wholes < 3 || compared < 50 {
		t.Errorf("%d deltas, %d wholes, %d hits were compared", deltas, wholes, compared)
	}
}

// importOther imports a table as the list of a second source.
func importOther(t *testing.T, s *edition.Store, rows ...string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.yaml")
	o := edition.ImportOptions{VerifiedAt: &now, Format: formatOf(t, strings.ReplaceAll(mappingYAML, "own", "other")), Mapping: path}
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(t.Context(), []string{table(t, rows...)}, o); err != nil {
		t.Fatal(err)
	}
}

// TestOnlyWhatChangedIsRead: the list that did not change is not even opened; an
// entry more at the beginning of the other moves all its records and is one
// entity in the delta.
func TestOnlyWhatChangedIsRead(t *testing.T) {
	s := testStore(t)
	importOther(t, s, rows(30)...)
	mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(40)...))
	mustSnapshot(t, s)
	for _, path := range entityFiles(t, s, "other") {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Repeat("?", len(b))), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}
	mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, append([]string{"99,Sample Robotics,x"}, rows(40)...)...))
	snapshot := mustSnapshot(t, s)
	m := newest(t, s)
	if len(snapshot.Failed) > 0 || m.Delta == nil || m.Changed != 1 || snapshot.Index.ByID("other:7") == nil || snapshot.Index.ByID("own:99") == nil {
		t.Fatalf("failed %v, manifest %+v", snapshot.Failed, m)
	}
	if e := snapshot.Index.ByID("own:1"); !strings.HasSuffix(e.Record, ":3") {
		t.Errorf("the first row stands at %s", e.Record)
	}
}

func entityFiles(t *testing.T, s *edition.Store, source string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.Dir(), "lists", source, "*", "entities.ndjson"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

// TestSegmentsDamaged: a file that is not the one that was written is refused,
// and the state is made again.
func TestSegmentsDamaged(t *testing.T) {
	damages := map[string]func(b, other []byte) []byte{
		"a bit":     func(b, _ []byte) []byte { b[len(b)/2] ^= 4; return b },
		"truncated": func(b, _ []byte) []byte { return b[:len(b)-len(b)/3] },
		"empty":     func(_, _ []byte) []byte { return nil },
		"foreign":   func(_, _ []byte) []byte { return []byte("ref,who\n1,Example\n") },
		"another's": func(_, other []byte) []byte { return other },
		"gone":      nil,
	}
	for _, what := range []string{"manifest", "base", "delta"} {
		for how, damage := range damages {
			t.Run(what+" "+how, func(t *testing.T) {
				s := testStore(t)
				mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(40)...))
				mustSnapshot(t, s)
				first := newest(t, s)
				mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, append([]string{"99,Sample Robotics,x"}, rows(39)...)...))
				mustSnapshot(t, s)
				c, m := newIndexCache(s), newest(t, s)
				path := c.manifestName(m.State.key(), 1)
				file, other := path, c.manifestName(first.State.key(), 1)
				switch what {
				case "base":
					file, other = filepath.Join(c.folder, m.Base.Name), filepath.Join(c.folder, m.Delta.Name)
				case "delta":
					file, other = filepath.Join(c.folder, m.Delta.Name), filepath.Join(c.folder, m.Base.Name)
				}
				damaged := mustRead(t, file)
				if err := os.Remove(file); err != nil {
					t.Fatal(err)
				}
				if damage != nil {
					if err := os.WriteFile(file, damage(damaged, mustRead(t, other)), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				if x, err := c.load(t.Context(), path, m.State.key()); err == nil || x != nil || !strings.Contains(err.Error(), filepath.Base(file)) {
					t.Errorf("it is not refused, or the error does not name %s: %v", file, err)
				}
				for range 2 {
					sameAsWhole(t, s, mustSnapshot(t, s), []string{"Sample Robotic", "Example Party 7", "Example Party 40"})
				}
				if _, err := newIndexCache(s).load(t.Context(), newIndexCache(s).manifests()[0], m.State.key()); err != nil {
					t.Errorf("it was not made again: %v", err)
				}
			})
		}
	}
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestLineOf: where a record stands is told apart from what it says.
func TestLineOf(t *testing.T) {
	for text, want := range map[string]string{
		`{"id":"a:1","source":"a","kind":"x,","record":"f \"1\".csv:7","names":[{"text":"n"}]}`: `f "1".csv:7`,
		`{"id":"a:1","source":"a","kind":"x,","record":"g.csv:9","names":[{"text":"n"}]}`:       `g.csv:9`,
		`{"id":"a:1","kind":"x,\"record\":\"no\"","names":[],"x":{"a":1,"record":"no"}}`:        "",
		`{"id":"a:1","record":"broken`: "",
		"":                             "",
	} {
		l := lineOf([]byte(text))
		if got, err := l.position(); got != want || err != nil {
			t.Errorf("%s: stands at %q, want %q (%v)", text, got, want, err)
		}
		if l.hasID("a:1") != (text != "") || l.hasID("a:") || l.hasID("a:12") {
			t.Errorf("%s: its id is not recognised", text)
		}
	}
	a := lineOf([]byte(`{"id":"a:1","record":"f.csv:7","names":[{"text":"n"}]}`))
	b := lineOf([]byte(`{"id":"a:1","record":"g.csv:8","names":[{"text":"n"}]}`))
	c := lineOf([]byte(`{"id":"a:1","record":"f.csv:7","names":[{"text":"m"}]}`))
	if a.digest != b.digest || a.digest == c.digest {
		t.Errorf("digests %x, %x, %x", a.digest, b.digest, c.digest)
	}
}
