package index

// upperBound is an upper bound on the agreement of a listed name, from the words
// that were looked up. A word can be paired in one way only, so each group of
// pairings (those of one word or of one run of neighbours) adds its greatest.
type upperBound struct {
	round uint32 // the search that it belongs to; older ones count as empty
	group uint32 // the group that added last
	// paired has a bit for each word of the query that found the name.
	paired uint64
	// agreed and listed are weights: of the pairings, each times its similarity, and
	// of the listed name's own words in them. lastAgreed and lastListed are the
	// share that the last group added.
	agreed, lastAgreed float32
	listed, lastListed float32
}

// accumulator holds the upper bounds of all names, and the names that the search
// has touched.
type accumulator struct {
	of      []upperBound
	round   uint32
	touched []int32
	marks   []uint64 // a bit for each touched name; smaller than of
	closed  bool     // no further names are touched
}

func newAccumulator(names int) accumulator {
	return accumulator{of: make([]upperBound, names), marks: make([]uint64, names>>6+1)}
}

func (t *accumulator) begin() {
	for _, id := range t.touched {
		t.unmark(id)
	}
	t.touched, t.closed = t.touched[:0], false
	t.round++
	if t.round == 0 {
		clear(t.of)
		t.round = 1
	}
}

// add raises the bound of a name by a group of pairings that covers some words of
// the query: agreed is their agreement, listed the weight of the name's own words
// in them.
func (t *accumulator) add(id int32, group uint32, cover uint64, agreed, listed float32) {
	if t.closed && !t.has(id) {
		return
	}
	a := &t.of[id]
	if a.round != t.round {
		*a = upperBound{round: t.round}
		t.touched = append(t.touched, id)
		t.marks[id>>6] |= 1 << (id & 63)
	}
	if a.group != group {
		a.group, a.lastAgreed, a.lastListed = group, 0, 0
	}
	a.paired |= cover
	if agreed > a.lastAgreed {
		a.agreed += agreed - a.lastAgreed
		a.lastAgreed = agreed
	}
	if listed > a.lastListed {
		a.listed += listed - a.lastListed
		a.lastListed = listed
	}
}

// has reports whether a name was touched.
func (t *accumulator) has(id int32) bool { return t.marks[id>>6]>>(id&63)&1 != 0 }

func (t *accumulator) unmark(id int32) { t.marks[id>>6] &^= 1 << (id & 63) }

// keep forgets the touched names for which may is false.
func (t *accumulator) keep(may func(id int32, t *upperBound) bool) {
	kept := t.touched[:0]
	for _, id := range t.touched {
		if may(id, &t.of[id]) {
			kept = append(kept, id)
		} else {
			t.unmark(id)
		}
	}
	t.touched = kept
}
