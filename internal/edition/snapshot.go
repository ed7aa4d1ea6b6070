package edition

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/list/starter"
	"github.com/enduse/enduse/internal/screen"
)

// snapshot makes the snapshot of a day, with what it searches if nothing has to
// be said of an edition. One that comes with an error is whole, and could not be
// kept for the next start.
func (s *Store) snapshot(ctx context.Context, c *compiled, asOf enduse.Date, largest float64, told func(string)) (*screen.Snapshot, *searched, error) {
	chosen, err := s.inForce(asOf)
	if err != nil {
		return nil, nil, err
	}
	now := s.asOfTime(asOf)
	if b, ok := s.known(chosen, now); ok {
		if st, err := s.stateOf(b); err == nil {
			x, kept, err := c.get(ctx, st, largest, loader{s, b.excerpt, told})
			if err == nil {
				return b.finish(x.set), x, kept
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
	}
	b, err := s.gather(chosen, now)
	if err != nil {
		return nil, nil, err
	}
	return b.finish(index.Whole(index.Build(b.entities))), nil, nil
}

// gather loads what can be of the editions: what cannot is a gap.
func (s *Store) gather(chosen []Status, now time.Time) (*builder, error) {
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
	return b, b.addStarter()
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
	excerpt  []*enduse.Entity
	stamps   []enduse.EditionStamp
	carriers []carrier
	carried  map[enduse.ListID]enduse.EditionState // set by addStarter
	failed   []enduse.Gap
}

func newBuilder() *builder { return &builder{carried: map[enduse.ListID]enduse.EditionState{}} }

func (b *builder) fail(e enduse.Edition, err error) {
	hint := enduse.HintOf(err)
	b.failed = append(b.failed, enduse.Gap{What: "source " + string(e.Source), Why: err.Error(), Hint: hint})
}

func (b *builder) add(e stored, state enduse.EditionState, entities []*enduse.Entity) {
	b.carriers = append(b.carriers, carrier{e, state})
	if !state.Usable() {
		b.fail(e.Edition, errors.New("too many records could not be read: the edition failed and is not searched"))
		return
	}
	b.parts = append(b.parts, e)
	b.entities = append(b.entities, entities...)
	b.stamp(e.Edition, state)
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
	b.carried = carried(b.carriers)
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
	for _, l := range e.Lists {
		b.carried[l] = enduse.StateStarter
	}
	b.entities = append(b.entities, kept...)
	b.starter, b.excerpt = fmt.Sprint(e.Digest, e.Lists), kept
	b.stamp(e, enduse.StateStarter)
	return nil
}

func (b *builder) finish(x *index.Set) *screen.Snapshot {
	slices.SortFunc(b.stamps, func(x, y enduse.EditionStamp) int { return strings.Compare(string(x.Source), string(y.Source)) })
	return &screen.Snapshot{Index: x, Stamps: b.stamps, ListStates: b.carried, Failed: b.failed}
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
