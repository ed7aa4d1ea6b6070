package text

import (
	"strings"
	"unicode/utf8"
)

// Phrases finds phrases of one word or more: a trie whose nodes are found by the node
// before and the hash of a word. A hash of 64 bits is taken for its word: two words
// with the same hash are not to be expected.
//
// There are two ways to fill it and to search, one for words ([Phrases.Add],
// [Phrases.All]) and one for tokens ([Phrases.AddTokens], [Phrases.Starting]). Words are
// folded, and their shape counts; tokens are in lower case, with their accents.
type Phrases[T any] struct {
	next map[edge]int32
	ends [][]Phrase[T] // of each node
	// head is the set of the words that phrases begin with, by some bits of their hash:
	// nearly every word of a text is looked up here alone.
	head []uint64
	mask uint64
	size int
}

// Phrase is a phrase and what it means.
type Phrase[T any] struct {
	Value T
	// Words is how many words or tokens it has.
	Words    int
	language string
	shapes   []Shape // how its words must be written: Lower means in any way
	rank     int     // of phrases of tokens with as many words, the one with the lowest rank wins
}

// edge is a word after a node; of a stem, the hash is that of the stem, mixed.
type edge struct {
	node int32
	hash uint64
}

// What a word may have after its stem: letters of a word, bytes of a token.
const (
	maxEnding      = 3
	maxTokenEnding = 8
)

// What is mixed into the hash of a stem, and of a word after a comma.
const (
	stemMix  = 0x9E3779B97F4A7C15
	commaMix = 0xC2B2AE3D27D4EB4F
)

// NewPhrases makes an empty set of phrases, sized for the number that is expected.
func NewPhrases[T any](expected int) *Phrases[T] {
	bits := uint64(1 << 12)
	for bits < uint64(expected)*64 {
		bits <<= 1
	}
	return &Phrases[T]{next: map[edge]int32{}, ends: make([][]Phrase[T], 1), head: make([]uint64, bits/64), mask: bits - 1}
}

// Add adds a phrase for [Phrases.All], in texts of a language, or of any if that is
// empty. "*" after a word makes it a stem, which matches words with up to three more
// letters; a word that is written with a capital, or in capitals, must be so in the
// text.
func (p *Phrases[T]) Add(phrase, language string, value T) {
	stems := map[int]bool{}
	for i := 0; i < len(phrase); i++ {
		if phrase[i] == '*' {
			stems[i] = true
		}
	}
	e := Phrase[T]{Value: value, language: language}
	t := Cut(phrase, language)
	node := int32(0)
	for i := range t.Words {
		w := &t.Words[i]
		hash := w.Hash
		if stems[w.End] {
			hash ^= stemMix
		}
		if i > 0 && w.Before&GapComma != 0 {
			hash ^= commaMix
		}
		node = p.follow(node, hash)
		e.shapes = append(e.shapes, wantedShape(w.Shape))
	}
	if e.Words = len(t.Words); e.Words > 0 {
		p.ends[node] = append(p.ends[node], e)
		p.size++
	}
}

// AddTokens adds a phrase for [Phrases.Starting]. A "*" at the end of a token makes it a
// stem, which matches tokens with up to eight more bytes.
func (p *Phrases[T]) AddTokens(tokens []string, value T) {
	if len(tokens) == 0 {
		return
	}
	e := Phrase[T]{Value: value, Words: len(tokens), rank: p.size}
	node := int32(0)
	for i, low := range tokens {
		stem, isStem := strings.CutSuffix(low, "*")
		hash := HashOf([]byte(stem))
		if isStem {
			hash ^= stemMix
			if i == 0 {
				e.rank += min(len(stem), 6) << 32 // a whole word comes first, then the shorter stem
			}
		}
		node = p.follow(node, hash)
	}
	p.ends[node] = append(p.ends[node], e)
	p.size++
}

// follow returns the node of a word after another node; it makes one if necessary.
func (p *Phrases[T]) follow(node int32, hash uint64) int32 {
	if node == 0 {
		p.head[hash&p.mask/64] |= 1 << (hash % 64)
	}
	k := edge{node, hash}
	to, ok := p.next[k]
	if !ok {
		to = int32(len(p.ends))
		p.next[k] = to
		p.ends = append(p.ends, nil)
	}
	return to
}

// wantedShape is the shape that a word of a phrase asks for.
func wantedShape(s Shape) Shape {
	if s == Capital || s == Upper || s == Initial {
		return s
	}
	return Lower
}

