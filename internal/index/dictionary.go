package index

import "slices"

// dictionary numbers words, each once. It looks them up in their texts, so that
// besides them it has four to eight bytes a word.
type dictionary struct {
	texts texts
	slots []int32 // 1 + the number of a word, at its hash or after it; 0: free
}

// add returns the number of a word, and whether it is new.
func (d *dictionary) add(word string) (id int32, isNew bool) {
	if 4*(d.texts.len()+1) > 3*len(d.slots) {
		d.grow()
	}
	at := d.at(word)
	if d.slots[at] != 0 {
		return d.slots[at] - 1, false
	}
	id = int32(d.texts.len()) // #nosec G115 -- the numbers of words fit
	d.texts.add(word)
	d.slots[at] = id + 1
	return id, true
}

// at is the slot of a word, or the free one where it would be.
func (d *dictionary) at(word string) uint64 {
	mask := uint64(len(d.slots) - 1)
	for at := hash(word) >> 20 & mask; ; at = (at + 1) & mask {
		if id := d.slots[at]; id == 0 || d.texts.at(id-1) == word {
			return at
		}
	}
}

func (d *dictionary) grow() {
	d.slots = make([]int32, max(2*len(d.slots), 64))
	for id := range int32(d.texts.len()) { // #nosec G115 -- likewise
		d.slots[d.at(d.texts.at(id))] = id + 1
	}
}

// postingsBuilder collects the postings of numbered words, in whatever order.
type postingsBuilder struct {
	blocks [][]listed
	sizes  []uint32 // of each list
}

// listed is a name with the list that it is of.
type listed struct{ list, name int32 }

// listedBlock is how many postings are held together: growing one slice would
// hold them twice. The first grows, for few words have no more.
const listedBlock = 1 << 16

func (b *postingsBuilder) add(list, name int32) {
	for int(list) >= len(b.sizes) {
		b.sizes = append(b.sizes, 0)
	}
	b.sizes[list]++
	n := len(b.blocks)
	if n == 0 || len(b.blocks[n-1]) == listedBlock {
		var block []listed
		if n > 0 {
			block = make([]listed, 0, listedBlock)
		}
		b.blocks = append(b.blocks, block)
		n++
	}
	b.blocks[n-1] = append(b.blocks[n-1], listed{list, name})
}

// finish puts the postings of each of n lists together, in the order they came.
func (b *postingsBuilder) finish(n int) postings {
	p := postings{starts: make([]uint32, n+1)}
	for i, size := range b.sizes {
		p.starts[i+1] = size
	}
	for i := range n {
		p.starts[i+1] += p.starts[i]
	}
	p.all = make([]int32, p.starts[n])
	next := slices.Clone(p.starts[:n])
	for i, block := range b.blocks {
		for _, l := range block {
			p.all[next[l.list]] = l.name
			next[l.list]++
		}
		b.blocks[i] = nil
	}
	return p
}
