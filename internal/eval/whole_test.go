package eval

import (
	"os"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/testkit"
)

// every is an index that cuts no name: all are compared.
type every struct{ match.Index }

func (e every) Candidates(q index.Query) []index.Candidate {
	others := map[int32]bool{}
	for _, c := range e.Index.Candidates(index.Query{Identifiers: q.Identifiers, Addresses: q.Addresses, AddressFloor: q.AddressFloor}) {
		others[c.Entity] = true
	}
	all := make([]index.Candidate, e.Len())
	for i := range all {
		first, end := e.NamesOf(int32(i))
		all[i] = index.Candidate{Entity: int32(i), ByFact: others[int32(i)]}
		for n := first; n < end; n++ {
			all[i].Names = append(all[i].Names, n)
		}
	}
	return all
}

// both searches through the index and by brute force, and counts who differs.
type both struct {
	*match.Matcher
	brute        *match.Matcher
	t            *testing.T
	asked, found *atomic.Int64
}

func (b both) Hits(p enduse.Party, floor float64) []enduse.Hit {
	got, want := b.Matcher.Hits(p, floor), b.brute.Hits(p, floor)
	b.asked.Add(1)
	b.found.Add(int64(len(want)))
	if len(got) != len(want) {
		b.t.Errorf("%s from %g on: %d hits through the index, %d by brute force", p.Name, floor, len(got), len(want))
		return got
	}
	for i := range want {
		if got[i].Entity.ID != want[i].Entity.ID || got[i].Score != want[i].Score {
			b.t.Errorf("%s from %g on: hit %d is %s %v through the index, %s %v by brute force", p.Name, floor, i,
				got[i].Entity.ID, got[i].Score, want[i].Entity.ID, want[i].Score)
		}
	}
	return got
}

// TestIndexLosesNothing asks the first row of every suite of the real lists twice. More of
// each is for ENDUSE_BRUTE to say: one takes a quarter of a second.
func TestIndexLosesNothing(t *testing.T) {
	testkit.EvalData(t)
	testkit.Data(t)
	each := 1
	if n, err := strconv.Atoi(os.Getenv("ENDUSE_BRUTE")); err == nil {
		each = n
	}
	r := runnerOfAll(t)
	fast, ok := r.Matcher.(*match.Matcher)
	if !ok {
		t.Fatalf("a matcher of %T", r.Matcher)
	}
	brute := &match.Matcher{Index: every{fast.Index}, Weights: policy.Default().Weights, NameBirthPlace: fast.NameBirthPlace}
	var asked, found atomic.Int64
	for _, g := range goldenSuites {
		cases := readFile(t, g.file(t))
		r.First, r.Sample = each, 1
		r.Matcher = both{fast, brute, t, &asked, &found}
		if _, err := r.Run(t.Context(), cases); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d queries, %d hits", asked.Load(), found.Load())
	if asked.Load() < int64(each) || found.Load() == 0 {
		t.Error("nothing was asked")
	}
}
