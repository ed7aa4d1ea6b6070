package name

// beam holds the cheapest skeletons that the units of a word may have so far,
// each once, the cheapest first.
type beam struct {
	n    int
	of   [maxSkeletons]option
	seen [4]uint64 // a bit for each skeleton that was ever added, and for others
}

// once reports whether a skeleton is surely new, and notes it.
func (b *beam) once(s skeleton) bool {
	h := uint64(s) * 0x9E3779B97F4A7C15 >> 56
	word, bit := &b.seen[h>>6], uint64(1)<<(h&63)
	known := *word&bit != 0
	*word |= bit
	return !known
}

// skeletonsOf appends the skeletons that units may have in Latin letters.
func skeletonsOf(units []*unit, out []skeleton) []skeleton {
	var a, b beam
	last, next := &a, &b
	last.n = 1
	for _, u := range units[:min(len(units), maxUnits)] {
		switch len(u.options) {
		case 0:
		case 1: // it costs nothing
			for i := range last.n {
				last.of[i].skeleton = last.of[i].skeleton.then(u.options[0].skeleton)
			}
		default:
			next.follow(last, u.options)
			last, next = next, last
		}
	}
	for _, o := range last.of[:last.n] {
		out = append(out, o.skeleton)
	}
	return out
}

// follow fills the beam with what was before, followed by each of the options.
// Both are in order of their cost.
func (b *beam) follow(before *beam, options []option) {
	b.n, b.seen = 0, [4]uint64{}
	for _, o := range options {
		for i := range before.n {
			have := &before.of[i]
			cost := have.cost + o.cost
			if cost > skeletonCost || b.n == maxSkeletons && cost > b.of[b.n-1].cost {
				break
			}
			b.add(option{have.skeleton.then(o.skeleton), cost})
		}
	}
}

// add puts an option in its place, unless the skeleton is there for less or
// there are enough that are cheaper.
func (b *beam) add(o option) {
	last := b.n // the place that is given up, or the end
	if !b.once(o.skeleton) {
		for i := range b.n {
			if b.of[i].skeleton == o.skeleton {
				last = i
				break
			}
		}
	}
	switch {
	case last == maxSkeletons:
		last--
		fallthrough
	case last < b.n:
		if !o.before(b.of[last]) {
			return
		}
	default:
		b.n++
	}
	for last > 0 && o.before(b.of[last-1]) {
		b.of[last] = b.of[last-1]
		last--
	}
	b.of[last] = o
}

func (o option) before(p option) bool {
	return o.cost < p.cost || o.cost == p.cost && o.skeleton < p.skeleton
}
