package snapshot

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/index"
)

// delta is the difference between a state and the index of an earlier one.
type delta struct {
	base  index.Segment // with the entities that are deleted or relocated
	parts []index.Part  // entities that are new or changed
	moved []moved       // entities of the base that did not change
}

// moved is the position of an unchanged entity's record in its new file.
type moved struct {
	entity uint32
	record string
}

// newDelta compares a state with the index of an earlier one. It loads only the
// parts that differ, and decodes no entity.
func newDelta(base *index.Index, parts []statedPart, gone []string, load func(statedPart) ([]byte, error)) (*delta, error) {
	d := &delta{base: index.Segment{Index: base}}
	for _, name := range gone {
		for i := range base.Part(name) {
			d.base.Deleted = append(d.base.Deleted, uint32(i))
		}
	}
	for _, p := range parts {
		b, err := load(p)
		if err != nil {
			return nil, err
		}
		if err := d.compare(p.Name, b); err != nil {
			return nil, err
		}
	}
	slices.Sort(d.base.Deleted)
	slices.SortFunc(d.moved, func(a, b moved) int { return cmp.Compare(a.entity, b.entity) })
	for _, p := range d.moved {
		d.base.Relocated.Add(p.entity, p.record)
	}
	return d, nil
}

// compare compares the lines of a part with the entities of that part in the base.
func (d *delta) compare(name string, b []byte) error {
	left := map[uint64]int32{}
	for i, digest := range d.base.Part(name) {
		if _, twice := left[digest]; twice { // a collision: only one of them can be recognised
			d.base.Deleted = append(d.base.Deleted, uint32(i))
			continue
		}
		left[digest] = i
	}
	added := index.Part{Name: name}
	for l := range linesOf(b) {
		if i, ok := left[l.digest]; ok && l.hasID(d.base.ID(i)) {
			delete(left, l.digest)
			record, err := l.position()
			if err != nil {
				return err
			}
			d.moved = append(d.moved, moved{uint32(i), record})
			continue
		}
		added.Lines, added.Digests = append(added.Lines, l.text), append(added.Digests, l.digest)
	}
	for _, i := range left {
		d.base.Deleted = append(d.base.Deleted, uint32(i))
	}
	if len(added.Lines) > 0 {
		d.parts = append(d.parts, added)
	}
	return nil
}

// size is the number of entities added and removed.
func (d *delta) size() int {
	n := len(d.base.Deleted)
	for _, p := range d.parts {
		n += len(p.Lines)
	}
	return n
}
