package index

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/enduse/enduse/internal/compare"
)

// segments finds the terms within so many edits of a word, all of them.
//
// A term is cut into one piece more than the edits that are allowed: an edit
// breaks one piece only, so one is left whole, and the word holds it, shifted
// by no more letters than the edits can have put in or taken out. A swap of the
// letters on both sides of a cut would break two; therefore a piece is looked up
// as well with its last letter replaced by the one behind it, which makes the
// piece before the cut whole again. After Li, Deng, Wang and Feng, "Pass-Join: A
// Partition-based Method for Similarity Joins" (2011), here with swaps.
type segments struct {
	// directory says where the keys begin that have the same uppermost bits.
	directory []uint32
	shift     uint
	keys      []uint64
	starts    []uint32 // of each key's terms in ids; one more at the end
	ids       []int32
}

// piece names a term's piece by a hash.
type piece struct {
	key uint64
	id  int32
}

// key hashes a piece: the length of its term, in how many it was cut, which it
// is, and its letters. Terms of other pieces with the same hash are told apart
// when they are compared.
type key uint64

func newKey(length, pieces, at int) key { return key(length)<<16 ^ key(pieces)<<8 ^ key(at) }

func (k key) with(r rune) key { return (k ^ key(r)) * 0x9E3779B97F4A7C15 }

func (k key) sum() uint64 { return uint64(k) ^ uint64(k)>>29 }

// cutsOf are the numbers of edits that a term of a length may be looked up
// with: those of its own length, and those of the longest word within reach.
func cutsOf(length int) (low, high int) {
	low = compare.Budget(length)
	high = low
	for longer := length + 1; longer-length <= compare.Budget(longer); longer++ {
		high = compare.Budget(longer)
	}
	return low, high
}

// span returns where a piece begins and ends: the later ones are the longer.
func span(length, pieces, at int) (from, to int) {
	short, extra := length/pieces, length%pieces
	from = at*short + max(at-(pieces-extra), 0)
	to = from + short
	if at >= pieces-extra {
		to++
	}
	return from, to
}

// appendPieces appends the pieces of a term.
func appendPieces(out []piece, runes []rune, id int32) []piece {
	low, high := cutsOf(len(runes))
	for edits := low; edits <= high; edits++ {
		for at := range edits + 1 {
			from, to := span(len(runes), edits+1, at)
			k := newKey(len(runes), edits+1, at)
			for _, r := range runes[from:to] {
				k = k.with(r)
			}
			out = append(out, piece{k.sum(), id})
		}
	}
	return out
}

// newSegments puts pieces in order.
func newSegments(all []piece) segments {
	slices.SortFunc(all, func(p, q piece) int { return cmp.Or(cmp.Compare(p.key, q.key), cmp.Compare(p.id, q.id)) })
	s := segments{ids: make([]int32, len(all))}
	for i, p := range all {
		if i == 0 || p.key != all[i-1].key {
			s.keys, s.starts = append(s.keys, p.key), append(s.starts, uint32(i))
		}
		s.ids[i] = p.id
	}
	s.starts = append(s.starts, uint32(len(all)))
	s.direct()
	return s
}

// direct makes the directory, about as long as there are keys.
func (s *segments) direct() {
	width := max(bits.Len(uint(len(s.keys))), 1)
	s.shift = uint(64 - width)
	s.directory = make([]uint32, 1<<width+1)
	for i, k := range s.keys {
		s.directory[k>>s.shift+1] = uint32(i + 1)
	}
	for i := 1; i < len(s.directory); i++ {
		s.directory[i] = max(s.directory[i], s.directory[i-1])
	}
}

// find returns the terms that have a piece.
func (s *segments) find(key uint64) []int32 {
	bucket := key >> s.shift
	for i := s.directory[bucket]; i < s.directory[bucket+1]; i++ {
		if s.keys[i] == key {
			return s.ids[s.starts[i]:s.starts[i+1]]
		}
	}
	return nil
}

// visit calls with the terms of a length that may be within so many edits of a
// word; some of them more than once.
func (s *segments) visit(word []rune, length, edits int, visit func(ids []int32)) {
	change := len(word) - length
	for at := range edits + 1 {
		from, to := span(length, edits+1, at)
		first := newKey(length, edits+1, at)
		for shift := -edits; shift <= edits; shift++ {
			begin, end := from+shift, to+shift
			if abs(shift)+abs(change-shift) > edits || begin < 0 || end > len(word) {
				continue
			}
			k := first
			for i := begin; i < end-1; i++ {
				k = k.with(word[i])
			}
			if begin == end {
				visit(s.find(k.sum()))
				continue
			}
			visit(s.find(k.with(word[end-1]).sum()))
			if end < len(word) && word[end] != word[end-1] && edits > 0 {
				visit(s.find(k.with(word[end]).sum()))
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }
