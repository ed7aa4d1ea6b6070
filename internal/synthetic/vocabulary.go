package synthetic

import (
	"math"
	"math/rand/v2"
	"strconv"

	"github.com/enduse/enduse"
)

// minWords is the least size of a vocabulary from which words are drawn.
const minWords = 200

// maxRank bounds the series of new words of a vocabulary.
const maxRank = 1 << 40

// origin is where a template comes from.
type origin struct {
	schema enduse.Schema // one for all schemas with similar names
	source enduse.SourceID
	place  string // a country, else a programme
}

// originOf returns the origin of an entity, with the country that says most about its
// names.
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

// vocabularyKey identifies a vocabulary. Wider ones have no place, or neither place nor
// list.
type vocabularyKey struct {
	origin
	script   string
	position place
}

// vocabulary holds the words of one position in names, each as often as it occurs there.
type vocabulary struct {
	key   vocabularyKey
	wider *vocabulary // that of the list, or of all lists; nil for the widest
	words []string
	tally *tally
	types float64 // the share of this vocabulary in the distinct words of the tally
	seed  uint64
}

// tally counts the words of a script over all vocabularies: a surname that is also the
// name of a firm is not a new word.
type tally struct {
	counts   map[string]int
	discount float64 // d of the process
}

// corpus holds the vocabularies of all templates.
type corpus struct {
	seed         uint64
	vocabularies map[vocabularyKey]*vocabulary
	tallies      map[string]*tally // by script
	// variants maps a word to words of other names of the same entity that differ from
	// it by one or two edits, each as often as it occurs.
	variants map[string][]string
}

func newCorpus(seed uint64) *corpus {
	return &corpus{seed: seed, vocabularies: map[vocabularyKey]*vocabulary{}, tallies: map[string]*tally{}, variants: map[string][]string{}}
}

// add adds a word to the vocabulary of its origin and to the wider ones.
func (c *corpus) add(from origin, script string, at place, word string) *vocabulary {
	p := c.vocabulary(vocabularyKey{from, script, at})
	for q := p; q != nil; q = q.wider {
		q.words = append(q.words, word)
	}
	p.tally.counts[word]++
	return p
}

// pair records that two words are variants of each other.
func (c *corpus) pair(a, b string) {
	c.variants[a] = append(c.variants[a], b)
	c.variants[b] = append(c.variants[b], a)
}

func (c *corpus) vocabulary(k vocabularyKey) *vocabulary {
	if p := c.vocabularies[k]; p != nil {
		return p
	}
	p := &vocabulary{key: k, seed: c.seed ^ k.hash(), tally: c.tallies[k.script]}
	if p.tally == nil {
		p.tally = &tally{counts: map[string]int{}}
		c.tallies[k.script] = p.tally
	}
	c.vocabularies[k] = p
	switch {
	case k.place != "":
		k.place = ""
		p.wider = c.vocabulary(k)
	case k.source != "":
		k.source = ""
		p.wider = c.vocabulary(k)
	}
	return p
}

func (k vocabularyKey) hash() uint64 {
	return hash(string(k.schema), string(k.source), k.place, k.script, strconv.Itoa(int(k.position)))
}

// settle computes the parameters of new words.
func (c *corpus) settle() {
	for _, t := range c.tallies {
		t.discount = discountOf(t.counts)
	}
	for _, p := range c.vocabularies {
		for _, w := range p.words {
			p.types += 1 / float64(p.tally.counts[w])
		}
	}
}

// enough returns the narrowest vocabulary with enough words.
func (p *vocabulary) enough() *vocabulary {
	for len(p.words) < minWords && p.wider != nil {
		p = p.wider
	}
	return p
}

// discountOf estimates d from the words that occur once and twice, within bounds, as a
// small vocabulary says little about it.
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

// draw draws a word by its frequency, or a new one in place of a rare one. Words of
// trade are a closed class, without new words.
func (p *vocabulary) draw(rng *rand.Rand) string {
	w := p.words[rng.IntN(len(p.words))]
	if p.key.position == placeTrade || rng.Float64() >= p.tally.discount/float64(p.tally.counts[w]) {
		return w
	}
	return p.newWord(p.rank(rng))
}

// rank draws the number of a new word. The probability of r falls as
// (r + types)^(-1/d); the integral is inverted.
func (p *vocabulary) rank(rng *rand.Rand) uint64 {
	d := p.tally.discount
	r := p.types * (math.Pow(1-rng.Float64(), -d/(1-d)) - 1)
	return uint64(min(r, maxRank))
}
