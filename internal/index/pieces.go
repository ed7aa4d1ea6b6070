package index

import "unicode/utf8"

// pieces finds the terms within so many edits of a word, all of them.
//
// A term is cut into one piece more than the edits that are allowed: an edit
// breaks one piece only, so one is left whole, and the word holds it, shifted
// by no more letters than the edits can have put in or taken out. A swap of the
// letters on both sides of a cut would break two; therefore a piece is looked up
// as well with its last letter replaced by the one behind it, which makes the
// piece before the cut whole again. After Li, Deng, Wang and Feng, "Pass-Join: A
// Partition-based Method for Similarity Joins" (2011), here with swaps.
type pieces struct {
	keyed
	// folds are the folded signatures of the terms in ids, beside them: most terms
	// that share a piece are told apart without a look at their own.
	folds []uint32
}

// fold makes a signature half as long. Two of them differ in no more bits than
// the signatures do.
func fold(signature uint64) uint32 { return uint32(signature) ^ uint32(signature>>32) }

// newPieces puts the pieces of terms in order; folds are by term.
func newPieces(all []keyedID, folds []uint32) pieces {
	p := pieces{keyed: newKeyed(all)}
	p.folds = make([]uint32, len(p.ids))
	for i, id := range p.ids {
		p.folds[i] = folds[id]
	}
	return p
}

// under returns the terms that have a piece, with their folded signatures.
func (s *pieces) under(key uint64) (ids []int32, folds []uint32) {
	i, ok := s.at(key)
	if !ok {
		return nil, nil
	}
	from, to := s.starts[i], s.starts[i+1]
	return s.ids[from:to], s.folds[from:to]
}

// pieceKey begins the hash of a piece: the length of its term, in how many it
// was cut, and which it is. Terms of other pieces with the same hash are told
// apart when they are compared.
func pieceKey(length, pieces, at int) key { return key(length)<<16 ^ key(pieces)<<8 ^ key(at) }

// cutsOf are the numbers of edits that a term of a length may be looked up
// with: those of the shortest word within reach, and those of the longest.
func (r reach) cutsOf(length int) (low, high int) {
	low = r(0, length)
	high = low
	for longer := length + 1; longer-length <= r(longer, length); longer++ {
		high = r(longer, length)
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

// piecesIn counts the pieces of all terms: there are too many to let a slice of
// them grow.
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

// visit calls with the terms of a length that may be within so many edits of a
// word, where the terms are cut for cut edits, no fewer; some of them more than
// once. Of neighbouring pieces as many as there are edits, and one, hold one that
// is whole: the last are the longest.
func (s *pieces) visit(word []rune, length, cut, edits int, visit func(ids []int32, folds []uint32)) {
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
				visit(s.under(k.sum()))
				continue
			}
			visit(s.under(k.with(word[end-1]).sum()))
			if end < len(word) && word[end] != word[end-1] && edits > 0 {
				visit(s.under(k.with(word[end]).sum()))
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }
