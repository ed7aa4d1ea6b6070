package snapshot

import (
	"context"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
)

// grown is a store with snapshots that serve 100 entities, and an import of 60
// more that they have not seen: more than compactFrom.
func grown(t *testing.T) (*edition.Store, *Lists) {
	t.Helper()
	s := testStore(t)
	mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(100)...))
	lists := New(s)
	answers(t, lists, 100)
	mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(160)...))
	return s, lists
}

// answers fails unless the snapshots have that many entities of the list.
func answers(t *testing.T, lists *Lists, want int) {
	t.Helper()
	snapshot, err := lists.Snapshot(t.Context(), enduse.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for e := range snapshot.Index.All() {
		if e.Source == "own" {
			n++
		}
	}
	if n != want || len(snapshot.Failed) > 0 {
		t.Fatalf("%d entities are served, want %d; failed: %v", n, want, snapshot.Failed)
	}
}

// TestReadersDuringCompaction: while the new state is made, and then again while
// its segments are made one, everybody is answered from what was there before.
func TestReadersDuringCompaction(t *testing.T) {
	s, lists := grown(t)
	var steps atomic.Int32
	paused, resume := make(chan int32), make(chan bool)
	lists.progress = func(string) {
		paused <- steps.Add(1)
		<-resume
	}
	failed := make(chan error, 1)
	go func() { failed <- lists.Refresh(t.Context()) }()
	wholes := 0
	for done := false; !done; {
		select {
		case err := <-failed:
			if err != nil {
				t.Fatal(err)
			}
			done = true
		case step := <-paused:
			want := 100 // the delta is being made
			if step > 1 {
				want = 160 // it serves, and is being made one with the rest
				wholes++
			}
			var readers sync.WaitGroup
			for range 4 {
				readers.Go(func() { answers(t, lists, want) })
			}
			readers.Wait()
			resume <- true
		}
	}
	answers(t, lists, 160)
	if m := newest(t, s); wholes == 0 || m.Delta != nil || m.Changed != 0 {
		t.Errorf("after %d steps the segments are not one: %d changed", steps.Load(), m.Changed)
	}
}

// TestFailedCompaction: what was there before goes on serving, and the error is
// reported.
func TestFailedCompaction(t *testing.T) {
	s, lists := grown(t)
	steps := 0
	lists.progress = func(string) {
		if steps++; steps == 2 { // the delta is made
			for _, path := range entityFiles(t, s, "own") {
				if err := os.WriteFile(path, []byte("{}\n"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := lists.Refresh(t.Context()); err == nil {
		t.Error("no error is reported")
	}
	answers(t, lists, 160)
}

// TestBusy: while another process writes the index, what is needed is made in
// memory, and the error says why it is not kept.
func TestBusy(t *testing.T) {
	s, lists := grown(t)
	unlock, err := newIndexCache(s).lock()
	if err != nil {
		t.Fatal(err)
	}
	if err := lists.Refresh(t.Context()); err == nil {
		t.Error("no error is reported")
	}
	answers(t, lists, 160)
	unlock()
	if err := lists.Refresh(t.Context()); err != nil {
		t.Error(err)
	}
	answers(t, lists, 160)
}

// TestFollow sees an import without being told, and ends with its context.
func TestFollow(t *testing.T) {
	_, lists := grown(t)
	ctx, end := context.WithCancel(t.Context())
	var following sync.WaitGroup
	following.Go(func() { lists.Follow(ctx, time.Millisecond, func(err error) { t.Error(err) }) })
	for {
		snapshot, err := lists.Snapshot(t.Context(), enduse.DateOf(now))
		if err != nil {
			t.Error(err)
			break
		}
		if snapshot.Index.ByID("own:160") != nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	end()
	following.Wait()
}
