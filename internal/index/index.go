package index

import (
	"cmp"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// Index holds entities and finds those that a party could be.
type Index struct {
	entities []*enduse.Entity // by id
	names    []entry          // by entity
	first    []int32          // the first name of each entity; one more at the end
	terms    terms
	ids      map[string][]int32 // normal identifier -> entities
	places   []place            // the addresses of address-only entries
	cross    cross
	scratch  scratchPool
}

// entry is one listed name, taken apart.
type entry struct {
	entity   int32
	listed   enduse.Name
	name     name.Name
	initials int32 // tokens of a single letter
}

// place is one address of an address-only entry.
type place struct {
	entity  int32
	address name.Name
}

// Build makes an index of the entities, in order of their ids. It keeps the
// entities; they must not change afterwards.
func Build(entities []*enduse.Entity) *Index {
	x := &Index{entities: slices.Clone(entities), ids: map[string][]int32{}, cross: newCross()}
	slices.SortFunc(x.entities, func(a, b *enduse.Entity) int { return cmp.Compare(a.ID, b.ID) })
	b := newTermBuilder()
	analysed := analyse(x.entities)
	for i, e := range x.entities {
		x.first = append(x.first, int32(len(x.names)))
		for k, n := range e.Names {
			x.add(b, int32(i), n, analysed[i][k])
		}
		x.addIdentifiers(int32(i), e)
		x.addPlaces(int32(i), e)
	}
	x.first = append(x.first, int32(len(x.names)))
	x.terms = b.finish()
	x.scratch.names = len(x.names)
	return x
}

// analyse takes all names apart, on all cores.
func analyse(entities []*enduse.Entity) [][]name.Name {
	out := make([][]name.Name, len(entities))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(entities); i = int(next.Add(1)) - 1 {
				out[i] = make([]name.Name, len(entities[i].Names))
				for k, n := range entities[i].Names {
					out[i][k] = name.Analyse(n.Text)
				}
			}
		})
	}
	wg.Wait()
	return out
}

func (x *Index) add(b *termBuilder, entity int32, listed enduse.Name, n name.Name) {
	if len(n.Tokens) == 0 {
		return
	}
	id := int32(len(x.names))
	en := entry{entity: entity, listed: listed, name: n}
	for i, t := range n.Tokens {
		if t.Class == name.Initial {
			en.initials++
		}
		b.add(t.Text, id, t.Weight, false)
		if t.Latin != "" && t.Latin != t.Text {
			b.add(t.Latin, id, t.Weight, false)
		}
		if t.Raw != t.Text {
			b.add(t.Raw, id, t.Weight, false) // found by a joined word only
		}
		for count := 2; count <= 3; count++ {
			if joined, ok := compare.Join(n.Tokens, i, count); ok {
				b.add(joined, id, weigh(n.Tokens[i:i+count]), true)
			}
		}
		for _, key := range exactKeys(&n.Tokens[i]) {
			b.addExact(key.text, id, t.Weight)
		}
	}
	if n.Acronym != "" {
		b.add(n.Acronym, id, weigh(n.Tokens[n.Initials[0]:n.Initials[1]]), false)
	}
	x.cross.add(n.Tokens, id)
	x.names = append(x.names, en)
}

func weigh(tokens []name.Token) (sum float64) {
	for _, t := range tokens {
		sum += t.Weight
	}
	return sum
}

// exactKey is a form of a word that is looked up as it is, and the likeness of
// words that share it.
type exactKey struct {
	text  string
	alike float64
}

// exactKeys are the sound of a word and the groups of given names that it
// stands in, marked so that they are no words.
func exactKeys(t *name.Token) (out []exactKey) {
	if t.Sound != "" {
		out = append(out, exactKey{"s" + t.Sound, compare.SoundAlike})
	}
	for _, g := range name.NicknameGroups(t.Text) {
		out = append(out, exactKey{"n" + strconv.Itoa(g), compare.NicknameAlike})
	}
	return out
}

func (x *Index) addIdentifiers(entity int32, e *enduse.Entity) {
	for _, id := range e.Identifiers {
		key := compare.NormalIdentifier(id.Value)
		if at := x.ids[key]; key != "" && (len(at) == 0 || at[len(at)-1] != entity) {
			x.ids[key] = append(at, entity)
		}
	}
}

func (x *Index) addPlaces(entity int32, e *enduse.Entity) {
	if e.Schema != enduse.SchemaAddress {
		return
	}
	for _, a := range e.Addresses {
		if n := name.Analyse(a.String()); len(n.Tokens) > 0 {
			x.places = append(x.places, place{entity, n})
		}
	}
}

// Len returns the number of entities.
func (x *Index) Len() int { return len(x.entities) }

// Entity returns an entity by the number that a Candidate gives.
func (x *Index) Entity(i int) *enduse.Entity { return x.entities[i] }

// ByID returns the entity of an id, or nil.
func (x *Index) ByID(id enduse.EntityID) *enduse.Entity {
	i, ok := slices.BinarySearchFunc(x.entities, id, func(e *enduse.Entity, id enduse.EntityID) int { return cmp.Compare(e.ID, id) })
	if !ok {
		return nil
	}
	return x.entities[i]
}

// Listed is a listed name with its parts.
type Listed struct {
	Name  enduse.Name
	Parts *name.Name
}

// Names returns the names of an entity, taken apart.
func (x *Index) Names(entity int) []Listed {
	first, end := x.first[entity], x.first[entity+1]
	out := make([]Listed, 0, end-first)
	for i := first; i < end; i++ {
		out = append(out, x.Name(i))
	}
	return out
}

// Name returns a name by the number that a Candidate gives.
func (x *Index) Name(i int32) Listed { return Listed{x.names[i].listed, &x.names[i].name} }
