package edition

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/index"
)

// delta is what a state has other than the index of an earlier one.
type delta struct {
	base   index.Segment // with what of it is not found any more, or has moved
	parts  []index.Part  // entities that are new or not as they were
	places []placed      // of the base's entities that are as they were
}

// placed says where the record of an entity stands.
type placed struct {
	entity uint32
	record string
}

// newDelta compares a state with the index of another one. Only parts that are
// not the same in both are loaded, and no entity is decoded.
func newDelta(base *index.Index, parts []statedPart, gone []string, load func(statedPart) ([]byte, error)) (*delta, error) {
	d := &delta{base: index.Segment{Index: base}}
	for _, name := range gone {
		for i := range base.Part(name) {
			d.base.Hidden = append(d.base.Hidden, uint32(i)) // #nosec G115 -- a number in the index
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
	slices.Sort(d.base.Hidden)
	slices.SortFunc(d.places, func(a, b placed) int { return cmp.Compare(a.entity, b.entity) })
	for _, p := range d.places {
		d.base.Moved.Add(p.entity, p.record)
	}
	return d, nil
}

// compare sets the lines of a part against the entities that the base has of it.
func (d *delta) compare(name string, b []byte) error {
	left := map[uint64]int32{}
	for i, digest := range d.base.Part(name) {
		if _, twice := left[digest]; twice { // by accident: only one can be recognised
			d.base.Hidden = append(d.base.Hidden, uint32(i)) // #nosec G115 -- a number in the index
			continue
		}
		left[digest] = i
	}
	added := index.Part{Name: name}
	for l := range linesOf(b) {
		if i, ok := left[l.digest]; ok && l.of(d.base.ID(i)) {
			delete(left, l.digest)
			record, err := l.place()
			if err != nil {
				return err
			}
			d.places = append(d.places, placed{uint32(i), record}) // #nosec G115 -- a number in the index
			continue
		}
		added.Lines, added.Digests = append(added.Lines, l.text), append(added.Digests, l.digest)
	}
	for _, i := range left {
		d.base.Hidden = append(d.base.Hidden, uint32(i)) // #nosec G115 -- a number in the index
	}
	if len(added.Lines) > 0 {
		d.parts = append(d.parts, added)
	}
	return nil
}

// size is how many entities came and went.
func (d *delta) size() int {
	n := len(d.base.Hidden)
	for _, p := range d.parts {
		n += len(p.Lines)
	}
	return n
}
