package edition

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/list/starter"
	"github.com/enduse/enduse/internal/screen"
)

// Snapshots loads the editions in force on a day, once for each day asked
// about. It is what a screener asks.
type Snapshots struct {
	store  *Store
	mu     sync.Mutex
	loaded map[enduse.Date]*screen.Snapshot
}

// Snapshots returns the snapshots of a store.
func (s *Store) Snapshots() *Snapshots {
	return &Snapshots{store: s, loaded: map[enduse.Date]*screen.Snapshot{}}
}

// Snapshot returns the lists in force on a day. An edition that cannot be
// loaded is a gap in the snapshot; an error means that nothing can be said.
func (s *Snapshots) Snapshot(ctx context.Context, asOf enduse.Date) (*screen.Snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if snapshot, ok := s.loaded[asOf]; ok {
		return snapshot, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	snapshot, err := s.store.snapshot(ctx, asOf)
	if err == nil {
		s.loaded[asOf] = snapshot
	}
	return snapshot, err
}

func (s *Store) snapshot(ctx context.Context, asOf enduse.Date) (*screen.Snapshot, error) {
	chosen, err := s.inForce(asOf)
	if err != nil {
		return nil, err
	}
	now := s.asOfTime(asOf)
	path := ""
	if b, ok := s.known(chosen, now); ok {
		if path, err = s.compiledPath(b.parts, b.starter); err == nil {
			if x := openCompiled(ctx, path); x != nil {
				return b.finish(x), nil
			}
		}
	}
	b := newBuilder()
	for _, st := range chosen {
		if st.Problem != nil {
			b.fail(st.Edition, st.Problem)
			continue
		}
		e, entities, err := s.load(st.Source, st.Digest)
		if err != nil {
			b.fail(st.Edition, err)
			continue
		}
		b.add(e, e.State(now, s.maxAge), entities)
	}
	if err := b.addStarter(); err != nil {
		return nil, err
	}
	x := index.Build(b.entities)
	if path != "" && len(b.failed) == 0 {
		s.keep(path, x)
	}
	return b.finish(x), nil
}

// known builds a snapshot from what is written of the editions, without reading
// their entities; it fails if there is anything to be said of one of them.
func (s *Store) known(chosen []Status, now time.Time) (*builder, bool) {
	b := newBuilder()
	for _, st := range chosen {
		e, err := s.readEdition(s.folder(st.Source, st.Digest))
		if err != nil || st.Problem != nil {
			return nil, false
		}
		b.add(e, e.State(now, s.maxAge), nil)
	}
	return b, b.addStarter() == nil && len(b.failed) == 0
}

// asOfTime is the moment at which age is measured: now, or the end of a day
// that is past.
func (s *Store) asOfTime(asOf enduse.Date) time.Time {
	now := s.clock()
	if end := asOf.Last().AddDate(0, 0, 1); end.Before(now) {
		return end
	}
	return now
}

// inForce chooses the edition of each source that was in force on a day: the
// one that CURRENT names for today; for a day past, the one published last
// before the end of that day. An edition whose date of publication is not
// known counts from its import.
func (s *Store) inForce(asOf enduse.Date) ([]Status, error) {
	all, err := s.Editions()
	if err != nil {
		return nil, err
	}
	past := asOf.Last().AddDate(0, 0, 1).Before(s.clock())
	var out []Status
	for _, st := range all {
		if !past {
			if st.Current {
				out = append(out, st)
			}
			continue
		}
		if st.Problem != nil { // it may be the one of that day: say so
			out = append(out, st)
			continue
		}
		if st.Refused != "" || begins(st.Edition).After(asOf.Last()) {
			continue
		}
		i := slices.IndexFunc(out, func(o Status) bool { return o.Source == st.Source && o.Problem == nil })
		switch {
		case i < 0:
			out = append(out, st)
		case begins(out[i].Edition).Before(begins(st.Edition)):
			out[i] = st
		}
	}
	return out, nil
}

// begins is the first moment at which an edition is known to be in force.
func begins(e enduse.Edition) time.Time {
	if e.Published != nil {
		return e.Published.First()
	}
	return e.Imported
}

// builder collects editions into a snapshot.
type builder struct {
	parts    []stored // that are searched
	entities []*enduse.Entity
	starter  string // which entities of the starter are
	stamps   []enduse.EditionStamp
	carried  map[enduse.ListID]enduse.EditionState
	failed   []enduse.Gap
}

func newBuilder() *builder { return &builder{carried: map[enduse.ListID]enduse.EditionState{}} }

func (b *builder) fail(e enduse.Edition, err error) {
	hint := enduse.HintOf(err)
	b.failed = append(b.failed, enduse.Gap{What: "source " + string(e.Source), Why: err.Error(), Hint: hint})
}

func (b *builder) add(e stored, state enduse.EditionState, entities []*enduse.Entity) {
	b.carry(e.Edition, state)
	if !state.Usable() {
		b.fail(e.Edition, errors.New("too many records could not be read: the edition failed and is not searched"))
		return
	}
	b.parts = append(b.parts, e)
	b.entities = append(b.entities, entities...)
	b.stamp(e.Edition, state)
}

// carry notes the state of the legal lists that an edition carries.
func (b *builder) carry(e enduse.Edition, state enduse.EditionState) {
	for _, l := range e.Lists {
		if have, ok := b.carried[l]; !ok || better(state, have) {
			b.carried[l] = state
		}
	}
}

func (b *builder) stamp(e enduse.Edition, state enduse.EditionState) {
	b.stamps = append(b.stamps, enduse.EditionStamp{
		List: enduse.ListID(e.Source), Source: e.Source, Digest: e.Digest,
		Published: e.Published, Entities: e.Counts.Entities, State: state,
	})
}

// addStarter adds the starter entities of the lists that no edition carries.
func (b *builder) addStarter() error {
	e, all, err := Starter()
	if err != nil {
		return err
	}
	var kept []*enduse.Entity
	for _, entity := range all {
		if state, ok := b.carried[entity.List]; !ok || !state.Usable() {
			kept = append(kept, entity)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	e.Lists = slices.DeleteFunc(e.Lists, func(l enduse.ListID) bool { _, ok := b.carried[l]; return ok })
	e.Counts.Entities = len(kept)
	b.carry(e, enduse.StateStarter)
	b.entities = append(b.entities, kept...)
	b.starter = fmt.Sprint(e.Digest, e.Lists)
	b.stamp(e, enduse.StateStarter)
	return nil
}

func (b *builder) finish(x *index.Index) *screen.Snapshot {
	slices.SortFunc(b.stamps, func(x, y enduse.EditionStamp) int { return strings.Compare(string(x.Source), string(y.Source)) })
	return &screen.Snapshot{Index: x, Stamps: b.stamps, Carried: b.carried, Failed: b.failed}
}

// states orders the states from the best to the worst.
var states = []enduse.EditionState{
	enduse.StateFresh, enduse.StateStale, enduse.StatePartial, enduse.StateStarter, enduse.StateFailed,
}

func better(a, b enduse.EditionState) bool { return slices.Index(states, a) < slices.Index(states, b) }

// Starter returns the excerpt inside the binary as an edition.
func Starter() (enduse.Edition, []*enduse.Entity, error) {
	source := starter.Source()
	e := enduse.Edition{
		Source: source.ID, Title: source.Title, Publisher: source.Publisher, Lists: slices.Clone(source.Lists),
		Format: "starter", Starter: true, Digest: starter.Digest(),
	}
	var entities []*enduse.Entity
	for entity, err := range starter.Read() {
		if err != nil {
			return e, nil, err
		}
		e.Counts.Records++
		entities = append(entities, &entity)
		count(&e.Counts, &entity, 1)
	}
	return e, entities, nil
}
