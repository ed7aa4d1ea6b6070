package index

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"sort"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/sectionfile"
	"github.com/enduse/enduse/internal/subject"
)

// Segment is an index that is searched together with others.
type Segment struct {
	*Index
	// Deleted are tombstones: the numbers, in order, of entities that were removed
	// or are replaced in a later segment.
	Deleted   []uint32
	Relocated Relocated
}

// Relocated holds the new record positions of entities that are otherwise
// unchanged.
type Relocated struct {
	Entities []uint32 // their numbers, in order
	Starts   []uint32 // where each one's text begins in Bytes; one more at the end
	Bytes    []byte
}

// Add records the position of an entity's record. Entities are added in order of
// their numbers.
func (m *Relocated) Add(entity uint32, record string) {
	if len(m.Starts) == 0 {
		m.Starts = append(m.Starts, 0)
	}
	m.Entities = append(m.Entities, entity)
	m.Bytes = append(m.Bytes, record...)
	m.Starts = append(m.Starts, uint32(len(m.Bytes))) // #nosec G115 -- below the length of a list
}

func (m *Relocated) of(entity uint32) (record string, ok bool) {
	i, ok := slices.BinarySearch(m.Entities, entity)
	if !ok {
		return "", false
	}
	return sectionfile.String(m.Bytes[m.Starts[i]:m.Starts[i+1]]), true
}

// Set searches segments as one index, the oldest first, without the deleted
// entities. It never changes. The numbers of its entities and names are those of
// the first segment, then those of the next, and so on.
type Set struct {
	segments []placed
	subjects *subject.Table
}

// placed is a segment with the numbers at which it begins.
type placed struct {
	Segment
	entities, names int32
}

// NewSet returns a set of segments. It fails on numbers that no entity has.
func NewSet(segments ...Segment) (*Set, error) {
	s := &Set{}
	var entities, names int64
	for i, g := range segments {
		if err := g.check(); err != nil {
			return nil, fmt.Errorf("index: segment %d: %w", i, err)
		}
		s.segments = append(s.segments, placed{g, int32(entities), int32(names)}) // #nosec G115 -- checked below
		entities, names = entities+int64(g.Len()), names+int64(len(g.names.entity))
		if entities > math.MaxInt32 || names > math.MaxInt32 {
			return nil, fmt.Errorf("index: %d entities with %d names are too many", entities, names)
		}
	}
	return s, nil
}

// SetOf returns the set of one index.
func SetOf(x *Index) *Set { return &Set{segments: []placed{{Segment: Segment{Index: x}}}} }

// WithSubjects returns the set with a table of the entities that are one party. It fails
// on a table that names entities that the set does not have.
func (s *Set) WithSubjects(t *subject.Table) (*Set, error) {
	last := &s.segments[len(s.segments)-1]
	if n := int(last.entities) + last.Len(); t.Entities() > n {
		return nil, fmt.Errorf("index: subjects of %d entities, but there are %d", t.Entities(), n)
	}
	return &Set{segments: s.segments, subjects: t}, nil
}

// Subjects returns which entities are one party; nil where nothing was resolved.
func (s *Set) Subjects() *subject.Table { return s.subjects }

// Numbered yields the entities that are not deleted, with their numbers. Unlike All it
// keeps none of them in memory.
func (s *Set) Numbered() iter.Seq2[int32, *enduse.Entity] {
	return func(yield func(int32, *enduse.Entity) bool) {
		for i := range s.segments {
			g := &s.segments[i]
			for k, e := range g.unkept() {
				if !g.isDeleted(k) && !yield(g.entities+k, e) {
					return
				}
			}
		}
	}
}

func (g *Segment) check() error {
	m := &g.Relocated
	if !ascending(g.Deleted, g.Len()) || !ascending(m.Entities, g.Len()) {
		return fmt.Errorf("deleted or relocated are entities that the %d do not have", g.Len())
	}
	if n := len(m.Entities); n > 0 && (len(m.Starts) != n+1 || !slices.IsSorted(m.Starts) || int64(m.Starts[n]) > int64(len(m.Bytes))) {
		return fmt.Errorf("the positions of %d relocated records do not fit", n)
	}
	return nil
}

// ascending reports whether numbers rise and stay below an end.
func ascending(numbers []uint32, end int) bool {
	for i, n := range numbers {
		if int64(n) >= int64(end) || i > 0 && n <= numbers[i-1] {
			return false
		}
	}
	return true
}

