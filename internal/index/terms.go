package index

import (
	"unicode/utf8"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/edit"
)

// maxTermRunes is the length from which on terms are kept in one bucket.
const maxTermRunes = 64

// terms is the dictionary of all words of all names, by length.
type terms struct {
	byLength [maxTermRunes + 1]bucket
	postings [][]posting
	exact    map[string][]posting // keys that are looked up as they are
}

// bucket holds the terms of one length, side by side for the scan.
type bucket struct {
	signatures []uint64
	texts      []string
	ids        []int32
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
		id = int32(len(b.terms.postings))
		b.ids[text] = id
		b.terms.postings = append(b.terms.postings, nil)
		k := &b.terms.byLength[lengthOf(text)]
		k.signatures = append(k.signatures, edit.Signature(text))
		k.texts = append(k.texts, text)
		k.ids = append(k.ids, id)
	}
	b.terms.postings[id] = append(b.terms.postings[id], posting{name, float32(weight), joined})
}

func (b *termBuilder) finish() terms { return b.terms }

func lengthOf(text string) int { return min(utf8.RuneCountInString(text), maxTermRunes) }

// found is a term that a word may stand for.
type found struct {
	term  int32
	alike float64
}

// lookup appends every term whose likeness to the word is above zero.
func (t *terms) lookup(word string, out []found) []found {
	runes := utf8.RuneCountInString(word)
	signature := edit.Signature(word)
	reach := compare.Budget(runes + compare.Budget(maxTermRunes))
	from, to := min(max(runes-reach, 0), maxTermRunes), min(runes+reach, maxTermRunes)
	for n := from; n <= to; n++ {
		budget := compare.Budget(max(n, runes))
		k := &t.byLength[n]
		for i, s := range k.signatures {
			if edit.Apart(signature, s, budget) {
				continue
			}
			if alike := compare.Alike(word, k.texts[i]); alike > 0 {
				out = append(out, found{k.ids[i], alike})
			}
		}
	}
	return out
}
