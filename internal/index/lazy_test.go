package index

import (
	"sync"
	"testing"
)

// TestLazy: whoever asks, and however much was kept and forgotten before, each
// number gives its own thing, and one that is kept is not made again.
func TestLazy(t *testing.T) {
	const size = maxKept + 3<<pageBits + 1
	l := newLazy[int32](size)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range int32(size) {
				if got := l.get(i, func() *int32 { return &i }); *got != i {
					t.Errorf("%d gives %d", i, *got)
				}
			}
		})
	}
	wg.Wait()
	l.forget()
	made := 0
	for range 3 {
		l.get(size-1, func() *int32 { made++; return new(int32) })
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}
