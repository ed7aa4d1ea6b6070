package edition

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/screen"
)

// Snapshots loads the editions in force on a day, once for each day asked
// about. It is what a screener asks. What it has handed out does not change:
// a program that runs for long has it follow the store with Refresh or Follow.
type Snapshots struct {
	store      *Store
	compiled   *compiled
	mu         sync.Mutex
	days       map[enduse.Date]*loaded
	refreshing sync.Mutex
	told       func(string) // what Refresh is doing
}

// loaded is the snapshot of a day.
type loaded struct {
	making sync.Mutex
	now    atomic.Pointer[screen.Snapshot]
	asked  atomic.Bool // since the last Refresh
}

// Snapshots returns the snapshots of a store.
func (s *Store) Snapshots() *Snapshots {
	return &Snapshots{store: s, compiled: s.compiled(), days: map[enduse.Date]*loaded{}, told: silent}
}

// Snapshot returns the lists in force on a day. An edition that cannot be
// loaded is a gap in the snapshot; an error means that nothing can be said. Only
// who asks first for a day waits.
func (s *Snapshots) Snapshot(ctx context.Context, asOf enduse.Date) (*screen.Snapshot, error) {
	day := s.day(asOf)
	day.asked.Store(true)
	if snapshot := day.now.Load(); snapshot != nil {
		return snapshot, nil
	}
	day.making.Lock()
	defer day.making.Unlock()
	if snapshot := day.now.Load(); snapshot != nil {
		return snapshot, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// One that could not be kept is searched all the same.
	snapshot, _, err := s.store.snapshot(ctx, s.compiled, asOf, mostDelta, silent)
	if snapshot == nil {
		return nil, err
	}
	day.now.Store(snapshot)
	return snapshot, nil
}

func silent(string) {}

func (s *Snapshots) day(asOf enduse.Date) *loaded {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.days[asOf] == nil {
		s.days[asOf] = &loaded{}
	}
	return s.days[asOf]
}

// Refresh brings the snapshots up to the store: editions that were put in force
// since, and the age of the others. Then it makes one index of segments that have
// grown too many. Meanwhile everybody is answered from what was there before,
// which goes on serving whatever fails. Days not asked about since the last
// Refresh are forgotten, but for today.
func (s *Snapshots) Refresh(ctx context.Context) error {
	s.refreshing.Lock()
	defer s.refreshing.Unlock()
	s.forget()
	var errs []error
	used := map[*index.Set]bool{}
	for asOf, day := range s.all() {
		errs = append(errs, s.refresh(ctx, asOf, day))
		used[day.now.Load().Index] = true
	}
	s.compiled.retain(used)
	return errors.Join(errs...)
}

// refresh replaces the snapshot of a day, and then again if its segments have
// become one. Segments that could not be kept as one do not replace those that
// serve.
func (s *Snapshots) refresh(ctx context.Context, asOf enduse.Date, day *loaded) error {
	snapshot, x, err := s.store.snapshot(ctx, s.compiled, asOf, mostDelta, s.told)
	if snapshot == nil {
		return err
	}
	day.now.Store(snapshot)
	if err != nil || x == nil || x.share <= compactFrom {
		return err
	}
	snapshot, x, err = s.store.snapshot(ctx, s.compiled, asOf, compactFrom, s.told)
	switch {
	case err != nil:
		return fmt.Errorf("the index was not made one: %w", err)
	case x == nil:
		return fmt.Errorf("the index was not made one: %s: %s", snapshot.Failed[0].What, snapshot.Failed[0].Why)
	}
	day.now.Store(snapshot)
	return nil
}

// forget drops the days that nobody asks about any more.
func (s *Snapshots) forget() {
	today := enduse.DateOf(s.store.clock())
	s.mu.Lock()
	defer s.mu.Unlock()
	for asOf, day := range s.days {
		if !day.asked.Swap(false) && asOf != today {
			delete(s.days, asOf)
		}
	}
}

// all returns the days that have a snapshot.
func (s *Snapshots) all() map[enduse.Date]*loaded {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := maps.Clone(s.days)
	maps.DeleteFunc(out, func(_ enduse.Date, day *loaded) bool { return day.now.Load() == nil })
	return out
}

// Follow refreshes at an interval until the context ends, and reports what went
// wrong: the snapshots before it go on serving.
func (s *Snapshots) Follow(ctx context.Context, every time.Duration, report func(error)) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			if err := s.Refresh(ctx); err != nil && ctx.Err() == nil {
				report(err)
			}
		}
	}
}

// Compile makes the index of the editions in force and keeps it, so that the
// next search need not. It is told what is being done.
func (s *Store) Compile(ctx context.Context, told func(string)) error {
	if told == nil {
		told = silent
	}
	_, _, err := s.snapshot(ctx, s.compiled(), enduse.DateOf(s.clock()), compactFrom, told)
	return onDisk(err)
}
