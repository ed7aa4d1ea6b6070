package index

import (
	"fmt"
	"iter"

	"github.com/enduse/enduse"
)

// entities are the listed parties, in order of their ids: those that the index
// was built from, or their records in a file, read when they are asked for.
type entities struct {
	memory  []*enduse.Entity
	ids     texts
	records records
	parsed  *lazy[enduse.Entity]
}

func (e *entities) len() int { return e.ids.len() }

// ready makes what is kept while records are read.
func (e *entities) ready() {
	e.records.ready()
	e.parsed = newLazy[enduse.Entity](e.len())
}

func (e *entities) at(i int32) *enduse.Entity {
	if e.memory != nil {
		return e.memory[i]
	}
	return e.parsed.get(i, func() *enduse.Entity {
		out, err := e.records.read(i)
		if err != nil {
			// The file's checksums hold, so the record is as it was written.
			panic(fmt.Errorf("index: the record of %s cannot be read: %w", e.ids.at(i), err))
		}
		return out
	})
}

// each yields the entities with their numbers. Those that it reads it does not keep.
func (e *entities) each(yield func(int32, *enduse.Entity) bool) {
	if e.memory != nil {
		for i, entity := range e.memory {
			if !yield(int32(i), entity) { // #nosec G115 -- a number in the index
				return
			}
		}
		return
	}
	next := int32(0)
	for block := range inOrder(e.records.numbers(), e.records.readBlock) {
		for _, entity := range block {
			if !yield(next, entity) {
				return
			}
			next++
		}
	}
}

// numbers yields the numbers of the blocks.
func (r *records) numbers() iter.Seq[int] {
	return func(yield func(int) bool) {
		for b := range len(r.first) - 1 {
			if !yield(b) {
				return
			}
		}
	}
}
