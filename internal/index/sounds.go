package index

import (
	"strconv"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// sounds finds names by keys that are looked up as they are: how a word sounds,
// the given names that it means, and the letter of an initial.
type sounds struct {
	names   keyed
	weights []float32 // of each key: the greatest that a word under it has in a name
}

// soundsBuilder collects keys.
type soundsBuilder struct {
	ids     []keyedID
	weights map[uint32]float32
}

// add enters a word of a name.
func (b *soundsBuilder) add(t *name.Token, id int32) {
	enter := func(key uint64, _ float64) {
		b.ids = append(b.ids, newKeyedID(key, id))
		b.weights[short(key)] = max(b.weights[short(key)], float32(t.Weight))
	}
	soundKeys(t, enter)
	if t.Class == name.Initial && t.Latin != "" {
		enter(initialKey(t.Latin), 0)
	}
}

func (b *soundsBuilder) finish() sounds {
	s := sounds{names: newKeyed(b.ids)}
	s.weights = make([]float32, len(s.names.keys))
	for i, key := range s.names.keys {
		s.weights[i] = b.weights[key]
	}
	return s
}

// sum adds what pairing a word with those that it sounds like, or that are forms
// of the same given name, or that are its initial, could add.
func (x *sounds) sum(s *scratch, t *name.Token, p pairings) {
	enter := func(key uint64, alike float64) {
		i, ok := x.names.at(key)
		if !ok {
			return
		}
		agreed := float32(alike * (p.weight + float64(x.weights[i])))
		for _, id := range x.names.of(i) {
			s.bounds.add(id, p.number, p.cover, agreed, x.weights[i])
		}
	}
	soundKeys(t, enter)
	if t.Class != name.Initial && t.Class != name.Legal && t.Latin != "" {
		enter(initialKey(t.Latin), p.of.Initial)
	}
}

// soundKeys are the sound of a word and the groups of given names that it
// is in, each with the similarity of words that share it.
func soundKeys(t *name.Token, visit func(key uint64, alike float64)) {
	if t.Sound != "" {
		visit(hash("s"+t.Sound), compare.SoundSimilarity)
	}
	for _, g := range name.NicknameGroups(t.Text) {
		visit(hash("n"+strconv.Itoa(g)), compare.NicknameSimilarity)
	}
}

// initialKey is that of words which begin with a letter.
func initialKey(latin string) uint64 { return hash("i" + latin[:1]) }
