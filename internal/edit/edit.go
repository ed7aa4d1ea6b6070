package edit

import "math/bits"

// Signature maps a token to a set of 64 bits: for each letter a to z whether it occurs
// once and whether it occurs twice, and 12 buckets for all other letters. An edit changes
// at most two of the bits, so most pairs are ruled out without computing a distance.
func Signature(token string) uint64 {
	var s uint64
	for _, r := range token {
		if r < 'a' || r > 'z' {
			s |= 1 << (52 + uint32(r)%12)
			continue
		}
		once := uint64(1) << (2 * (r - 'a'))
		if s&once != 0 {
			once <<= 1
		}
		s |= once
	}
	return s
}

// Apart reports whether two signatures prove that more than k edits lie
// between their tokens.
func Apart(a, b uint64, k int) bool { return bits.OnesCount64(a^b) > 2*k }

// Edits returns the optimal string alignment distance of two tokens, and false
// if it is above limit. Runes count, not bytes.
func Edits(a, b string, limit int) (int, bool) {
	var bufA, bufB [64]rune
	x, y := runesOf(a, bufA[:0]), runesOf(b, bufB[:0])
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > limit {
		return 0, false
	}
	for len(x) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x) == 0 {
		return len(y), len(y) <= limit
	}
	return alignment(x, y, limit)
}

// alignment fills the table of the optimal string alignment row by row, three
// rows at a time, and stops when no cell of a row is within the limit.
func alignment(x, y []rune, limit int) (int, bool) {
	var store [3][65]int
	rows := [3][]int{store[0][:], store[1][:], store[2][:]}
	if len(x) >= len(store[0]) {
		for i := range rows {
			rows[i] = make([]int, len(x)+1)
		}
	}
	before, last, row := rows[0], rows[1], rows[2]
	for i := range len(x) + 1 {
		last[i] = i
	}
	for j := 1; j <= len(y); j++ {
		row[0] = j
		least := j
		for i := 1; i <= len(x); i++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[i] = min(last[i]+1, row[i-1]+1, last[i-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[i] = min(row[i], before[i-2]+1)
			}
			least = min(least, row[i])
		}
		if least > limit {
			return 0, false
		}
		before, last, row = last, row, before
	}
	d := last[len(x)]
	return d, d <= limit
}

func runesOf(s string, into []rune) []rune {
	for _, r := range s {
		into = append(into, r)
	}
	return into
}
