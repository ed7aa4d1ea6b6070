package snapshot

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/screen"
)

// Lists hands out the lists in force on a day, ready to search. Each day is
// loaded once, and a snapshot that was handed out does not change: a
// long-running program calls Refresh or Follow to see later imports. A Lists may
// be used by many goroutines.
type Lists struct {
	store      *edition.Store
	cache      *indexCache
	mu         sync.Mutex
	days       map[enduse.Date]*day
	refreshing sync.Mutex
	progress   func(string) // called with each step of Refresh
}

// day is the snapshot of a day.
type day struct {
	making sync.Mutex
	now    atomic.Pointer[screen.Snapshot]
	asked  atomic.Bool // since the last Refresh
}

// New returns the lists of a store.
func New(store *edition.Store) *Lists {
	return &Lists{store: store, cache: newIndexCache(store), days: map[enduse.Date]*day{}, progress: silent}
}

func silent(string) {}

// Snapshot returns the lists in force on a day. An edition that cannot be loaded
// is a gap in the snapshot; an error means that nothing is known. Only the first
// caller for a day waits until the snapshot is made.
func (l *Lists) Snapshot(ctx context.Context, asOf enduse.Date) (*screen.Snapshot, error) {
	d := l.day(asOf)
	d.asked.Store(true)
	if snapshot := d.now.Load(); snapshot != nil {
		return snapshot, nil
	}
	d.making.Lock()
	defer d.making.Unlock()
	if snapshot := d.now.Load(); snapshot != nil {
		return snapshot, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	made, err := l.load(ctx, request{day: asOf, maxDelta: maxDelta, progress: silent})
	if err != nil {
		return nil, err
	}
	d.now.Store(made.snapshot)
	return made.snapshot, nil
}

func (l *Lists) day(asOf enduse.Date) *day {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.days[asOf] == nil {
		l.days[asOf] = &day{}
	}
	return l.days[asOf]
}

// Show returns the entity with an id among the editions in force, including the
// starter.
func (l *Lists) Show(ctx context.Context, id enduse.EntityID) (*enduse.Entity, error) {
	snapshot, err := l.Snapshot(ctx, l.store.Today())
	if err != nil {
		return nil, err
	}
	if e := snapshot.Index.ByID(id); e != nil {
		return e, nil
	}
	err = errors.New("no entity with this id in the editions in force")
	if len(snapshot.Failed) > 0 {
		err = fmt.Errorf("%w, but %s could not be loaded", err, snapshot.Failed[0].What)
	}
	return nil, &enduse.Error{Op: "lists show", Code: enduse.CodeNotFound, Subject: string(id), Err: err, Hint: "find ids with: enduse check NAME"}
}

// Refresh updates the snapshots to the store: editions that were put in force
// since, and the age of the others. It then merges segments that have grown too
// large into one index. Meanwhile callers get the snapshots from before, which
// stay in use if anything fails. Days that nobody has asked for since the last
// Refresh are forgotten, except today.
func (l *Lists) Refresh(ctx context.Context) error {
	l.refreshing.Lock()
	defer l.refreshing.Unlock()
	l.forget()
	var errs []error
	used := map[*index.Set]bool{}
	for asOf, d := range l.loaded() {
		errs = append(errs, l.refresh(ctx, asOf, d))
		used[d.now.Load().Index] = true
	}
	l.cache.retain(used)
	return errors.Join(errs...)
}

// refresh replaces the snapshot of a day, and again once its segments are merged.
// A merged index that could not be kept does not replace the segments in use.
func (l *Lists) refresh(ctx context.Context, asOf enduse.Date, d *day) error {
	made, err := l.load(ctx, request{day: asOf, maxDelta: maxDelta, progress: l.progress})
	if err != nil {
		return err
	}
	d.now.Store(made.snapshot)
	if made.notKept != nil || made.index == nil || made.index.share <= compactFrom {
		return made.notKept
	}
	made, err = l.load(ctx, request{day: asOf, maxDelta: compactFrom, progress: l.progress})
	switch {
	case err != nil:
		return fmt.Errorf("the index was not made one: %w", err)
	case made.notKept != nil:
		return fmt.Errorf("the index was not made one: %w", made.notKept)
	case made.index == nil:
		return fmt.Errorf("the index was not made one: %s: %s", made.snapshot.Failed[0].What, made.snapshot.Failed[0].Why)
	}
	d.now.Store(made.snapshot)
	return nil
}

// forget drops the days that nobody asks for any more.
func (l *Lists) forget() {
	today := l.store.Today()
	l.mu.Lock()
	defer l.mu.Unlock()
	for asOf, d := range l.days {
		if !d.asked.Swap(false) && asOf != today {
			delete(l.days, asOf)
		}
	}
}

// loaded returns the days that have a snapshot.
func (l *Lists) loaded() map[enduse.Date]*day {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := maps.Clone(l.days)
	maps.DeleteFunc(out, func(_ enduse.Date, d *day) bool { return d.now.Load() == nil })
	return out
}

// Follow calls Refresh at an interval until the context ends, and reports its
// errors. After an error the snapshots from before stay in use.
func (l *Lists) Follow(ctx context.Context, every time.Duration, report func(error)) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			if err := l.Refresh(ctx); err != nil && ctx.Err() == nil {
				report(err)
			}
		}
	}
}