// Found is a phrase in a text: from a word to before another.
type Found[T any] struct {
	*Phrase[T]
	First, End int
}

// All returns every phrase in a text, in the order in which they begin.
func (p *Phrases[T]) All(t *Text) []Found[T] {
	var out []Found[T]
	for i := range t.Words {
		out = p.from(t, 0, i, i, out)
	}
	return out
}

// from appends the phrases that begin at a word and continue at another.
func (p *Phrases[T]) from(t *Text, node int32, begin, at int, out []Found[T]) []Found[T] {
	if at >= len(t.Words) {
		return out
	}
	w, mix := &t.Words[at], uint64(0)
	if at > begin {
		if w.First || w.Before&^(Joins|GapComma|GapStop) != 0 {
			return out
		}
		if w.Before&GapComma != 0 {
			mix = commaMix
		}
	}
	out = p.step(t, node, w.Hash^mix, begin, at, out)
	if w.Shape == Han || w.Shape == Digits {
		return out
	}
	for _, hash := range stemHashes(t.folded[w.from:w.to]) {
		if hash != 0 {
			out = p.step(t, node, hash^stemMix^mix, begin, at, out)
		}
	}
	return out
}

// stemHashes returns the hashes of a word without its last none to maxEnding letters;
// 0 where that leaves less than two bytes.
func stemHashes(folded []byte) (ends [maxEnding + 1]uint64) {
	var cuts [maxEnding + 1]int
	end := len(folded)
	for k := range cuts {
		cuts[k] = end
		if end > 0 {
			_, n := utf8.DecodeLastRune(folded[:end])
			end -= n
		}
	}
	h := uint64(offset64)
	for i, c := range folded {
		h = (h ^ uint64(c)) * prime64
		for k, cut := range cuts {
			if i+1 == cut && cut > 1 {
				ends[k] = h
			}
		}
	}
	return ends
}

// step follows one word.
func (p *Phrases[T]) step(t *Text, node int32, hash uint64, begin, at int, out []Found[T]) []Found[T] {
	to, ok := p.find(node, hash)
	if !ok {
		return out
	}
	for k := range p.ends[to] {
		if e := &p.ends[to][k]; e.fits(t, begin) {
			out = append(out, Found[T]{e, begin, at + 1})
		}
	}
	return p.from(t, to, begin, at+1, out)
}

// find returns the node of a word after another node.
func (p *Phrases[T]) find(node int32, hash uint64) (int32, bool) {
	if node == 0 && p.head[hash&p.mask/64]&(1<<(hash%64)) == 0 {
		return 0, false
	}
	to, ok := p.next[edge{node, hash}]
	return to, ok
}

// fits reports whether words are written as the phrase asks, in a text of its
// language.
func (e *Phrase[T]) fits(t *Text, begin int) bool {
	if e.language != "" && t.Language != "" && e.language != t.Language {
		return false
	}
	for i, s := range e.shapes {
		switch w := t.Words[begin+i].Shape; s {
		case Capital:
			if w != Capital && w != Upper {
				return false
			}
		case Upper, Initial:
			if w != s {
				return false
			}
		case Lower, Digits, Han, Caseless:
		}
	}
	return true
}

// Starting calls with every phrase that begins at a token.
func (p *Phrases[T]) Starting(tokens []Token, i int, visit func(*Phrase[T])) {
	p.fromToken(tokens, 0, i, visit)
}

func (p *Phrases[T]) fromToken(tokens []Token, node int32, i int, visit func(*Phrase[T])) {
	if i >= len(tokens) {
		return
	}
	try := func(hash uint64) {
		to, ok := p.find(node, hash)
		if !ok {
			return
		}
		for k := range p.ends[to] {
			visit(&p.ends[to][k])
		}
		p.fromToken(tokens, to, i+1, visit)
	}
	low := tokens[i].Low
	h := uint64(offset64)
	for k := range len(low) {
		h = (h ^ uint64(low[k])) * prime64
		if k+1 >= len(low)-maxTokenEnding {
			try(h ^ stemMix)
		}
	}
	try(h)
}

// Before reports whether a phrase of tokens is preferred to another one that begins
// at the same token: it has more words, or as many and a lower rank.
func (e *Phrase[T]) Before(o *Phrase[T]) bool {
	return e.Words > o.Words || e.Words == o.Words && e.rank < o.rank
}
