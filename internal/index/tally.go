package index

// tally is the most that a name could agree in, as far as words were looked up.
// Of all ways to pair a word only one can count, so each group of pairings, those
// of one word or of one run of neighbours, adds its greatest.
type tally struct {
	round uint32 // the search that it is of; older ones count as empty
	group uint32 // the group that added last
	// paired has a bit for each word asked about that found the name.
	paired uint64
	// agreed and listed are weights: of the pairings, each by its likeness, and of
	// the name's own words in them; what the last group added to them stands apart.
	agreed, lastAgreed float32
	listed, lastListed float32
}

// tallies are those of all names, with the names that the search has touched.
type tallies struct {
	of      []tally
	round   uint32
	touched []int32
	marks   []uint64 // a bit for each touched name: fewer bytes than the tallies
	closed  bool     // names that were not touched yet stay so
}

func newTallies(names int) tallies {
	return tallies{of: make([]tally, names), marks: make([]uint64, names>>6+1)}
}

func (t *tallies) begin() {
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

// add says that a group of pairings, which covers some words asked about, could
// agree in so much with a name, whose own words in it have the listed weight.
func (t *tallies) add(id int32, group uint32, cover uint64, agreed, listed float32) {
	if t.closed && !t.has(id) {
		return
	}
	a := &t.of[id]
	if a.round != t.round {
		*a = tally{round: t.round}
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
func (t *tallies) has(id int32) bool { return t.marks[id>>6]>>(id&63)&1 != 0 }

func (t *tallies) unmark(id int32) { t.marks[id>>6] &^= 1 << (id & 63) }

// keep forgets the touched names of which it is not true.
func (t *tallies) keep(may func(id int32, t *tally) bool) {
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
