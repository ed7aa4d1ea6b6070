package index

import (
	"cmp"
	"sort"
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/flat"
	"github.com/enduse/enduse/internal/name"
)

// Index holds entities and finds those that a party could be. Everything that
// a search reads of it is in flat arrays, which lie in memory or in a file.
type Index struct {
	entities entities
	origins  origins
	names    names
	terms    terms
	// sounds finds names by keys that are looked up as they are: how a word
	// sounds, and the given names that it stands for.
	sounds        keyed // key -> number in soundPostings
	soundPostings []posting
	identifiers   keyed // normal identifier -> entity
	places        places
	cross         cross
	scratch       scratchPool
	file          *flat.File // nil in memory
}

// names are the listed names, entity by entity.
type names struct {
	first   []uint32 // the first name of each entity; one more at the end
	entity  []int32
	texts   texts
	weights []float32 // of all tokens
	// light is the weight of what an omission costs less of: see
	// name.Token.Patronymic.
	light    []float32
	initials []uint8 // tokens of a single letter
	parsed   *lazy[name.Name]
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

// Name returns a name, taken apart, by its number.
func (x *Index) Name(i int32) *name.Name {
	return x.names.parsed.get(i, func() *name.Name {
		n := name.Analyse(x.names.texts.at(i))
		return &n
	})
}

// soundKeys are the sound of a word and the groups of given names that it
// stands in, each with the likeness of words that share it.
func soundKeys(t *name.Token, visit func(key uint64, alike float64)) {
	if t.Sound != "" {
		visit(hash("s"+t.Sound), compare.SoundAlike)
	}
	for _, g := range name.NicknameGroups(t.Text) {
		visit(hash("n"+strconv.Itoa(g)), compare.NicknameAlike)
	}
}
