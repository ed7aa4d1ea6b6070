package entity

import (
	"iter"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading/text"
)

// anchors holds the listed names, each filed under its rarest word: its anchor.
type anchors struct {
	entity []int32
	text   []string // as listed
	starts []int32  // where each name begins in words; one more at the end
	hashes []uint32 // of the words
	flags  []wordFlag
	seen   [1 << seenBits / 64]uint64 // the anchors, by their hash
	bucket []int32                    // where the posts of each bucket begin
	posts  []post
}

const (
	seenBits   = 22
	bucketBits = 16
)

// post is a name with the place of its anchor.
type post struct {
	hash uint32
	name int32
	at   int32 // which word of the name is the anchor
}

// wordFlag is what a word of a listed name is.
type wordFlag uint8

const (
	optional wordFlag = 1 << iota // may be left out: a legal form, a particle
	single                        // one letter
	ofHan                         // a character of Chinese
	separate                      // has a dash or another mark in front
)

// maxListedName bounds, in words, the names that are looked for.
const maxListedName = 24

// newAnchors reads the listed names. It keeps their text, and hashes of their words.
func newAnchors(names iter.Seq2[int, string]) *anchors {
	a := &anchors{bucket: make([]int32, 1<<bucketBits+1)}
	var t text.Text
	for e, s := range names {
		t.Reset(s, "")
		if n := len(t.Words); n == 0 || n > maxListedName {
			continue
		}
		a.entity, a.text = append(a.entity, int32(e)), append(a.text, s)
		a.starts = append(a.starts, int32(len(a.hashes)))
		for i := range t.Words {
			a.hashes, a.flags = append(a.hashes, keyOf(&t, i)), append(a.flags, flagOf(&t, i))
		}
	}
	a.starts = append(a.starts, int32(len(a.hashes)))
	a.file(a.count())
	return a
}

// flagOf returns what a word of a listed name is.
func flagOf(t *text.Text, i int) (f wordFlag) {
	w := &t.Words[i]
	word := t.FoldedBytes(i)
	switch {
	case w.Shape == text.Han:
		f |= ofHan
	case legalForms.HasBytes(word) || particles.HasBytes(word) || linking.HasBytes(word) || w.Possessive:
		f |= optional
	}
	if utf8.RuneCount(word) == 1 && w.Shape != text.Han {
		f |= single
	}
	if i > 0 && w.Before&text.GapHard != 0 {
		f |= separate
	}
	return f
}

// count counts how many names have each word.
func (a *anchors) count() map[uint32]int32 {
	n := make(map[uint32]int32, len(a.hashes)/3)
	for _, h := range a.hashes {
		n[h]++
	}
	return n
}

// file puts each name into the bucket of its rarest word.
func (a *anchors) file(count map[uint32]int32) {
	all := make([]post, len(a.entity))
	for k := range a.entity {
		first, end := a.starts[k], a.starts[k+1]
		best := first
		for i := first; i < end; i++ {
			if a.cost(i, count) < a.cost(best, count) {
				best = i
			}
		}
		p := post{a.hashes[best], int32(k), best - first}
		all[k] = p
		a.seen[p.hash%(1<<seenBits)/64] |= 1 << (p.hash % 64)
		a.bucket[p.hash>>(32-bucketBits)+1]++
	}
	for i := range a.bucket[1:] {
		a.bucket[i+1] += a.bucket[i]
	}
	next := make([]int32, len(a.bucket))
	copy(next, a.bucket)
	a.posts = make([]post, len(all))
	for _, p := range all {
		b := p.hash >> (32 - bucketBits)
		a.posts[next[b]] = p
		next[b]++
	}
}

// cost is how common a word is as an anchor: a word that may be left out is not an
// anchor if there is another word.
func (a *anchors) cost(i int32, count map[uint32]int32) int32 {
	c := count[a.hashes[i]]
	if a.flags[i]&(optional|single) != 0 {
		c += 1 << 24
	}
	return c
}

// lookup returns the names whose anchor has a hash, and others of its bucket.
func (a *anchors) lookup(hash uint32) []post {
	if a.seen[hash%(1<<seenBits)/64]&(1<<(hash%64)) == 0 {
		return nil
	}
	b := hash >> (32 - bucketBits)
	all := a.posts[a.bucket[b]:a.bucket[b+1]]
	for len(all) > 0 && all[0].hash != hash {
		all = all[1:]
	}
	return all
}