func (g *Segment) isDeleted(entity int32) bool {
	_, hidden := slices.BinarySearch(g.Deleted, uint32(entity)) // #nosec G115 -- a number in the index
	return hidden
}

// entity returns an entity with the present position of its record.
func (g *Segment) entity(i int32) *enduse.Entity {
	e := g.Entity(int(i))
	record, moved := g.Relocated.of(uint32(i)) // #nosec G115 -- a number in the index
	if !moved || record == e.Record {
		return e
	}
	now := *e
	now.Record = record
	return &now
}

// Candidates returns the entities of all segments that may match a query, each
// once, in order.
func (s *Set) Candidates(q Query) []Candidate {
	if len(s.segments) == 1 && len(s.segments[0].Deleted) == 0 {
		return s.segments[0].Candidates(q)
	}
	var out []Candidate
	for i := range s.segments {
		g := &s.segments[i]
		for _, c := range g.Candidates(q) {
			if g.isDeleted(c.Entity) {
				continue
			}
			c.Entity += g.entities
			for k := range c.Names {
				c.Names[k] += g.names
			}
			out = append(out, c)
		}
	}
	return out
}

// Keyed reports whether a listed name has a key; it may be a deleted one.
func (s *Set) Keyed(key uint64) bool {
	for i := range s.segments {
		if s.segments[i].Keyed(key) {
			return true
		}
	}
	return false
}

// Len returns the number of entities that are not deleted.
func (s *Set) Len() (n int) {
	for i := range s.segments {
		n += s.segments[i].Len() - len(s.segments[i].Deleted)
	}
	return n
}

// All yields the entities that are not deleted, segment by segment in order of
// their ids.
func (s *Set) All() iter.Seq[*enduse.Entity] {
	return func(yield func(*enduse.Entity) bool) {
		for i := range s.segments {
			g := &s.segments[i]
			for k := range int32(g.Len()) { // #nosec G115 -- checked when the set was made
				if !g.isDeleted(k) && !yield(g.entity(k)) {
					return
				}
			}
		}
	}
}

// Texts yields every listed name that is not deleted, as it is written, with the
// number of its entity; see [Index.Texts].
func (s *Set) Texts() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := range s.segments {
			g := &s.segments[i]
			for e, text := range g.Texts() {
				if !g.isDeleted(int32(e)) && !yield(e+int(g.entities), text) { // #nosec G115 -- a number in the segment
					return
				}
			}
		}
	}
}

// Entity returns an entity by the number that a Candidate gives. The caller
// must not change it.
func (s *Set) Entity(i int) *enduse.Entity {
	g := s.holder(func(g *placed) bool { return int64(g.entities) > int64(i) })
	return g.entity(int32(i) - g.entities) // #nosec G115 -- a number in the set
}

// ID returns the id of an entity by its number.
func (s *Set) ID(i int32) enduse.EntityID {
	g := s.holder(func(g *placed) bool { return g.entities > i })
	return g.ID(i - g.entities)
}

// NamesOf returns the numbers of an entity's names: from the first to before
// the end, in the order of the entity.
func (s *Set) NamesOf(entity int32) (first, end int32) {
	g := s.holder(func(g *placed) bool { return g.entities > entity })
	first, end = g.NamesOf(entity - g.entities)
	return first + g.names, end + g.names
}

// Name returns an analysed name by its number.
func (s *Set) Name(i int32) *name.Name {
	g := s.holder(func(g *placed) bool { return g.names > i })
	return g.Name(i - g.names)
}

// holder returns the last segment that does not begin after a number.
func (s *Set) holder(after func(*placed) bool) *placed {
	n := len(s.segments)
	for n > 1 && after(&s.segments[n-1]) {
		n--
	}
	return &s.segments[n-1]
}

// ByID returns the entity with an id, or nil if it does not exist or is deleted.
func (s *Set) ByID(id enduse.EntityID) *enduse.Entity {
	for i := range s.segments {
		g := &s.segments[i]
		k := sort.Search(g.Len(), func(k int) bool { return cmp.Compare(g.ID(int32(k)), id) >= 0 }) // #nosec G115 -- a number in the index
		for ; k < g.Len() && g.ID(int32(k)) == id; k++ {                                            // #nosec G115 -- a number in the index
			if !g.isDeleted(int32(k)) { // #nosec G115 -- a number in the index
				return g.entity(int32(k)) // #nosec G115 -- a number in the index
			}
		}
	}
	return nil
}
