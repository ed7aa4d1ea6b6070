package index

import (
	"math/bits"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/edit"
)

// terms is a dictionary of words with the names that they stand in.
type terms struct {
	texts    texts
	pieces   partitions
	postings postings
	weights  []atLeast // the greatest that a term has in a name
}

// termBuilder collects terms.
type termBuilder struct {
	words    dictionary
	postings postingsBuilder
	weights  []atLeast
}

func (b *termBuilder) add(text string, name int32, weight float64) {
	id, isNew := b.words.add(text)
	if isNew {
		b.weights = append(b.weights, 0)
	}
	b.postings.add(id, name)
	b.weights[id] = max(b.weights[id], newAtLeast(float32(weight)))
}

// finish makes the pieces by which terms are found.
func (b *termBuilder) finish(r reach) terms {
	n := b.words.texts.len()
	t := terms{texts: b.words.texts, postings: b.postings.finish(n), weights: b.weights}
	folds := make([]uint32, n)
	all := make([]keyedID, 0, piecesIn(&t.texts, r))
	var runes []rune
	for id := range int32(n) { // #nosec G115 -- the numbers of words fit
		text := t.texts.at(id)
		folds[id] = fold(edit.Signature(text))
		runes = appendRunes(runes[:0], text)
		all = appendPieces(all, r, runes, id)
	}
	t.pieces = newPartitions(all, folds)
	return t
}

// reach is how many edits may lie between a word that is looked up and a term,
// of this many letters. It does not decrease with either.
type reach func(word, term int) int

// wordReach is that of words, joinReach that of neighbours written as one.
func wordReach(word, term int) int { return compare.Budget(max(word, term)) }
func joinReach(_, term int) int    { return compare.JoinBudget(term) }

func appendRunes(out []rune, text string) []rune {
	for _, r := range text {
		out = append(out, r)
	}
	return out
}

// found is a term that a word may mean.
type found struct {
	term  int32
	alike float64
}

// lookup appends every term of a dictionary that is within most edits of the
// word, if its reach allows as many, and whose similarity to it is above zero.
func (t *terms) lookup(s *scratch, word string, r reach, maxEdits int, out []found) []found {
	s.runes = appendRunes(s.runes[:0], word)
	signature := edit.Signature(word)
	folded := fold(signature)
	s.seen.begin(t.texts.len())
	size := len(s.runes)
	for length := max(size-maxReach, 0); length <= size+maxReach; length++ {
		cut := r(size, length)
		edits := min(cut, maxEdits)
		if abs(length-size) > edits {
			continue
		}
		t.pieces.visit(s.runes, length, cut, edits, func(ids []int32, folds []uint32) {
			for i, f := range folds {
				if bits.OnesCount32(f^folded) > 2*edits {
					continue
				}
				id := ids[i]
				if !s.seen.add(id) {
					continue
				}
				text := t.texts.at(id)
				if edit.Apart(signature, edit.Signature(text), edits) {
					continue
				}
				if alike := compare.Similarity(word, text); alike > 0 {
					out = append(out, found{id, alike})
				}
			}
		})
	}
	return out
}

// maxReach is the most edits that compare.Budget allows.
const maxReach = 3

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
