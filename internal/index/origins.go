package index

import (
	"iter"

	"github.com/enduse/enduse"
)

// origins hold the part and the digest of the record of each entity. An index made by
// Build has none.
type origins struct {
	names   texts    // of the parts
	parts   []uint32 // by entity
	digests []uint64 // by entity
}

// sections are the arrays of origins in a file.
func (o *origins) sections() []section {
	return []section{
		{"parts.bytes", &o.names.bytes},
		{"parts.starts", &o.names.starts},
		{"entities.parts", &o.parts},
		{"entities.digests", &o.digests},
	}
}

// Part visits the entities of a part: their numbers, in order, and the digests
// of their records.
func (x *Index) Part(name string) iter.Seq2[int32, uint64] {
	return func(yield func(int32, uint64) bool) {
		for i, part := range x.origins.parts {
			if x.origins.names.at(int32(part)) == name && !yield(int32(i), x.origins.digests[i]) { // #nosec G115 -- a number in the index
				return
			}
		}
	}
}

// ID returns the id of an entity by its number, without reading the entity.
func (x *Index) ID(i int32) enduse.EntityID { return enduse.EntityID(x.entities.ids.at(i)) }

// Sum is a checksum of the file that the index lies in, all of it; 0 in memory.
func (x *Index) Sum() uint64 {
	if x.file == nil {
		return 0
	}
	return x.file.Sum()
}
