package index

import (
	"slices"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// cross finds words across scripts: by the skeletons of which two must share
// one to be alike; see name.CrossAlike.
type cross struct {
	latin, foreign group // words of Latin letters, and of others
	// joined are neighbouring Latin words that may be a whole name that another
	// script writes without blanks; whole are such names.
	joined, whole group
}

// group holds words with the names that they stand in.
type group struct {
	texts, raws texts // a word as it is compared, and as it is written
	skeletons   keyed // skeleton -> words
	postings    postings
	words       *lazy[name.Token]
}

// word returns a word, read when it is first asked for.
func (g *group) word(i int32) *name.Token {
	return g.words.get(i, func() *name.Token {
		t := name.Read(g.texts.at(i), g.raws.at(i))
		return &t
	})
}

// groupBuilder collects words.
type groupBuilder struct {
	ids         map[string]int32
	texts, raws texts
	skeletons   []keyedID
	lists       [][]posting
}

// add says that a name holds a word with these skeletons.
func (b *groupBuilder) add(text, raw string, skeletons []uint64, p posting) {
	if b.ids == nil {
		b.ids = map[string]int32{}
	}
	key := text + " " + raw
	id, ok := b.ids[key]
	if !ok {
		id = int32(len(b.lists))
		b.ids[key] = id
		b.texts.add(text)
		b.raws.add(raw)
		b.lists = append(b.lists, nil)
		for _, s := range skeletons {
			b.skeletons = append(b.skeletons, keyedID{s * spread, id})
		}
	}
	b.lists[id] = append(b.lists[id], p)
}

// spread makes a key of a skeleton, whose bits are the lower ones.
const spread = 0x9E3779B97F4A7C15

func (b *groupBuilder) finish() group {
	return group{
		texts: b.texts, raws: b.raws, skeletons: newKeyed(b.skeletons), postings: newPostings(b.lists),
		words: newLazy[name.Token](len(b.lists)),
	}
}

// crossBuilder collects the words of all names.
type crossBuilder struct{ latin, foreign, joined, whole groupBuilder }

func (b *crossBuilder) finish() cross {
	return cross{b.latin.finish(), b.foreign.finish(), b.joined.finish(), b.whole.finish()}
}

// add enters the words of a name, and its neighbours written as one.
func (b *crossBuilder) add(tokens []name.Token, id int32) {
	var buf [64]uint64
	for i := range tokens {
		t := &tokens[i]
		p := newPosting(id, float32(t.Weight), false)
		switch skeletons := t.AppendSkeletons(buf[:0]); {
		case len(skeletons) == 0:
		case t.Foreign():
			b.foreign.add(t.Text, t.Raw, skeletons, p)
			if whole := t.AppendJoinedSkeletons(buf[:0]); len(whole) > 0 {
				b.whole.add(t.Text, t.Raw, whole, p)
			}
		default:
			b.latin.add(t.Latin, t.Raw, skeletons, p)
		}
		eachJoined(tokens, i, func(word string, weight float32) {
			b.joined.add(word, "", name.AppendLatinSkeletons(buf[:0], word), newPosting(id, weight, false))
		})
	}
}

// eachJoined visits the neighbours from i on that may be a whole name.
func eachJoined(tokens []name.Token, i int, visit func(word string, weight float32)) {
	if !name.SyllableStart(tokens[i].Raw) {
		return
	}
	for n := 2; n <= mostJoined; n++ {
		if word, ok := compare.Join(tokens, i, n); ok && name.Syllables(word) > 0 {
			visit(word, float32(weigh(tokens[i:i+n])))
		}
	}
}

// mostJoined is how many neighbours may be written as one word.
const mostJoined = 3

// sum adds what pairing a word with words of other scripts could add.
func (c *cross) sum(s *scratch, tokens []name.Token, i int) {
	t := &tokens[i]
	s.pair(&c.foreign, t, float32(t.Weight))
	if t.Foreign() {
		s.pair(&c.latin, t, float32(t.Weight))
		s.whole(c, t)
	}
	if c.whole.texts.len() > 0 {
		eachJoined(tokens, i, func(word string, weight float32) { s.join(c, word, weight) })
	}
}

// near collects the words of a group that share a skeleton, each once.
func (s *scratch) near(g *group, skeletons []uint64) []int32 {
	s.words = s.words[:0]
	for _, k := range skeletons {
		s.words = append(s.words, g.skeletons.find(k*spread)...)
	}
	slices.Sort(s.words)
	s.words = slices.Compact(s.words)
	return s.words
}

// pair adds the words of a group that are alike a word across scripts.
func (s *scratch) pair(g *group, t *name.Token, weight float32) {
	s.find(g, t.Text+" "+t.Raw, weight, func() []uint64 { return t.AppendSkeletons(s.skeletons[:0]) },
		func(word int32) float64 { return name.CrossBound(t, g.word(word)) })
}

// find adds the words of a group that share a skeleton with a word and are
// alike it.
func (s *scratch) find(g *group, word string, weight float32, skeletons func() []uint64, alike func(int32) float64) {
	if g.texts.len() == 0 {
		return
	}
	key := crossKey{g, word}
	found, ok := s.crossed[key]
	if !ok {
		for _, id := range s.near(g, skeletons()) {
			if a := alike(id); a > 0 {
				found = append(found, crossFound{id, a})
			}
		}
		s.remember(key, found)
	}
	for _, f := range found {
		for _, p := range g.postings.of(f.word) {
			s.add(p.name(), float32(f.alike)*(weight+p.weight()))
		}
	}
}

// whole adds the neighbours that may be the reading of a whole name.
func (s *scratch) whole(c *cross, t *name.Token) {
	s.find(&c.joined, t.Text, float32(t.Weight), func() []uint64 { return t.AppendJoinedSkeletons(s.skeletons[:0]) },
		func(word int32) float64 { return name.JoinedAlike(c.joined.texts.at(word), t) })
}

// join adds the whole names that neighbours may be the reading of.
func (s *scratch) join(c *cross, joined string, weight float32) {
	s.find(&c.whole, joined, weight, func() []uint64 { return name.AppendLatinSkeletons(s.skeletons[:0], joined) },
		func(word int32) float64 { return name.JoinedAlike(joined, c.whole.word(word)) })
}

// crossKey names a lookup of a word in a group, crossFound is what it finds.
type crossKey struct {
	group *group
	word  string
}

type crossFound struct {
	word  int32
	alike float64
}

// remember keeps a lookup for the next one of the same word.
func (s *scratch) remember(key crossKey, found []crossFound) {
	if len(s.crossed) >= memoWords || s.crossed == nil {
		s.crossed = map[crossKey][]crossFound{}
	}
	s.crossed[key] = found
}
