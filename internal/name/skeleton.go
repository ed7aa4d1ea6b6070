package name

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// A skeleton is what all languages and spellings keep of a name: its consonants, in nine
// classes of four bits each; neighbours of one class count once. The vowels, h, w and y are
// left out.
type skeleton uint64

const (
	labial  = 1 + iota // p b
	breathy            // f v ph
	dental             // t d
	velar              // k g q
	hissing            // s z sh j
	nasalM             // m
	nasalN             // n
	lateral            // l
	rolled             // r
)

// maxClasses is how many classes a skeleton holds; further consonants are left out.
const maxClasses = 16

// classOfLetter is the class of each letter a to z; 0 for those left out.
var classOfLetter = [26]byte{
	'b' - 'a': labial, 'p' - 'a': labial, 'f' - 'a': breathy, 'v' - 'a': breathy,
	't' - 'a': dental, 'd' - 'a': dental,
	'c' - 'a': velar, 'g' - 'a': velar, 'k' - 'a': velar, 'q' - 'a': velar,
	'j' - 'a': hissing, 's' - 'a': hissing, 'z' - 'a': hissing,
	'm' - 'a': nasalM, 'n' - 'a': nasalN, 'l' - 'a': lateral, 'r' - 'a': rolled,
}

// with returns the skeleton with one more class.
func (s skeleton) with(class byte) skeleton {
	if class == 0 || byte(s&15) == class || s>>(4*(maxClasses-1)) != 0 {
		return s
	}
	return s<<4 | skeleton(class)
}

// then returns the skeleton followed by another one.
func (s skeleton) then(t skeleton) skeleton {
	for shift := (bits.Len64(uint64(t)) - 1) &^ 3; shift >= 0; shift -= 4 {
		s = s.with(byte(t >> shift & 15))
	}
	return s
}

// readAs is how a letter may be read: as one skeleton, or as either of two.
type readAs struct {
	first, second skeleton
	either        bool
}

// readLetter reads the first of the letters. If open, further letters may follow them.
func readLetter(letters string, last byte, open bool) readAs {
	c := letters[0]
	one := readAs{first: skeleton(classOfLetter[c-'a'])}
	next := byte(0)
	if len(letters) > 1 {
		next = letters[1]
	}
	soft := next == 'e' || next == 'i' || next == 'y'
	unknown := next == 0 && open
	switch c {
	case 'c':
		switch {
		case next == 'h' || unknown || next == 'j':
			return readAs{velar, hissing, true}
		case soft || next == 'z' || next == 's' || last == 's' && next == 0:
			one.first = hissing
		}
	case 'g':
		switch {
		case soft || unknown:
			return readAs{velar, hissing, true}
		case next == 'h' && last != 0:
			return readAs{velar, 0, true} // knight, Leigh
		}
	case 'j':
		return readAs{hissing, 0, true}
	case 'p':
		if next == 'h' {
			one.first = breathy
		}
	case 'w':
		return readAs{0, breathy, true}
	case 'x':
		return readAs{velar<<4 | hissing, hissing, true}
	}
	return one
}

// isAmbiguousLetter reports whether the letters next to a letter decide how it is read, or
// nothing does.
func isAmbiguousLetter(c byte) bool {
	switch c {
	case 'c', 'g', 'j', 'p', 'w', 'x':
		return true
	}
	return false
}

// maxLatinSkeletons is how many skeletons Latin letters may have.
const maxLatinSkeletons = 8

// latinSkeletons appends the skeletons of Latin letters, as different languages read them:
// c, g, j, w and x are read in two ways.
func latinSkeletons(letters string, open bool, out []skeleton) []skeleton {
	start, last := len(out), byte(0)
	out = append(out, 0)
	for i := range len(letters) {
		before := last
		last = letters[i]
		if !isAmbiguousLetter(last) {
			for j := start; j < len(out); j++ {
				out[j] = out[j].with(classOfLetter[last-'a'])
			}
			continue
		}
		r := readLetter(letters[i:], before, open)
		for j, n := start, len(out); j < n; j++ {
			if r.either && len(out)-start < maxLatinSkeletons {
				out = appendNew(out, start, out[j].then(r.second))
			}
			out[j] = out[j].then(r.first)
		}
	}
	if !open && hasSilentEnd(letters) {
		for j, n := start, len(out); j < n && len(out)-start < maxLatinSkeletons; j++ {
			out = appendNew(out, start, out[j]>>4)
		}
	}
	slices.Sort(out[start:])
	return slices.Compact(out)
}

// hasSilentEnd reports whether the last consonant is silent in French: Laurent, Gérard,
// Dubois.
func hasSilentEnd(letters string) bool {
	n := len(letters)
	if n < 4 || strings.IndexByte("tdsxp", letters[n-1]) < 0 {
		return false
	}
	return strings.IndexByte("aeiounr", letters[n-2]) >= 0
}

func appendNew(out []skeleton, start int, s skeleton) []skeleton {
	if slices.Contains(out[start:], s) {
		return out
	}
	return append(out, s)
}

// option is a skeleton that a unit may have, and its cost, the negative logarithm of its
// probability.
type option struct {
	skeleton skeleton
	cost     float32
}

const (
	maxOptions   = 14
	maxSkeletons = 48
	optionCost   = 5.5 // the highest of a unit, above its cheapest
	skeletonCost = 9.0 // the highest of a word, above its cheapest
)

// optionsOf sums the probabilities in the row of a unit by skeleton. The cheapest option
// costs nothing: only the difference between the others and it matters.
func optionsOf(chunks []chunk) []option {
	sums := map[skeleton]float64{}
	for _, c := range chunks {
		for _, s := range latinSkeletons(c.letters, true, nil) {
			sums[s] += math.Exp(-float64(c.cost))
		}
	}
	options := make([]option, 0, len(sums))
	for s, p := range sums {
		options = append(options, option{s, float32(-math.Log(p))})
	}
	options = cheapest(options, maxOptions, optionCost)
	for i := range options {
		options[len(options)-1-i].cost -= options[0].cost
	}
	return options
}

// cheapest keeps the cheapest options, each skeleton once.
func cheapest(all []option, limit int, above float32) []option {
	slices.SortFunc(all, func(a, b option) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.skeleton, b.skeleton)) })
	kept := all[:0]
	for _, o := range all {
		if len(kept) == limit || o.cost > all[0].cost+above {
			break
		}
		if !slices.ContainsFunc(kept, func(k option) bool { return k.skeleton == o.skeleton }) {
			kept = append(kept, o)
		}
	}
	return kept
}
