package name

// beam holds the cheapest skeletons that the units of a word may have so far, each once,
// the cheapest first.
type beam struct {
	n    int
	best [maxSkeletons]option
	seen [4]uint64 // a bit for each skeleton that was ever added; skeletons share bits
}

// isNew reports whether a skeleton is certainly new, and notes it.
func (b *beam) isNew(s skeleton) bool {
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
				last.best[i].skeleton = last.best[i].skeleton.then(u.options[0].skeleton)
			}
		default:
			next.follow(last, u.options)
			last, next = next, last
		}
	}
	for _, o := range last.best[:last.n] {
		out = append(out, o.skeleton)
	}
	return out
}

// follow fills the beam with the skeletons of the beam before it, followed by each of the
// options. Both are in order of their cost.
func (b *beam) follow(before *beam, options []option) {
	b.n, b.seen = 0, [4]uint64{}
	for _, o := range options {
		for i := range before.n {
			have := &before.best[i]
			cost := have.cost + o.cost
			if cost > skeletonCost || b.n == maxSkeletons && cost > b.best[b.n-1].cost {
				break
			}
			b.add(option{have.skeleton.then(o.skeleton), cost})
		}
	}
}

// add puts an option in its place, unless the skeleton is there at a lower cost or the beam
// is full of cheaper ones.
func (b *beam) add(o option) {
	last := b.n // the place that becomes free, or the end
	if !b.isNew(o.skeleton) {
		for i := range b.n {
			if b.best[i].skeleton == o.skeleton {
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
		if !o.before(b.best[last]) {
			return
		}
	default:
		b.n++
	}
	for last > 0 && o.before(b.best[last-1]) {
		b.best[last] = b.best[last-1]
		last--
	}
	b.best[last] = o
}

func (o option) before(p option) bool {
	return o.cost < p.cost || o.cost == p.cost && o.skeleton < p.skeleton
}
