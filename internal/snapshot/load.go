package snapshot

import (
	"context"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/internal/subject"
)

// request is what load needs to know.
type request struct {
	day      enduse.Date
	maxDelta float64 // the largest share of an index that may have changed without building it again
	progress func(string)
}

// result is a snapshot as load made it.
type result struct {
	snapshot *screen.Snapshot
	index    *openIndex // nil if an edition failed: then nothing is cached
	notKept  error      // why the index could not be kept for the next start
}

// load makes the snapshot of a day: with a cached index if no edition has a
// problem; otherwise from the entities that can be read, each problem being a gap.
func (l *Lists) load(ctx context.Context, r request) (result, error) {
	editions, err := l.store.InForce(r.day)
	if err != nil {
		return result{}, err
	}
	if b, ok := fromMetadata(editions); ok {
		if st, err := stateOf(l.store, b); err == nil {
			x, notKept, err := l.cache.get(ctx, st, r.maxDelta, loader{l.store, b.excerpt, r.progress})
			if err == nil {
				return result{b.snapshot(x.set), x, notKept}, nil
			}
		}
		if err := ctx.Err(); err != nil {
			return result{}, err
		}
	}
	b, err := loadEntities(l.store, editions)
	if err != nil {
		return result{}, err
	}
	set := index.SetOf(index.Build(b.entities))
	if set, err = set.WithSubjects(subject.Resolve(set.Numbered())); err != nil {
		return result{}, err
	}
	return result{snapshot: b.snapshot(set)}, nil
}

// fromMetadata builds a snapshot from the manifests of the editions alone. It
// returns false if an edition has a problem that must become a gap.
func fromMetadata(editions []edition.Status) (*builder, bool) {
	b := &builder{}
	for _, st := range editions {
		switch {
		case st.Problem != nil:
			b.fail(st.Edition, st.Problem)
		case !st.Starter:
			b.add(st, nil)
		}
	}
	return b, b.addStarter() == nil && len(b.failed) == 0
}

// loadEntities loads the editions that can be loaded. Each of the others is a gap.
func loadEntities(store *edition.Store, editions []edition.Status) (*builder, error) {
	b := &builder{}
	for _, st := range editions {
		if st.Starter {
			continue
		}
		if st.Problem != nil {
			b.fail(st.Edition, st.Problem)
			continue
		}
		entities, err := store.Entities(st.Edition)
		if err != nil {
			b.fail(st.Edition, err)
			continue
		}
		b.add(st, entities)
	}
	return b, b.addStarter()
}
