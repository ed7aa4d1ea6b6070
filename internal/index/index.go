package index

import (
	"cmp"
	"iter"
	"sort"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/sectionfile"
	"github.com/enduse/enduse/internal/subject"
)

// Index holds entities and finds those that a party could be. Everything that
// a search reads of it is in flat arrays, which lie in memory or in a file.
type Index struct {
	entities    entities
	origins     origins
	names       names
	words       terms
	joins       terms // neighbours written as one
	sounds      sounds
	identifiers keyed // normal identifier -> entity
	keys        keyed // name.Keys -> name
	places      places
	cross       cross
	scratch     scratchPool
	file        *sectionfile.File // nil in memory
}

// names are the listed names, entity by entity.
type names struct {
	first  []uint32 // the first name of each entity; one more at the end
	entity []int32
	texts  texts
	facts  []float32 // nameFacts of each
	parsed *lazy[name.Name]
}

// nameFacts is what the bound needs of a name: the weight of all its words, of
// those that distinguish it, and of its patronymics.
type nameFacts struct{ weight, tells, light float64 }

// factsEach is how many numbers the facts of a name are.
const factsEach = 3

func (n *names) addFacts(f nameFacts) {
	n.facts = append(n.facts, float32(f.weight), float32(f.tells), float32(f.light))
}

func (n *names) factsOf(id int32) nameFacts {
	f := n.facts[factsEach*int(id) : factsEach*int(id)+factsEach]
	return nameFacts{float64(f[0]), float64(f[1]), float64(f[2])}
}

// factsOf weighs the words of a name.
func factsOf(n *name.Name) nameFacts {
	f := nameFacts{weight: n.Weight}
	for i := range n.Tokens {
		t := &n.Tokens[i]
		if compare.IsDistinctive(t) {
			f.tells += t.Weight
		}
		if t.Patronymic {
			f.light += t.Weight
		}
	}
	return f
}

// places are the addresses of entries that have no name.
type places struct {
	entity []int32
	texts  texts
	parsed *lazy[name.Name]
}

func (p *places) at(i int32) *name.Name {
	return p.parsed.get(i, func() *name.Name {
		n := name.Analyse(p.texts.at(i))
		return &n
	})
}

// Len returns the number of entities.
func (x *Index) Len() int { return x.entities.len() }

// Entity returns an entity by the number that a Candidate gives. The caller
// must not change it.
func (x *Index) Entity(i int) *enduse.Entity { return x.entities.at(int32(i)) }

// Subjects returns nil: the subjects of several lists belong to a Set.
func (x *Index) Subjects() *subject.Table { return nil }

// unkept yields the entities with their numbers, without keeping those that it reads.
func (x *Index) unkept() iter.Seq2[int32, *enduse.Entity] { return x.entities.each }

// ByID returns the entity of an id, or nil.
func (x *Index) ByID(id enduse.EntityID) *enduse.Entity {
	i, ok := sort.Find(x.Len(), func(i int) int { return cmp.Compare(string(id), x.entities.ids.at(int32(i))) })
	if !ok {
		return nil
	}
	return x.Entity(i)
}

// NamesOf returns the numbers of an entity's names: from the first to before
// the end, in the order of the entity.
func (x *Index) NamesOf(entity int32) (first, end int32) {
	return int32(x.names.first[entity]), int32(x.names.first[entity+1])
}

// Name returns an analysed name by its number.
func (x *Index) Name(i int32) *name.Name {
	return x.names.parsed.get(i, func() *name.Name {
		n := name.Analyse(x.names.texts.at(i))
		return &n
	})
}

// Texts visits every listed name as it is written, with the number of its entity.
// The text lies in the index: of one that is mapped from a file it must not be used
// once that is closed.
func (x *Index) Texts() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, e := range x.names.entity {
			if !yield(int(e), x.names.texts.at(int32(i))) { // #nosec G115 -- a number in the index
				return
			}
		}
	}
}
