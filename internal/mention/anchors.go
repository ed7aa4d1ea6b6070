package mention

import (
	"iter"
	"unicode/utf8"
)

// anchors hold the listed names, and find each by its rarest word.
type anchors struct {
	entity []int32
	text   []string // as listed
	starts []int32  // where each name begins in words; one more at the end
	hashes []uint32 // of the words
	flags  []wordFlag
	seen   [1 << seenBits / 64]uint64 // anchors, by their hash
	bucket []int32                    // where the posts of each bucket begin
	posts  []post
}

const (
	seenBits   = 22
	bucketBits = 16
)

// post says that a name has its rarest word at a place.
type post struct {
	hash uint32
	name int32
	at   int32
}

// wordFlag says what a word of a listed name is.
type wordFlag uint8

const (
	optional wordFlag = 1 << iota // may be left out: a legal form, a particle
	single                        // one letter
	ofHan                         // a character
	parted                        // has a dash or another mark in front
)

// longestListed bounds, in words, the names that are looked for.
const longestListed = 24

// newAnchors reads the names. It keeps their text, and hashes of their words.
func newAnchors(names iter.Seq2[int, string]) *anchors {
	a := &anchors{bucket: make([]int32, 1<<bucketBits+1)}
	var t text
	for e, s := range names {
		t.read(s, "")
		if n := len(t.words); n == 0 || n > longestListed {
			continue
		}
		a.entity, a.text, a.starts = append(a.entity, int32(e)), append(a.text, s), append(a.starts, int32(len(a.hashes))) // #nosec G115 -- a number in the index
		for i := range t.words {
			a.hashes, a.flags = append(a.hashes, t.key(i)), append(a.flags, t.flagOf(i))
		}
	}
	a.starts = append(a.starts, int32(len(a.hashes))) // #nosec G115 -- words of the lists
	a.post(a.count())
	return a
}

// flagOf says what a word of a listed name is.
func (t *text) flagOf(i int) (f wordFlag) {
	w := &t.words[i]
	word := t.folded[w.from:w.to]
	switch {
	case w.shape == han:
		f |= ofHan
	case legalTails[string(word)] || particles[string(word)] || linking[string(word)] || w.owner:
		f |= optional
	}
	if utf8.RuneCount(word) == 1 && w.shape != han {
		f |= single
	}
	if i > 0 && w.before&gapHard != 0 {
		f |= parted
	}
	return f
}

// count says how many names have each word.
func (a *anchors) count() map[uint32]int32 {
	n := make(map[uint32]int32, len(a.hashes)/3)
	for _, h := range a.hashes {
		n[h]++
	}
	return n
}

// post puts each name into the bucket of its rarest word.
func (a *anchors) post(count map[uint32]int32) {
	all := make([]post, len(a.entity))
	for k := range a.entity {
		first, end := a.starts[k], a.starts[k+1]
		best := first
		for i := first; i < end; i++ {
			if a.cost(i, count) < a.cost(best, count) {
				best = i
			}
		}
		p := post{a.hashes[best], int32(k), best - first} // #nosec G115 -- below the number of names
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

// cost is how common a word is as an anchor: what may be left out is none, if
// there is another.
func (a *anchors) cost(i int32, count map[uint32]int32) int32 {
	c := count[a.hashes[i]]
	if a.flags[i]&(optional|single) != 0 {
		c += 1 << 24
	}
	return c
}

// of returns the names whose anchor has a hash, and others of its bucket.
func (a *anchors) of(hash uint32) []post {
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
