package mention

import (
	"strings"
	"unicode/utf8"
)

// phrases finds the phrases of the tables in a text: a tree of words, whose
// nodes are found by the node before and the hash of the word. A hash of 64 bits
// stands for its word: two words of one hash are not to be expected.
type phrases struct {
	next map[edge]int32
	ends [][]entry // of each node
	head [1 << headBits / 64]uint64
}

// headBits makes the set of the words that phrases begin with sparse: nearly every
// word of a text is looked up there alone.
const headBits = 20

// edge is a word behind a node; of a stem, the hash is that of the stem, mixed.
type edge struct {
	node int32
	hash uint64
}

// entry is a phrase of a table.
type entry struct {
	table    table
	row      int32 // its place in the table
	language string
	shapes   []shape // how its words must be written: lower is any
	words    int
}

// A stem matches words that have up to maxEnding letters more.
const maxEnding = 3

// What is mixed into the hash of a stem, and of a word behind a comma.
const (
	stemMix  = 0x9E3779B97F4A7C15
	commaMix = 0xC2B2AE3D27D4EB4F
)

func newPhrases() *phrases {
	return &phrases{next: map[edge]int32{}, ends: make([][]entry, 1)}
}

// add puts a phrase into the tree. "es:" in front limits it to texts of that
// language, "*" behind a word makes it a stem; a word that is written with a
// capital, or in capitals, must be so in the text.
func (p *phrases) add(phrase string, tab table, row int) {
	e := entry{table: tab, row: int32(row)} // #nosec G115 -- a row of a table of ours
	if len(phrase) > 3 && phrase[2] == ':' {
		e.language, phrase = phrase[:2], phrase[3:]
	}
	stems := map[int]bool{}
	for i := 0; i < len(phrase); i++ {
		if phrase[i] == '*' {
			stems[i] = true
		}
	}
	t := cut(phrase, e.language)
	node := int32(0)
	for i := range t.words {
		w := &t.words[i]
		hash := w.hash
		if stems[w.end] {
			hash ^= stemMix
		}
		if i > 0 && w.before&gapComma != 0 {
			hash ^= commaMix
		}
		if i == 0 {
			p.head[hash%(1<<headBits)/64] |= 1 << (hash % 64)
		}
		k := edge{node, hash}
		to, ok := p.next[k]
		if !ok {
			to = int32(len(p.ends)) // #nosec G115 -- nodes of tables of ours
			p.next[k] = to
			p.ends = append(p.ends, nil)
		}
		node = to
		e.shapes = append(e.shapes, wanted(w.shape))
	}
	if e.words = len(t.words); e.words > 0 {
		p.ends[node] = append(p.ends[node], e)
	}
}

// wanted is the shape that a word of a phrase asks for.
func wanted(s shape) shape {
	if s == capital || s == upper || s == initial {
		return s
	}
	return lower
}

// found is a phrase in a text: from a word to before another.
type found struct {
	entry      *entry
	first, end int
}

// all returns every phrase in the text, in order of where it begins.
func (p *phrases) all(t *text) []found {
	var out []found
	for i := range t.words {
		out = p.from(t, 0, i, i, out)
	}
	return out
}

// from appends the phrases that begin at a word and go on at another.
func (p *phrases) from(t *text, node int32, begin, at int, out []found) []found {
	if at >= len(t.words) {
		return out
	}
	w, mix := &t.words[at], uint64(0)
	if at > begin {
		if w.first || w.before&^(joins|gapComma|gapStop) != 0 {
			return out
		}
		if w.before&gapComma != 0 {
			mix = commaMix
		}
	}
	out = p.step(t, node, w.hash^mix, begin, at, out)
	if w.shape == han || w.shape == digits {
		return out
	}
	for _, hash := range hashEnds(t.folded[w.from:w.to]) {
		if hash != 0 {
			out = p.step(t, node, hash^stemMix^mix, begin, at, out)
		}
	}
	return out
}

// hashEnds returns the hashes of a word without its last none to maxEnding
// letters; 0 where that leaves less than two bytes.
func hashEnds(folded []byte) (ends [maxEnding + 1]uint64) {
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
func (p *phrases) step(t *text, node int32, hash uint64, begin, at int, out []found) []found {
	if node == 0 && p.head[hash%(1<<headBits)/64]&(1<<(hash%64)) == 0 {
		return out
	}
	to, ok := p.next[edge{node, hash}]
	if !ok {
		return out
	}
	for k := range p.ends[to] {
		if e := &p.ends[to][k]; e.fits(t, begin) {
			out = append(out, found{e, begin, at + 1})
		}
	}
	return p.from(t, to, begin, at+1, out)
}

// fits reports whether words are written as the phrase asks, in a text of its
// language.
func (e *entry) fits(t *text, begin int) bool {
	if e.language != "" && t.language != "" && e.language != t.language {
		return false
	}
	for i, s := range e.shapes {
		switch w := t.words[begin+i].shape; s {
		case capital:
			if w != capital && w != upper {
				return false
			}
		case upper, initial:
			if w != s {
				return false
			}
		case lower, digits, han, caseless:
		}
	}
	return true
}

// fields parts the cells of a line of a table.
func fields(line string) []string { return strings.Split(strings.TrimRight(line, "\n"), "\t") }

// alternatives parts the phrases of a cell.
func alternatives(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return r == '|' })
}
