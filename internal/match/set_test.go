package match

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
)

// TestSegmentsEqualWhole is the promise of index.Set: whatever edits made the
// segments, their hits are those of one index of what is left.
func TestSegmentsEqualWhole(t *testing.T) {
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		var segments []index.Segment
		var left []*enduse.Entity
		for round := range rapid.IntRange(1, 4).Draw(t, "segments") {
			var added []*enduse.Entity
			for i := range rapid.IntRange(1, 12).Draw(t, "entities") {
				e := entity(fmt.Sprintf("e%02d", rapid.IntRange(0, 20).Draw(t, "id")), rapid.SliceOfN(someName(), 0, 3).Draw(t, "names")...)
				e.Record = fmt.Sprintf("list:%d.%d", round, i)
				if rapid.Bool().Draw(t, "born") {
					e.BirthDates = []enduse.Date{{Year: 1960}}
				}
				if !slices.ContainsFunc(added, func(a *enduse.Entity) bool { return a.ID == e.ID }) {
					added = append(added, e)
				}
			}
			gone := func(e *enduse.Entity) bool {
				return slices.ContainsFunc(added, func(a *enduse.Entity) bool { return a.ID == e.ID }) || rapid.IntRange(0, 5).Draw(t, "removed") == 0
			}
			for i := range segments {
				segments[i].Deleted, segments[i].Relocated = nil, index.Relocated{}
			}
			before := left
			left = slices.Clone(added)
			for _, e := range before {
				if !gone(e) {
					c := *e
					c.Record += rapid.SampledFrom([]string{"", "0"}).Draw(t, "moved")
					left = append(left, &c)
				}
			}
			segments = append(segments, index.Segment{Index: index.Build(added)})
		}
		hide(segments, left)
		set, err := index.NewSet(segments...)
		if err != nil {
			t.Fatal(err)
		}
		whole := matcher(left...)
		m := *whole
		m.Index = set
		asked := []string{someName().Draw(t, "asked")}
		for _, e := range left {
			for _, n := range e.Names {
				asked = append(asked, n.Text)
			}
		}
		p := enduse.Party{Name: rapid.SampledFrom(asked).Draw(t, "asked of all")}
		floor := rapid.SampledFrom([]float64{0.3, 0.6, 0.9}).Draw(t, "floor")
		got, want := m.Hits(p, floor), whole.Hits(p, floor)
		sameHits(t, got, want)
		for i := range want {
			if got[i].Entity.Record != want[i].Entity.Record || got[i].Matched != want[i].Matched {
				t.Fatalf("%s at %s by %+v, want %s by %+v", want[i].Entity.ID, got[i].Entity.Record, got[i].Matched, want[i].Entity.Record, want[i].Matched)
			}
		}
		compared += len(want)
		sameEntities(t, set, left)
	})
	if compared < 5 {
		t.Errorf("only %d hits were compared", compared)
	}
}

// hide hides in each segment what is not left, or is in a later one, and says
// where the rest stands.
func hide(segments []index.Segment, left []*enduse.Entity) {
	seen := map[enduse.EntityID]bool{}
	now := map[enduse.EntityID]*enduse.Entity{}
	for _, e := range left {
		now[e.ID] = e
	}
	for i := range slices.Backward(segments) {
		g := &segments[i]
		for k := range uint32(g.Len()) {
			id := g.ID(int32(k))
			if now[id] == nil || seen[id] {
				g.Deleted = append(g.Deleted, k)
				continue
			}
			seen[id] = true
			g.Relocated.Add(k, now[id].Record)
		}
	}
}

func sameEntities(t *rapid.T, set *index.Set, want []*enduse.Entity) {
	n := 0
	for e := range set.All() {
		n++
		if set.ByID(e.ID) == nil {
			t.Fatalf("%s is not found by its id", e.ID)
		}
	}
	if n != len(want) || set.Len() != n {
		t.Fatalf("%d entities and %d, want %d", n, set.Len(), len(want))
	}
	for _, e := range want {
		if got := set.ByID(e.ID); got == nil || got.Record != e.Record {
			t.Fatalf("%s: %+v, want it at %s", e.ID, got, e.Record)
		}
	}
}

func lineOf(t *testing.T, e *enduse.Entity) []byte {
	t.Helper()
	b, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestPartsInAFile: what a delta is told from is in the file.
func TestPartsInAFile(t *testing.T) {
	a, b, c := lineOf(t, entity("a", "One")), lineOf(t, entity("b", "Two")), lineOf(t, entity("c", "Three"))
	x, err := index.BuildParts([]index.Part{
		{Name: "first", Lines: [][]byte{c, a}, Digests: []uint64{3, 1}},
		{Name: "second", Lines: [][]byte{b}, Digests: []uint64{2}},
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "list.idx")
	if err := x.Write(path); err != nil {
		t.Fatal(err)
	}
	file, err := index.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for _, y := range []*index.Index{x, file} {
		got := ""
		for _, part := range []string{"first", "second", "third"} {
			for i, digest := range y.Part(part) {
				got += fmt.Sprint(part, " ", y.ID(i), " ", digest, "; ")
			}
		}
		if want := "first a 1; first c 3; second b 2; "; got != want {
			t.Errorf("parts: %s, want %s", got, want)
		}
	}
	if x.Sum() != 0 || file.Sum() == 0 {
		t.Errorf("sums %x in memory, %x of the file", x.Sum(), file.Sum())
	}
}

func TestSetRefusesNumbersOfNoEntity(t *testing.T) {
	x := index.Build([]*enduse.Entity{entity("a", "One"), entity("b", "Two")})
	for what, g := range map[string]index.Segment{
		"hidden beyond":     {Deleted: []uint32{2}},
		"hidden twice":      {Deleted: []uint32{1, 1}},
		"moved beyond":      {Relocated: index.Relocated{Entities: []uint32{7}, Starts: []uint32{0, 1}, Bytes: []byte("x")}},
		"moved nowhere":     {Relocated: index.Relocated{Entities: []uint32{0}}},
		"moved backwards":   {Relocated: index.Relocated{Entities: []uint32{0}, Starts: []uint32{1, 0}, Bytes: []byte("x")}},
		"moved off the end": {Relocated: index.Relocated{Entities: []uint32{0}, Starts: []uint32{0, 9}, Bytes: []byte("x")}},
	} {
		g.Index = x
		if _, err := index.NewSet(g); err == nil {
			t.Errorf("%s: no error", what)
		}
	}
}
