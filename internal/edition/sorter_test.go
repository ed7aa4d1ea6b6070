package edition

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
)

// TestSorter: whatever fits into memory, records come out by id, and each once.
func TestSorter(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	want := map[enduse.EntityID][]string{}
	type record struct{ id, text string }
	var all []record
	for i := range 2000 {
		r := record{fmt.Sprintf("own:%d", rng.IntN(700)), fmt.Sprintf("text %d", i)}
		all = append(all, r)
		want[enduse.EntityID(r.id)] = append(want[enduse.EntityID(r.id)], r.text)
	}
	var ids []string
	for id := range want {
		ids = append(ids, string(id))
		slices.Sort(want[id])
	}
	slices.Sort(ids)
	for _, limit := range []int{1, 500, 20_000, 1 << 20} {
		s := &sorter{folder: t.TempDir(), limit: limit}
		for _, r := range all {
			if err := s.add(enduse.EntityID(r.id), []byte(r.text)); err != nil {
				t.Fatal(err)
			}
		}
		if limit == 20_000 && len(s.runs) < 3 || limit == 1<<20 && len(s.runs) > 0 {
			t.Errorf("limit %d: %d files", limit, len(s.runs))
		}
		i := 0
		for group, err := range s.groups() {
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, text := range group {
				got = append(got, string(text))
			}
			slices.Sort(got)
			if diff := cmp.Diff(want[enduse.EntityID(ids[i])], got); diff != "" {
				t.Fatalf("limit %d, id %s:\n%s", limit, ids[i], diff)
			}
			i++
		}
		if i != len(ids) {
			t.Errorf("limit %d: %d ids of %d", limit, i, len(ids))
		}
		s.close()
		if left, _ := os.ReadDir(s.folder); len(left) > 0 {
			t.Errorf("limit %d: %d files are left", limit, len(left))
		}
	}
}

// TestSorterDamaged: a file that was cut short meanwhile is an error.
func TestSorterDamaged(t *testing.T) {
	s := &sorter{folder: t.TempDir(), limit: 10}
	defer s.close()
	if err := s.add("own:1", []byte("a text of some length")); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(s.runs[0].Name(), 12); err != nil {
		t.Fatal(err)
	}
	var failed error
	for _, err := range s.groups() {
		failed = errors.Join(failed, err)
	}
	if failed == nil {
		t.Error("no error")
	}
}

// TestSpillingMakesNoDifference: an edition is the same however often its
// records went through the disk, records of one id included.
func TestSpillingMakesNoDifference(t *testing.T) {
	entities := func() (out []*enduse.Entity) {
		for i := range 60 {
			id := enduse.EntityID(fmt.Sprint("own:", i%40))
			out = append(out, &enduse.Entity{
				ID: id, Source: "own", List: "own", Schema: enduse.SchemaPerson, Record: fmt.Sprint("own.csv:", i),
				Names:       []enduse.Name{{Text: fmt.Sprintf("Example <Party> %d", i), Kind: enduse.NamePrimary}},
				Identifiers: []enduse.Identifier{{Kind: enduse.IdentifierKinds[0], Value: "1"}},
			})
		}
		return out
	}
	made := func(limit int) ([]byte, enduse.Counts) {
		var c enduse.Counts
		s := &sorter{folder: t.TempDir(), limit: limit}
		defer s.close()
		for _, e := range entities() {
			count(&c, e, 1)
			text, err := encodeLine(e)
			if err == nil {
				err = s.add(e.ID, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		m := Manifest{Edition: enduse.Edition{Counts: c}}
		written := compilation{folder: s.folder, manifest: &m, records: s}
		if err := written.write(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(s.folder, entitiesFile))
		if err != nil {
			t.Fatal(err)
		}
		return b, m.Counts
	}
	whole, counts := made(1 << 20)
	if want := (enduse.Counts{Entities: 40, Names: 60, Identifiers: 40}); counts != want {
		t.Errorf("%+v, want %+v", counts, want)
	}
	for _, limit := range []int{1, 1000, 5000} {
		got, c := made(limit)
		if !bytes.Equal(got, whole) || c != counts {
			t.Errorf("limit %d: %+v, want %+v\n%s", limit, c, counts, got)
		}
	}
}
