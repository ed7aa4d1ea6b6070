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
	apart bool   // of the held-out fifth
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

// minSharedBits is the least information of the shared words of a pair; see
// compare.RarityWeights. No weight can separate pairs that share less.
const minSharedBits = 8

// maxPairs bounds the pairs of names from one entity: some have a hundred spellings.
const maxPairs = 6

// minOdds are the least log odds of hard pairs: a score of 0.5.
const minOdds = 0

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

// aliases pairs each name of an entity with the most similar of its other names,
// which is the one that would find it.
func (c *collector) aliases(i int) (out pairs) {
	names := c.names[i]
	for k := range names {
		rest := slices.DeleteFunc(slices.Clone(names), func(n *name.Name) bool { return n.Folded == names[k].Folded })
		p, ok := c.best(names[k], rest)
		twice := slices.ContainsFunc(out, func(o pair) bool { return o.a == p.b && o.b == p.a })
		if ok && !twice && len(out) < maxPairs && p.odds(&c.namer) >= 0 {
			p.same, p.kind, p.apart = true, twoNames, c.apart(i)
			out = append(out, p)
		}
	}
	return out
}

// others pairs an entity with each entity that the index finds by one of its names,
// if it is known whether they are one party. The pair is the two most similar names.
func (c *collector) others(i int) (out pairs) {
	names := c.names[i]
	var asked []name.Name
	for _, n := range names[:min(len(names), maxPairs)] {
		asked = append(asked, *n)
	}
	for _, found := range c.Candidates(index.Query{Names: asked, Floor: minOdds, Weight: 1, AddressFloor: 2, Weights: c.namer.Weights}) {
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

// closest pairs the two most similar names of two entities.
func (c *collector) closest(names, others []*name.Name) (p pair, ok bool) {
	for _, n := range names[:min(len(names), maxPairs)] {
		if q, found := c.best(n, others); found && (!ok || q.odds(&c.namer) > p.odds(&c.namer)) {
			p, ok = q, true
		}
	}
	return p, ok
}

// odds returns the log odds of a pair for a weight of 1. Below 0 the index would not
// find the pair. Pairs of both kinds must be above 0, or the fit would only learn how
// they were collected.
func (p *pair) odds(n *compare.Namer) float64 { return n.Compare(p.a, p.b).LogOdds(1) }

// best pairs a name with the most similar of others, if they share a rare word.
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
	return p, c.namer.Explain(p.a, p.b).Bits >= minSharedBits
}

// spelt returns the pairs whose names differ, of the four fifths or of the held-out
// fifth. Weights do not change the score of equal names.
func (all pairs) spelt(apart bool) (out pairs) {
	for i := range all {
		if all[i].apart == apart && !all[i].equal {
			out = append(out, all[i])
		}
	}
	return out
}
