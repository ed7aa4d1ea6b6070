package index

import (
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/edit"
)

// terms is the dictionary of all words of all names.
type terms struct {
	texts      texts
	signatures []uint64
	pieces     pieces
	postings   postings
}

// termBuilder collects terms.
type termBuilder struct {
	ids   map[string]int32
	texts texts
	lists [][]posting
}

func newTermBuilder() *termBuilder { return &termBuilder{ids: map[string]int32{}} }

func (b *termBuilder) add(text string, name int32, weight float64, joined bool) {
	id, ok := b.ids[text]
	if !ok {
		id = int32(len(b.lists))
		b.ids[text] = id
		b.texts.add(text)
		b.lists = append(b.lists, nil)
	}
	b.lists[id] = append(b.lists[id], newPosting(name, float32(weight), joined))
}

// finish makes the signatures and the pieces by which terms are found.
func (b *termBuilder) finish() terms {
	t := terms{texts: b.texts, signatures: make([]uint64, len(b.lists)), postings: newPostings(b.lists)}
	var all []keyedID
	var runes []rune
	for id := range int32(len(b.lists)) {
		text := t.texts.at(id)
		t.signatures[id] = edit.Signature(text)
		runes = appendRunes(runes[:0], text)
		all = appendPieces(all, runes, id)
	}
	t.pieces = pieces{newKeyed(all)}
	return t
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

// lookup appends every term that is within most edits of the word, if
// compare.Budget allows as many, and whose likeness to it is above zero.
func (t *terms) lookup(s *scratch, word string, most int, out []found) []found {
	s.runes = appendRunes(s.runes[:0], word)
	signature := edit.Signature(word)
	s.seen.begin(len(t.signatures))
	reach := min(compare.Budget(len(s.runes)+longestReach), most)
	for length := max(len(s.runes)-reach, 0); length <= len(s.runes)+reach; length++ {
		cut := compare.Budget(max(length, len(s.runes)))
		edits := min(cut, most)
		if abs(length-len(s.runes)) > edits {
			continue
		}
		t.pieces.visit(s.runes, length, cut, edits, func(ids []int32) {
			for _, id := range ids {
				if edit.Apart(signature, t.signatures[id], edits) || !s.seen.add(id) {
					continue
				}
				if alike := compare.Alike(word, t.texts.at(id)); alike > 0 {
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
