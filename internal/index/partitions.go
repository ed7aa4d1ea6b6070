package index

import "unicode/utf8"

// partitions finds all terms within a number of edits of a word.
//
// A term is cut into one more piece than edits are allowed. An edit breaks only
// one piece, so at least one stays whole, and the word contains it, shifted by no
// more letters than the edits can insert or delete. A swap of the letters on both
// sides of a cut would break two pieces; therefore a piece is also looked up with
// its last letter replaced by the next one, which restores the piece before the cut. After Li, Deng, Wang and Feng, "Pass-Join: A
// Partition-based Method for Similarity Joins" (2011), here with swaps.
type partitions struct {
	keyed
	// folds are the folded signatures of the terms in ids, in the same order. They
	// rule out most terms that share a piece without reading the terms themselves.
	folds []uint32
}

// fold halves the length of a signature. Two folded signatures differ in at most
// as many bits as the signatures.
func fold(signature uint64) uint32 { return uint32(signature) ^ uint32(signature>>32) }

// newPartitions puts the pieces of terms in order; folds are by term.
func newPartitions(all []keyedID, folds []uint32) partitions {
	p := partitions{keyed: newKeyed(all)}
	p.folds = make([]uint32, len(p.ids))
	for i, id := range p.ids {
		p.folds[i] = folds[id]
	}
	return p
}

// lookup returns the terms that have a piece, with their folded signatures.
func (s *partitions) lookup(key uint64) (ids []int32, folds []uint32) {
	i, ok := s.at(key)
	if !ok {
		return nil, nil
	}
	from, to := s.starts[i], s.starts[i+1]
	return s.ids[from:to], s.folds[from:to]
}

// pieceKey starts the hash of a piece: the length of its term, the number of
// pieces, and its position. Terms of other pieces with the same hash are rejected
// when they are compared.
func pieceKey(length, pieces, at int) key { return key(length)<<16 ^ key(pieces)<<8 ^ key(at) }

// cutsOf returns the range of edits with which a term of a length may be looked
// up: those of the shortest word within reach, and those of the longest.
func (r reach) cutsOf(length int) (low, high int) {
	low = r(0, length)
	high = low
	for longer := length + 1; longer-length <= r(longer, length); longer++ {
		high = r(longer, length)
	}
	return low, high
}

// span returns where a piece begins and ends. Later pieces are longer.
func span(length, pieces, at int) (from, to int) {
	short, extra := length/pieces, length%pieces
	from = at*short + max(at-(pieces-extra), 0)
	to = from + short
	if at >= pieces-extra {
		to++
	}
	return from, to
}

// piecesIn counts the pieces of all terms, because there are too many to let a
// slice of them grow.
func piecesIn(terms *texts, r reach) (n int) {
	for id := range int32(terms.len()) { // #nosec G115 -- the numbers of words fit
		low, high := r.cutsOf(utf8.RuneCountInString(terms.at(id)))
		for edits := low; edits <= high; edits++ {
			n += edits + 1
		}
	}
	return n
}

// appendPieces appends the pieces of a term.
func appendPieces(out []keyedID, r reach, runes []rune, id int32) []keyedID {
	low, high := r.cutsOf(len(runes))
	for edits := low; edits <= high; edits++ {
		for at := range edits + 1 {
			from, to := span(len(runes), edits+1, at)
			k := pieceKey(len(runes), edits+1, at)
			for _, r := range runes[from:to] {
				k = k.with(r)
			}
			out = append(out, newKeyedID(k.sum(), id))
		}
	}
	return out
}

// visit calls visit with every term of the given length that may be within edits
// of word. The terms were cut for cut edits, at least as many. A term may be
// visited more than once. Among any edits+1 neighbouring pieces one is whole; the
// last ones are tried, because they are the longest.
func (s *partitions) visit(word []rune, length, cut, edits int, visit func(ids []int32, folds []uint32)) {
	change := len(word) - length
	for at := cut - edits; at <= cut; at++ {
		from, to := span(length, cut+1, at)
		first := pieceKey(length, cut+1, at)
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
				visit(s.lookup(k.sum()))
				continue
			}
			visit(s.lookup(k.with(word[end-1]).sum()))
			if end < len(word) && word[end] != word[end-1] && edits > 0 {
				visit(s.lookup(k.with(word[end]).sum()))
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }
