package scale

import (
	"math"
	"math/rand/v2"
	"strconv"

	"github.com/enduse/enduse"
)

// enoughWords is how many words a pool has before words are drawn from it.
const enoughWords = 200

// mostRank bounds the series of new words of a pool.
const mostRank = 1 << 40

// origin is where a template comes from.
type origin struct {
	schema enduse.Schema // those that are named alike are one
	source enduse.SourceID
	place  string // a country or, where there is none, a programme
}

// originOf takes the country that says most of how somebody is called.
func originOf(e *enduse.Entity) origin {
	o := origin{schema: namedLike(e.Schema), source: e.Source}
	switch {
	case len(e.Nationalities) > 0:
		o.place = string(e.Nationalities[0])
	case len(e.Countries) > 0:
		o.place = string(e.Countries[0])
	case len(e.BirthPlaces) > 0 && e.BirthPlaces[0].Country != "":
		o.place = string(e.BirthPlaces[0].Country)
	case len(e.Designations) > 0:
		o.place = "programme " + e.Designations[0].Program
	}
	return o
}

func namedLike(s enduse.Schema) enduse.Schema {
	switch s {
	case enduse.SchemaPerson:
		return enduse.SchemaPerson
	case enduse.SchemaVessel, enduse.SchemaAircraft:
		return s
	case enduse.SchemaLegalEntity, enduse.SchemaOrganization, enduse.SchemaCompany, enduse.SchemaAddress, enduse.SchemaAsset:
	}
	return enduse.SchemaOrganization
}

// poolKey tells pools apart: by all of it, without the place, and without
// place and list.
type poolKey struct {
	origin
	script string
	slot   slot
}

// pool holds the words of one place in names, each as often as it stands there.
type pool struct {
	key   poolKey
	wider *pool // that of the list, or of all lists; nil for those
	words []string
	tally *tally
	types float64 // the share that this pool has in the distinct words of the tally
	seed  uint64
}

// tally counts the words of a script, whatever pools they stand in: a surname
// that is the name of a firm too is no new word.
type tally struct {
	counts   map[string]int
	discount float64 // d of the process
}

// corpus holds the pools.
type corpus struct {
	seed    uint64
	pools   map[poolKey]*pool
	tallies map[string]*tally // by script
	// variants are the words that stand beside a word in names of the same entity
	// and differ from it by an error or two, each as often as it does.
	variants map[string][]string
}

func newCorpus(seed uint64) *corpus {
	return &corpus{seed: seed, pools: map[poolKey]*pool{}, tallies: map[string]*tally{}, variants: map[string][]string{}}
}

// add puts a word into the pool of its origin and the wider ones.
func (c *corpus) add(from origin, script string, s slot, word string) *pool {
	p := c.pool(poolKey{from, script, s})
	for q := p; q != nil; q = q.wider {
		q.words = append(q.words, word)
	}
	p.tally.counts[word]++
	return p
}

// pair notes that two words are written for one another.
func (c *corpus) pair(a, b string) {
	c.variants[a] = append(c.variants[a], b)
	c.variants[b] = append(c.variants[b], a)
}

func (c *corpus) pool(k poolKey) *pool {
	if p := c.pools[k]; p != nil {
		return p
	}
	p := &pool{key: k, seed: c.seed ^ k.hash(), tally: c.tallies[k.script]}
	if p.tally == nil {
		p.tally = &tally{counts: map[string]int{}}
		c.tallies[k.script] = p.tally
	}
	c.pools[k] = p
	switch {
	case k.place != "":
		k.place = ""
		p.wider = c.pool(k)
	case k.source != "":
		k.source = ""
		p.wider = c.pool(k)
	}
	return p
}

func (k poolKey) hash() uint64 {
	return hash(string(k.schema), string(k.source), k.place, k.script, strconv.Itoa(int(k.slot)))
}

// settle computes what the pools draw new words by.
func (c *corpus) settle() {
	for _, t := range c.tallies {
		t.discount = discountOf(t.counts)
	}
	for _, p := range c.pools {
		for _, w := range p.words {
			p.types += 1 / float64(p.tally.counts[w])
		}
	}
}

// enough is the pool, or the wider one that has enough words.
func (p *pool) enough() *pool {
	for len(p.words) < enoughWords && p.wider != nil {
		p = p.wider
	}
	return p
}

// discountOf estimates d from the words that stand once and twice, within
// bounds: a small pool says nothing of it.
func discountOf(counts map[string]int) float64 {
	var once, twice float64
	for _, n := range counts {
		switch n {
		case 1:
			once++
		case 2:
			twice++
		}
	}
	return min(max(once/max(once+2*twice, 1), 0.1), 0.9)
}

// draw takes a word by its frequency, or a new one in place of a rare one.
// Words of trade are a closed class: there are no new ones.
func (p *pool) draw(rng *rand.Rand) string {
	w := p.words[rng.IntN(len(p.words))]
	if p.key.slot == slotTrade || rng.Float64() >= p.tally.discount/float64(p.tally.counts[w]) {
		return w
	}
	return p.coin(p.rank(rng))
}

// rank draws the number of a new word: r with a probability that falls as
// (r + types)^(-1/d), by inversion of the integral.
func (p *pool) rank(rng *rand.Rand) uint64 {
	d := p.tally.discount
	r := p.types * (math.Pow(1-rng.Float64(), -d/(1-d)) - 1)
	return uint64(min(r, mostRank))
}
