package index

import (
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/edit"
)

// terms is the dictionary of all words of all names.
type terms struct {
	texts      []string
	signatures []uint64
	pieces     segments
	postings   [][]posting
	exact      map[string][]posting // keys that are looked up as they are
}

// posting says that a name holds a term, with the weight of its tokens there.
type posting struct {
	name   int32
	weight float32
	joined bool // two neighbouring tokens of the name make the term
}

type termBuilder struct {
	ids   map[string]int32
	terms terms
}

func newTermBuilder() *termBuilder {
	return &termBuilder{ids: map[string]int32{}, terms: terms{exact: map[string][]posting{}}}
}

func (b *termBuilder) addExact(key string, name int32, weight float64) {
	b.terms.exact[key] = append(b.terms.exact[key], posting{name: name, weight: float32(weight)})
}

func (b *termBuilder) add(text string, name int32, weight float64, joined bool) {
	id, ok := b.ids[text]
	if !ok {
		id = int32(len(b.terms.texts))
		b.ids[text] = id
		b.terms.texts = append(b.terms.texts, text)
		b.terms.signatures = append(b.terms.signatures, edit.Signature(text))
		b.terms.postings = append(b.terms.postings, nil)
	}
	b.terms.postings[id] = append(b.terms.postings[id], posting{name, float32(weight), joined})
}

// finish makes the pieces by which terms are found.
func (b *termBuilder) finish() terms {
	var all []piece
	var runes []rune
	for id, text := range b.terms.texts {
		runes = appendRunes(runes[:0], text)
		all = appendPieces(all, runes, int32(id))
	}
	b.terms.pieces = newSegments(all)
	return b.terms
}

func appendRunes(out []rune, text string) []rune {
	for _, r := range text {
		out = append(out, r)
	}
	return out
}

// found is a term that a word may stand for.
type found struct {
	term  int32
	alike float64
}

// lookup appends every term whose likeness to the word is above zero.
func (t *terms) lookup(s *scratch, word string, out []found) []found {
	s.runes = appendRunes(s.runes[:0], word)
	signature := edit.Signature(word)
	s.seen.begin(len(t.texts))
	reach := compare.Budget(len(s.runes) + longestReach)
	for length := max(len(s.runes)-reach, 0); length <= len(s.runes)+reach; length++ {
		edits := compare.Budget(max(length, len(s.runes)))
		if abs(length-len(s.runes)) > edits {
			continue
		}
		t.pieces.visit(s.runes, length, edits, func(ids []int32) {
			for _, id := range ids {
				if edit.Apart(signature, t.signatures[id], edits) || !s.seen.add(id) {
					continue
				}
				if alike := compare.Alike(word, t.texts[id]); alike > 0 {
					out = append(out, found{id, alike})
				}
			}
		})
	}
	return out
}

// longestReach is the most edits that compare.Budget allows.
const longestReach = 3

// marks is a set of terms that is cleared at once.
type marks struct {
	of    []uint32
	round uint32
}

func (m *marks) begin(size int) {
	if len(m.of) < size {
		m.of = make([]uint32, size)
	}
	m.round++
	if m.round == 0 {
		clear(m.of)
		m.round = 1
	}
}

// add reports whether a term is new in the set.
func (m *marks) add(id int32) bool {
	if m.of[id] == m.round {
		return false
	}
	m.of[id] = m.round
	return true
}
