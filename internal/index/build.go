package index

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// Build makes an index of the entities in memory. It keeps the entities; they
// must not change afterwards.
func Build(all []*enduse.Entity) *Index {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b *enduse.Entity) int { return cmp.Compare(a.ID, b.ID) })
	b := newBuilder()
	b.x.entities.memory = sorted
	next := int32(0)
	for analysed := range inOrder(slices.Chunk(sorted, chunkSize), analyseAll) {
		for _, names := range analysed {
			b.add(next, sorted[next], names)
			next++
		}
	}
	return b.finish()
}

// builder collects the content of an index.
type builder struct {
	x           Index
	words       termBuilder
	joins       termBuilder
	cross       crossBuilder
	sounds      soundsBuilder
	identifiers []keyedID
	keys        []keyedID
}

func newBuilder() *builder { return &builder{sounds: soundsBuilder{weights: map[uint32]float32{}}} }

func (b *builder) add(entity int32, e *enduse.Entity, analysed []name.Name) {
	b.x.entities.ids.add(string(e.ID))
	b.x.names.first = append(b.x.names.first, uint32(len(b.x.names.entity)))
	for k := range e.Names {
		b.addName(entity, e.Names[k].Text, &analysed[k])
	}
	for _, id := range e.Identifiers {
		if key := compare.NormalIdentifier(id.Value); key != "" {
			b.identifiers = append(b.identifiers, newKeyedID(hash(key), entity))
		}
	}
	b.addPlaces(entity, e)
}

// addName enters a name under each of its words, in its own letters and in
// Latin ones, and under neighbours written as one.
func (b *builder) addName(entity int32, text string, n *name.Name) {
	id := int32(len(b.x.names.entity))
	b.x.names.entity = append(b.x.names.entity, entity)
	b.x.names.texts.add(text)
	b.x.names.addFacts(factsOf(n))
	b.addKeys(id, n)
	for i := range n.Tokens {
		t := &n.Tokens[i]
		b.words.add(t.Text, id, t.Weight)
		if t.Latin != "" && t.Latin != t.Text {
			b.words.add(t.Latin, id, t.Weight)
		}
		if t.Raw != t.Text {
			b.words.add(t.Raw, id, t.Weight) // found by a joined word only
		}
		for count := 2; count <= maxJoined; count++ {
			if joined, ok := compare.Join(n.Tokens, i, count); ok {
				b.joins.add(joined, id, weigh(n.Tokens[i:i+count]))
			}
		}
		b.sounds.add(t, id)
	}
	if n.Acronym != "" {
		b.words.add(n.Acronym, id, weigh(n.Tokens[n.Initials[0]:n.Initials[1]]))
	}
	b.cross.add(n.Tokens, id)
}

// addKeys enters a name under its keys.
func (b *builder) addKeys(id int32, n *name.Name) {
	for _, key := range keysOf(n) {
		if key != 0 {
			b.keys = append(b.keys, newKeyedID(key, id))
		}
	}
}

// keysOf returns the keys of a name; those that it does not have are 0.
func keysOf(n *name.Name) [6]uint64 {
	return [...]uint64{n.Letters, n.Words, n.Core, n.Confusable, n.Turned, n.Head}
}

// addPlaces enters the addresses of an entry that is listed by them alone.
func (b *builder) addPlaces(entity int32, e *enduse.Entity) {
	if e.Schema != enduse.SchemaAddress {
		return
	}
	for _, a := range e.Addresses {
		b.x.places.entity = append(b.x.places.entity, entity)
		b.x.places.texts.add(a.String())
	}
}

func (b *builder) finish() *Index {
	x := &b.x
	x.names.first = append(x.names.first, uint32(len(x.names.entity)))
	x.words, x.joins, x.cross = b.words.finish(wordReach), b.joins.finish(joinReach), b.cross.finish()
	x.sounds, x.identifiers = b.sounds.finish(), newKeyed(b.identifiers)
	x.keys = newKeyed(b.keys)
	x.ready()
	return x
}

// ready makes what an index keeps while it is used.
func (x *Index) ready() {
	x.names.parsed = newLazy[name.Name](len(x.names.entity))
	x.places.parsed = newLazy[name.Name](len(x.places.entity))
	x.scratch.names = len(x.names.entity)
}

func weigh(tokens []name.Token) (sum float64) {
	for i := range tokens {
		sum += tokens[i].Weight
	}
	return sum
}

// analyseAll analyses the names of entities.
func analyseAll(all []*enduse.Entity) [][]name.Name {
	out := make([][]name.Name, len(all))
	for i, e := range all {
		out[i] = analyse(e)
	}
	return out
}
