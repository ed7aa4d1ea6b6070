package index

import (
	"slices"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// cross finds words across scripts by their skeletons: similar words share one; see
// name.CrossSimilarity.
type cross struct {
	latin, foreign lexicon // words of Latin letters, and of others
	// joined are neighbouring Latin words that may be a whole name that another
	// script writes without blanks; whole are such names.
	joined, whole lexicon
}

// lexicon holds words with the names that contain them.
type lexicon struct {
	texts, raws texts // a word as it is compared, and as it is written
	skeletons   keyed // skeleton -> words
	postings    postings
	weights     []float32    // the greatest that a word has in a name
	spans       []letterSpan // of foreign words
	words       *lazy[name.Token]
}

// letterSpan is the range of lengths of the Latin words that a foreign word may mean.
// It rejects most pairs before the foreign word is read.
type letterSpan uint32

func spanOf(t *name.Token) letterSpan {
	short, long := t.LatinLength()
	return letterSpan(max(short, 0))<<16 | letterSpan(max(long, 0)) // #nosec G115 -- of words
}

func (s letterSpan) holds(letters int) bool { return letters >= int(s>>16) && letters <= int(s&0xffff) }

// word returns a word, read when it is first asked for.
func (g *lexicon) word(i int32) *name.Token {
	return g.words.get(i, func() *name.Token {
		t := name.Read(g.texts.at(i), g.raws.at(i))
		return &t
	})
}

// lexiconBuilder collects words.
type lexiconBuilder struct {
	words       dictionary // of text and raw
	texts, raws texts
	skeletons   []keyedID
	postings    postingsBuilder
	weights     []float32
	spans       []letterSpan
}

// add records that a name contains a word with these skeletons.
func (b *lexiconBuilder) add(text, raw string, skeletons []uint64, holder int32, weight float64) (isNew bool) {
	id, isNew := b.words.add(text + " " + raw)
	if isNew {
		b.texts.add(text)
		b.raws.add(raw)
		b.weights = append(b.weights, 0)
		for _, s := range skeletons {
			b.skeletons = append(b.skeletons, newKeyedID(s*spread, id))
		}
	}
	b.postings.add(id, holder)
	b.weights[id] = max(b.weights[id], float32(weight))
	return isNew
}

// spread makes a key of a skeleton, whose bits are the lower ones.
const spread = 0x9E3779B97F4A7C15

func (b *lexiconBuilder) finish() lexicon {
	return lexicon{
		texts: b.texts, raws: b.raws, skeletons: newKeyed(b.skeletons), postings: b.postings.finish(b.texts.len()),
		weights: b.weights, spans: b.spans,
		words: newLazy[name.Token](b.texts.len()),
	}
}

// crossBuilder collects the words of all names.
type crossBuilder struct{ latin, foreign, joined, whole lexiconBuilder }

func (b *crossBuilder) finish() cross {
	return cross{b.latin.finish(), b.foreign.finish(), b.joined.finish(), b.whole.finish()}
}

// add enters the words of a name, and its neighbours written as one.
func (b *crossBuilder) add(tokens []name.Token, id int32) {
	var buf [64]uint64
	for i := range tokens {
		t := &tokens[i]
		switch skeletons := t.AppendSkeletons(buf[:0]); {
		case len(skeletons) == 0:
		case t.Foreign():
			if b.foreign.add(t.Text, t.Raw, skeletons, id, t.Weight) {
				b.foreign.spans = append(b.foreign.spans, spanOf(t))
			}
			if whole := t.AppendJoinedSkeletons(buf[:0]); len(whole) > 0 {
				b.whole.add(t.Text, t.Raw, whole, id, t.Weight)
			}
		default:
			b.latin.add(t.Latin, t.Raw, skeletons, id, t.Weight)
		}
		eachJoined(tokens, i, func(word string, weight float64) {
			b.joined.add(word, "", name.AppendLatinSkeletons(buf[:0], word), id, weight)
		})
	}
}

// eachJoined visits the neighbours from i on that may be a whole name.
func eachJoined(tokens []name.Token, i int, visit func(word string, weight float64)) {
	for n := 2; n <= maxJoined; n++ {
		if word, ok := compare.Join(tokens, i, n); ok && mayBeWhole(tokens[i].Raw, word) {
			visit(word, weigh(tokens[i:i+n]))
		}
	}
}

// mayBeWhole reports whether neighbours beginning with this word may be a
// whole name that another script writes without blanks.
func mayBeWhole(first, joined string) bool {
	return name.SyllableStart(first) && name.Syllables(joined) > 0
}

// maxJoined is how many neighbours may be written as one word.
const maxJoined = 3

// sum adds what pairing a word with words of other scripts could add.
func (c *cross) sum(s *scratch, t *name.Token, p pairings) {
	s.foreign(&c.foreign, t, p)
	if t.Foreign() {
		s.latin(&c.latin, t, p)
		s.whole(c, t, p)
	}
}

// sumJoined adds the whole names that neighbours may romanise.
func (c *cross) sumJoined(s *scratch, tokens []name.Token, from int, joined string, p pairings) {
	if c.whole.texts.len() > 0 && mayBeWhole(tokens[from].Raw, joined) {
		s.find(&c.whole, joined, p, func() []uint64 { return name.AppendLatinSkeletons(s.skeletons[:0], joined) },
			func(word int32) float64 { return name.JoinedSimilarity(joined, c.whole.word(word)) })
	}
}

// near collects the words of a lexicon that share a skeleton, each once.
func (s *scratch) near(in *lexicon, skeletons []uint64) []int32 {
	s.words = s.words[:0]
	s.seen.begin(in.texts.len())
	for _, k := range skeletons {
		for _, word := range in.skeletons.find(k * spread) {
			if s.seen.add(word) {
				s.words = append(s.words, word)
			}
		}
	}
	return s.words
}

// cost is the number of words of other scripts with which a word must be compared;
// some count twice.
func (c *cross) cost(s *scratch, t *name.Token) (n int) {
	if !t.Foreign() {
		return 0 // few words of the lists are of other scripts
	}
	for _, k := range t.AppendSkeletons(s.skeletons[:0]) {
		n += len(c.latin.skeletons.find(k * spread))
	}
	return n
}

// foreign adds the foreign words that are similar to a word of another script.
func (s *scratch) foreign(in *lexicon, t *name.Token, p pairings) {
	alike := func(word int32) float64 { return name.CrossSimilarity(t, in.word(word)) }
	if !t.Foreign() {
		latin, raw := name.LatinLetters(t.Latin), name.LatinLetters(t.Raw)
		alike = func(word int32) float64 {
			if is := in.spans[word]; !is.holds(len(latin)) && !is.holds(len(raw)) {
				return 0
			}
			return name.CrossBound(in.word(word), latin, raw)
		}
	}
	s.find(in, t.Text+" "+t.Raw, p, func() []uint64 { return t.AppendSkeletons(s.skeletons[:0]) }, alike)
}

// latin adds the Latin words that a foreign one may mean.
func (s *scratch) latin(in *lexicon, t *name.Token, p pairings) {
	s.find(in, t.Text+" "+t.Raw, p, func() []uint64 { return t.AppendSkeletons(s.skeletons[:0]) },
		func(word int32) float64 { return name.CrossBound(t, in.texts.at(word), in.raws.at(word)) })
}

// find adds the words of a lexicon that share a skeleton with a word and are similar
// to it.
func (s *scratch) find(in *lexicon, word string, p pairings, skeletons func() []uint64, alike func(int32) float64) {
	if in.texts.len() == 0 {
		return
	}
	key := crossKey{in, word}
	found, ok := s.crossed.get(key)
	if !ok {
		found = s.compare(in, s.near(in, skeletons()), alike)
		if !s.bounds.closed {
			s.crossed.put(key, found)
		}
	}
	for _, f := range found {
		listed := in.weights[f.word]
		agreed := float32(p.of.CrossScript(f.alike) * (p.weight + float64(listed)))
		for _, holder := range in.postings.of(f.word) {
			s.bounds.add(holder, p.number, p.cover, agreed, listed)
		}
	}
}

// compare returns the similar words. Once the search is closed it only considers words
// of names that are still in it.
func (s *scratch) compare(in *lexicon, words []int32, alike func(int32) float64) (found []crossFound) {
	for _, id := range words {
		if s.bounds.closed && !slices.ContainsFunc(in.postings.of(id), s.bounds.has) {
			continue
		}
		if a := alike(id); a > 0 {
			found = append(found, crossFound{id, a})
		}
	}
	return found
}

// whole adds the neighbours that may be the romanisation of a whole name.
func (s *scratch) whole(c *cross, t *name.Token, p pairings) {
	s.find(&c.joined, t.Text, p, func() []uint64 { return t.AppendJoinedSkeletons(s.skeletons[:0]) },
		func(word int32) float64 { return name.JoinedSimilarity(c.joined.texts.at(word), t) })
}

// crossKey names a lookup of a word in a lexicon, crossFound is what it finds.
type crossKey struct {
	in   *lexicon
	word string
}

type crossFound struct {
	word  int32
	alike float64
}
