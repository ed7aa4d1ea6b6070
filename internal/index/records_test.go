package index

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
)

// parties are entities with names and remarks of all lengths.
func parties(n int) (out []*enduse.Entity) {
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		e := &enduse.Entity{
			ID: enduse.EntityID(fmt.Sprintf("own:%06d", i)), Source: "own", List: "own", Schema: enduse.SchemaPerson,
			Names: []enduse.Name{{Text: fmt.Sprintf("Example\u2028Party <%d>\n", i), Kind: enduse.NamePrimary}},
		}
		e.Remarks = fmt.Sprintf("%0*d\n", 1+rng.IntN(1+i%3*700), i)
		out = append(out, e)
	}
	out[n/2].Remarks = fmt.Sprintf("%0*d", 10*blockSize, 1)
	return out
}

// TestRecords: each entity is read back from the file as it was, in any order.
func TestRecords(t *testing.T) {
	for _, n := range []int{1, 2, 1000} {
		all := parties(n)
		path := filepath.Join(t.TempDir(), "list.idx")
		if err := Build(all).Write(path); err != nil {
			t.Fatal(err)
		}
		x, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if blocks := x.entities.records.blocks.len(); n == 1000 && blocks < 10 || blocks > n {
			t.Errorf("%d entities in %d blocks", n, blocks)
		}
		for _, i := range rand.New(rand.NewPCG(3, 4)).Perm(n) {
			if diff := cmp.Diff(all[i], x.Entity(i)); diff != "" {
				t.Fatal(diff)
			}
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// BenchmarkRecord reads entities that were not read before.
func BenchmarkRecord(b *testing.B) {
	e := Build(parties(10_000)).entities
	records, err := e.packed()
	if err != nil {
		b.Fatal(err)
	}
	records.ready()
	i := int32(0)
	for b.Loop() {
		if _, err := records.read(i); err != nil {
			b.Fatal(err)
		}
		i = (i + 7919) % 10_000
	}
}
