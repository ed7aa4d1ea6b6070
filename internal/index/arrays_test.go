package index

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// TestAtLeast: a weight is never lower than it was, and hardly higher; a larger
// one is not smaller.
func TestAtLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Float32Range(0, 1000).Draw(t, "a"), rapid.Float32Range(0, 1000).Draw(t, "b")
		got := newAtLeast(a)
		if w := got.weight(); w < a || float64(w) > float64(a)*1.01+math.SmallestNonzeroFloat32*(1<<17) {
			t.Fatalf("%g is kept as %g", a, w)
		}
		if (a < b) && got > newAtLeast(b) {
			t.Fatalf("%g before %g", a, b)
		}
	})
	if got := newAtLeast(0).weight(); got != 0 {
		t.Errorf("nothing is kept as %g", got)
	}
}

// TestKeyed holds it against a map. Nothing that is under a key is missed.
func TestKeyed(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 100, 5000} {
		want := map[uint64][]int32{}
		var all []keyedID
		for i := range int32(n) {
			h := hash(strconv.Itoa(int(i % 777)))
			want[h] = append(want[h], i)
			all = append(all, newKeyedID(h, i), newKeyedID(h, i))
		}
		k := newKeyed(all)
		for h, ids := range want {
			if got := k.find(h); fmt.Sprint(got) != fmt.Sprint(ids) {
				t.Fatalf("of %d: %v, want %v", n, got, ids)
			}
		}
		if got := k.find(hash("none of them")); len(got) > 0 {
			t.Errorf("of %d: %v under a key that is not there", n, got)
		}
	}
}
