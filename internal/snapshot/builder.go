package snapshot

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/screen"
)

// builder collects editions into a snapshot.
type builder struct {
	parts    []edition.Manifest // of the editions that are searched
	entities []*enduse.Entity
	starter  string           // identifies the part of the starter that is searched
	excerpt  []*enduse.Entity // that part
	stamps   []enduse.EditionStamp
	loaded   []edition.Status
	carried  map[enduse.ListID]enduse.EditionState // set by addStarter
	failed   []enduse.Gap
}

func (b *builder) fail(e enduse.Edition, err error) {
	b.failed = append(b.failed, enduse.Gap{What: "source " + string(e.Source), Why: err.Error(), Hint: enduse.HintOf(err)})
}

func (b *builder) add(st edition.Status, entities []*enduse.Entity) {
	b.loaded = append(b.loaded, st)
	if !st.State.Usable() {
		b.fail(st.Edition, errors.New("too many records could not be read: the edition failed and is not searched"))
		return
	}
	b.parts = append(b.parts, st.Manifest)
	b.entities = append(b.entities, entities...)
	b.stamp(st.Edition, st.State)
}

func (b *builder) stamp(e enduse.Edition, state enduse.EditionState) {
	b.stamps = append(b.stamps, enduse.EditionStamp{
		List: enduse.ListID(e.Source), Source: e.Source, Digest: e.Digest,
		Published: e.Published, Entities: e.Counts.Entities, State: state,
	})
}

// addStarter adds the starter entities of the lists that no edition carries. It
// is called after all editions are added.
func (b *builder) addStarter() error {
	e, all, err := edition.Starter()
	if err != nil {
		return err
	}
	b.carried = edition.Carried(b.loaded)
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

func (b *builder) snapshot(x *index.Set) *screen.Snapshot {
	slices.SortFunc(b.stamps, func(x, y enduse.EditionStamp) int { return strings.Compare(string(x.Source), string(y.Source)) })
	return &screen.Snapshot{Index: x, Stamps: b.stamps, ListStates: b.carried, Failed: b.failed}
}
