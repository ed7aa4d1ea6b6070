package index

import (
	"iter"

	"github.com/enduse/enduse"
)

// Part is the entities that came together, as one edition of a source, each
// with a digest of its record.
type Part struct {
	Name     string
	Entities []*enduse.Entity
	Digests  []uint64 // as many as Entities
}

// BuildParts is Build of the entities of all parts. It keeps of each which part
// it came with and its digest, so that a later edition of the part can be
// compared without reading the entities: see [Index.Part].
func BuildParts(parts []Part) *Index {
	var all []*enduse.Entity
	for _, p := range parts {
		all = append(all, p.Entities...)
	}
	x := Build(all)
	x.origins = originsOf(x, parts)
	return x
}

// origins say of each entity which part it came with, and the digest of its
// record. An index that Build made has none.
type origins struct {
	names   texts    // of the parts
	parts   []uint32 // by entity
	digests []uint64 // by entity
}

func originsOf(x *Index, parts []Part) (o origins) {
	type origin struct {
		part   uint32
		digest uint64
	}
	of := make(map[*enduse.Entity]origin, x.Len())
	for i, p := range parts {
		o.names.add(p.Name)
		for k, e := range p.Entities {
			of[e] = origin{uint32(i), p.Digests[k]} // #nosec G115 -- a handful
		}
	}
	o.parts, o.digests = make([]uint32, x.Len()), make([]uint64, x.Len())
	for i := range x.Len() {
		from := of[x.Entity(i)]
		o.parts[i], o.digests[i] = from.part, from.digest
	}
	return o
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
