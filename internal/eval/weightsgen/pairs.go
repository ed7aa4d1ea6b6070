package main

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/name"
)

// pair is two names, and whether they are of one party.
type pair struct {
	a, b  *name.Name
	same  bool
	apart bool   // of the fifth that is not fitted on
	kind  string // where the label comes from
	equal bool   // literally
}

// The kinds of pairs.
const (
	twoNames  = "one party: two names of an entity"
	twoLists  = "one party: two lists, one full birth date"
	oneList   = "two parties: of one list, nothing in common but words"
	otherDate = "two parties: birth dates years apart"
)

type pairs []pair

// rare is how many bits the shared words of a pair tell at least; see
// compare.RarityWeights. Of pairs that share less no weight can tell anything.
const rare = 8

// mostOf is how many pairs of names an entity gives at most: some have a
// hundred spellings.
const mostOf = 6

// leastOdds are those from which on the index finds hard pairs: a score of 0.5.
const leastOdds = 0

// pairsOf collects the pairs of all entities, in their order.
func pairsOf(x *parties, w compare.NameWeights) (out pairs) {
	found := make([]pairs, x.Len())
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			c := &collector{x, compare.Namer{Weights: w}}
			for i := int(next.Add(1)) - 1; i < x.Len(); i = int(next.Add(1)) - 1 {
				found[i] = append(c.aliases(i), c.others(i)...)
			}
		})
	}
	wg.Wait()
	for _, f := range found {
		out = append(out, f...)
	}
	return out
}

// collector makes pairs.
type collector struct {
	*parties
	namer compare.Namer
}

// aliases pairs each name of an entity with that of its other names that is
// the most like it: the one that would find it.
func (c *collector) aliases(i int) (out pairs) {
	names := c.names[i]
	for k := range names {
		rest := slices.DeleteFunc(slices.Clone(names), func(n *name.Name) bool { return n.Folded == names[k].Folded })
		p, ok := c.best(names[k], rest)
		twice := slices.ContainsFunc(out, func(o pair) bool { return o.a == p.b && o.b == p.a })
		if ok && !twice && len(out) < mostOf && p.odds(&c.namer) >= 0 {
			p.same, p.kind, p.apart = true, twoNames, c.apart(i)
			out = append(out, p)
		}
	}
	return out
}

// others pairs an entity with each that the index finds by one of its names,
// where it is known whether they are one party: the two most alike names.
func (c *collector) others(i int) (out pairs) {
	names := c.names[i]
	var asked []name.Name
	for _, n := range names[:min(len(names), mostOf)] {
		asked = append(asked, *n)
	}
	for _, found := range c.Candidates(index.Query{Names: asked, Floor: leastOdds, Weight: 1, AddressFloor: 2, Weights: c.namer.Weights}) {
		k := int(found.Entity)
		if k <= i {
			continue
		}
		p, ok := c.closest(names, c.names[k])
		p.apart = c.apart(i)
		switch {
		case !ok || p.odds(&c.namer) < 0:
			continue
		case c.samePerson(i, k):
			p.same, p.kind = true, twoLists
		case c.different(i, k):
			p.kind = oneList
			if bestDate(c.Entity(i), c.Entity(k)) == dateConflict {
				p.kind = otherDate
			}
		default:
			continue
		}
		out = append(out, p)
	}
	return out
}

// closest pairs the two names of two entities that are the most alike.
func (c *collector) closest(names, others []*name.Name) (p pair, ok bool) {
	for _, n := range names[:min(len(names), mostOf)] {
		if q, found := c.best(n, others); found && (!ok || q.odds(&c.namer) > p.odds(&c.namer)) {
			p, ok = q, true
		}
	}
	return p, ok
}

// odds are those of a pair, of a weight of 1: below 0 the index does not look
// for it. Pairs of both kinds are of what it would bring forward, for else the
// fit would only learn which of them were looked for.
func (p *pair) odds(n *compare.Namer) float64 { return n.Compare(p.a, p.b).LogOdds(1) }

// best pairs a name with the most alike of others, if they share anything rare.
func (c *collector) best(asked *name.Name, others []*name.Name) (p pair, ok bool) {
	top := 0.0
	for _, o := range others {
		if odds := c.namer.Compare(asked, o).LogOdds(8); p.b == nil || odds > top {
			p, top = pair{a: asked, b: o}, odds
		}
	}
	if p.b == nil {
		return p, false
	}
	p.equal = p.a.Folded == p.b.Folded
	return p, c.namer.Explain(p.a, p.b).Bits >= rare
}

// spelt are the pairs of the four fifths, or of the fifth that is kept apart,
// whose names differ: weights do nothing to equal ones.
func (all pairs) spelt(apart bool) (out pairs) {
	for i := range all {
		if all[i].apart == apart && !all[i].equal {
			out = append(out, all[i])
		}
	}
	return out
}
