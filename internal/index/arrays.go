package index

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/enduse/enduse/internal/sectionfile"
)

// texts are strings, one after another. They are read in place, from memory
// or from a mapped file.
type texts struct {
	bytes  []byte
	starts []uint32 // one more at the end
}

func (t *texts) add(s string) {
	if len(t.starts) == 0 {
		t.starts = append(t.starts, 0)
	}
	t.bytes = append(t.bytes, s...)
	t.starts = append(t.starts, uint32(len(t.bytes)))
}

func (t *texts) len() int { return max(len(t.starts)-1, 0) }

// at returns a text, which lives as long as the index.
func (t *texts) at(i int32) string {
	return sectionfile.String(t.bytes[t.starts[i]:t.starts[i+1]])
}

// postings are lists of the names that hold a word, one after another.
type postings struct {
	all    []int32
	starts []uint32 // one more at the end
}

func (p *postings) of(i int32) []int32 { return p.all[p.starts[i]:p.starts[i+1]] }

// keyed finds numbers by a hash. Of a hash it keeps the upper half: now and then
// numbers of another one are found as well, which are rejected later, or whose bound
// is too high, when they are compared.
type keyed struct {
	// directory says where the keys begin that have the same uppermost bits.
	directory []uint32
	keys      []uint32
	starts    []uint32 // of each key's numbers in ids; one more at the end
	ids       []int32
}

// keyedID is a number under a hash.
type keyedID struct {
	key uint32
	id  int32
}

func newKeyedID(hash uint64, id int32) keyedID { return keyedID{short(hash), id} }

// short is what is kept of a hash.
func short(hash uint64) uint32 { return uint32(hash >> 32) }

// newKeyed puts numbers in order of their keys, each once under a key.
func newKeyed(all []keyedID) keyed {
	slices.SortFunc(all, func(p, q keyedID) int { return cmp.Or(cmp.Compare(p.key, q.key), cmp.Compare(p.id, q.id)) })
	all = slices.Compact(all)
	n := 0
	for i := range all {
		if i == 0 || all[i].key != all[i-1].key {
			n++
		}
	}
	k := keyed{keys: make([]uint32, 0, n), starts: make([]uint32, 0, n+1), ids: make([]int32, len(all))}
	for i, p := range all {
		if i == 0 || p.key != all[i-1].key {
			k.keys, k.starts = append(k.keys, p.key), append(k.starts, uint32(i))
		}
		k.ids[i] = p.id
	}
	k.starts = append(k.starts, uint32(len(all)))
	k.direct()
	return k
}

// direct makes the directory, about as long as there are keys.
func (k *keyed) direct() {
	width := min(max(bits.Len(uint(len(k.keys))), 1), 32)
	k.directory = make([]uint32, 1<<width+1)
	shift := uint(32 - width)
	for i, key := range k.keys {
		k.directory[key>>shift+1] = uint32(i + 1)
	}
	for i := 1; i < len(k.directory); i++ {
		k.directory[i] = max(k.directory[i], k.directory[i-1])
	}
}

// at returns the place of a key.
func (k *keyed) at(hash uint64) (i uint32, ok bool) {
	key := short(hash)
	bucket := key >> (32 - uint(bits.Len(uint(len(k.directory)-2))))
	for i := k.directory[bucket]; i < k.directory[bucket+1]; i++ {
		if k.keys[i] == key {
			return i, true
		}
	}
	return 0, false
}

// of returns the numbers under the key at a place, in order.
func (k *keyed) of(i uint32) []int32 { return k.ids[k.starts[i]:k.starts[i+1]] }

// find returns the numbers under a key, in order.
func (k *keyed) find(key uint64) []int32 {
	if i, ok := k.at(key); ok {
		return k.of(i)
	}
	return nil
}

// key is a hash as it is made: multiplication spreads every letter over the
// upper bits, which the directory goes by.
type key uint64

func (k key) with(r rune) key { return (k ^ key(r)) * 0x9E3779B97F4A7C15 }

func (k key) sum() uint64 {
	h := uint64(k)
	h ^= h >> 32
	return h * 0xD6E8FEB86659FD93
}

// hash is the key of a text.
func hash(s string) uint64 {
	k := key(len(s))
	for i := range len(s) {
		k = k.with(rune(s[i]))
	}
	return k.sum()
}

// atLeast is a weight in half the bytes, rounded up: by less than a hundredth.
type atLeast uint16

func newAtLeast(weight float32) atLeast {
	b := math.Float32bits(weight)
	if b<<16 != 0 {
		b += 1 << 16
	}
	return atLeast(b >> 16) // #nosec G115 -- the upper half
}

func (w atLeast) weight() float32 { return math.Float32frombits(uint32(w) << 16) }
