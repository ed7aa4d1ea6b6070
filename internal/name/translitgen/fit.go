package main

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
)

const (
	rounds = 12
	// prior is the assumed share of pairs that are one name.
	prior = 0.9
	// minCount is how many pairs must support a string, a fraction of a pair
	// being a fraction of support.
	minCount = 2
	// other is the probability that is reserved for what is not in the table.
	other = 1e-4
)

// fitted is the state of a fit.
type fitted struct {
	ids    map[string]int32 // unit + string
	keys   []string
	units  []rune // of each key
	p      []float64
	counts []float64
	keep   []float64 // the counts of the round before
}

// lattice is a pair with the id of each unit written as each string that it
// could be: [unit][start of the string][length].
type lattice struct {
	pair
	background float64
	ids        []int32
}

// fit returns the table of a script.
func fit(pairs []pair, letters *bigrams, longest int, least float64) []byte {
	f := &fitted{ids: map[string]int32{}}
	lattices := make([]lattice, len(pairs))
	for i, p := range pairs {
		lattices[i] = f.lattice(p, longest)
		lattices[i].background = letters.probability(p.latin)
	}
	f.p, f.counts = make([]float64, len(f.keys)), make([]float64, len(f.keys))
	for i, k := range f.keys {
		n := len(k) - len(string(f.units[i]))
		f.p[i] = math.Exp(-2.3 * float64(n))
	}
	for range rounds {
		for i := range lattices {
			f.expect(&lattices[i], longest)
		}
		f.maximise()
	}
	return f.table(least)
}

func (f *fitted) lattice(p pair, longest int) lattice {
	l := lattice{pair: p}
	for _, u := range p.units {
		for j := range len(p.latin) + 1 {
			for k := 0; k <= longest; k++ {
				id := int32(-1)
				if j+k <= len(p.latin) {
					id = f.id(u, p.latin[j:j+k])
				}
				l.ids = append(l.ids, id)
			}
		}
	}
	return l
}

func (f *fitted) id(unit rune, letters string) int32 {
	key := string(unit) + letters
	id, ok := f.ids[key]
	if !ok {
		id = int32(len(f.keys))
		f.ids[key] = id
		f.keys, f.units = append(f.keys, key), append(f.units, unit)
	}
	return id
}

// expect adds the expected counts of a pair: forward and backward over all
// alignments.
func (f *fitted) expect(l *lattice, longest int) {
	n, m, step := len(l.units), len(l.latin)+1, longest+1
	forward, backward := make([]float64, (n+1)*m), make([]float64, (n+1)*m)
	forward[0], backward[n*m+m-1] = 1, 1
	each := func(i int, visit func(from, to int, id int32)) {
		for j := range m {
			for k := 0; k <= longest && j+k < m; k++ {
				visit(i*m+j, (i+1)*m+j+k, l.ids[(i*m+j)*step+k])
			}
		}
	}
	for i := range n {
		each(i, func(from, to int, id int32) { forward[to] += forward[from] * f.p[id] })
	}
	for i := n - 1; i >= 0; i-- {
		each(i, func(from, to int, id int32) { backward[from] += backward[to] * f.p[id] })
	}
	total := forward[n*m+m-1]
	if total == 0 {
		return
	}
	one := prior * total / (prior*total + (1-prior)*l.background)
	for i := range n {
		each(i, func(from, to int, id int32) {
			f.counts[id] += l.weight * one * forward[from] * f.p[id] * backward[to] / total
		})
	}
}

// maximise turns counts into probabilities.
func (f *fitted) maximise() {
	sums := map[rune]float64{}
	for i, c := range f.counts {
		sums[f.units[i]] += c
	}
	for i, c := range f.counts {
		f.p[i] = other*math.Exp(-3*float64(len(f.keys[i])-len(string(f.units[i])))) + (1-other)*c/max(sums[f.units[i]], 1e-9)
	}
	f.counts, f.keep = make([]float64, len(f.counts)), f.counts
}

// entry is one string of a unit.
type entry struct {
	letters string
	p       float64
}

// table writes what is left after the rare strings are dropped.
func (f *fitted) table(least float64) []byte {
	by := map[rune][]entry{}
	for i, k := range f.keys {
		if f.p[i] >= least && f.keep[i] >= minCount {
			u := f.units[i]
			by[u] = append(by[u], entry{k[len(string(u)):], f.p[i]})
		}
	}
	var out bytes.Buffer
	units := make([]rune, 0, len(by))
	for u := range by {
		units = append(units, u)
	}
	slices.Sort(units)
	for _, u := range units {
		slices.SortFunc(by[u], func(a, b entry) int { return cmp.Or(cmp.Compare(b.p, a.p), cmp.Compare(a.letters, b.letters)) })
		fmt.Fprintf(&out, "%c\t", u)
		for _, e := range by[u] {
			fmt.Fprintf(&out, "%s:%d ", cmp.Or(e.letters, "-"), int(math.Round(-10*math.Log(e.p))))
		}
		out.Truncate(out.Len() - 1)
		out.WriteByte('\n')
	}
	return out.Bytes()
}
