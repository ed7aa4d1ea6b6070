package ordered_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/enduse/enduse/internal/ordered"
)

func numbers(n int, taken *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

// TestOrder: whatever takes how long, results come in the order of their values.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 200).Draw(t, "values")
		l := ordered.Limits{Workers: rapid.IntRange(1, 8).Draw(t, "workers"), Ahead: rapid.IntRange(1, 20).Draw(t, "ahead")}
		var taken atomic.Int64
		got := slices.Collect(ordered.Map(context.Background(), numbers(n, &taken), l, func(_ context.Context, i int) int {
			if i%7 == 0 {
				time.Sleep(50 * time.Microsecond)
			}
			return 3 * i
		}))
		for i, v := range got {
			if v != 3*i {
				t.Fatalf("value %d is %d", i, v)
			}
		}
		if len(got) != n {
			t.Fatalf("%d of %d values", len(got), n)
		}
	})
}

// TestStop: a caller who stops leaves nothing running, and the source is not read to
// its end.
func TestStop(t *testing.T) {
	var taken, busy atomic.Int64
	for v := range ordered.Map(t.Context(), numbers(1_000_000, &taken), ordered.Limits{Workers: 4, Ahead: 8}, func(_ context.Context, i int) int {
		busy.Add(1)
		defer busy.Add(-1)
		return i
	}) {
		if v == 10 {
			break
		}
	}
	if n := busy.Load(); n != 0 {
		t.Errorf("%d values are still worked on", n)
	}
	if n := taken.Load(); n > 100 {
		t.Errorf("%d values were taken", n)
	}
}

// TestCancelled: after the context has ended nothing is yielded, however much is
// waiting.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var taken atomic.Int64
	seen := 0
	for v := range ordered.Map(ctx, numbers(1_000_000, &taken), ordered.Limits{}, func(_ context.Context, i int) int { return i }) {
		if seen++; v == 5 {
			cancel()
		}
	}
	if seen != 6 || ctx.Err() == nil {
		t.Errorf("%d values after the context ended", seen-6)
	}
}

// TestPanic: a panic of the work or of the source reaches the caller, who can recover.
func TestPanic(t *testing.T) {
	broken := func(in iter.Seq[int], work func(context.Context, int) int) (why any) {
		defer func() { why = recover() }()
		for range ordered.Map(t.Context(), in, ordered.Limits{}, work) {
		}
		return nil
	}
	var taken atomic.Int64
	if why := broken(numbers(1000, &taken), func(_ context.Context, i int) int { return 1 / (i - 20) }); why == nil {
		t.Error("the work broke and nobody knows")
	}
	if why := broken(func(func(int) bool) { panic("source") }, func(context.Context, int) int { return 0 }); why != "source" {
		t.Errorf("the source broke with %v", why)
	}
}

func ExampleMap() {
	words := slices.Values([]string{"who", "what", "where"})
	for n := range ordered.Map(context.Background(), words, ordered.Limits{}, func(_ context.Context, w string) int { return len(w) }) {
		fmt.Println(n)
	}
	// Output:
	// 3
	// 4
	// 5
}
