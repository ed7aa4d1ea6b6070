package goods

import (
	"slices"
)

// Relation says how a pair of codes of two vintages belongs together, as the
// official tables write it from HS 2022 to HS 2017: n:1 is a code of 2017 that
// several of 2022 came from. The pairs of an n:n group are a cross product.
type Relation string

// The relations of the official tables.
const (
	OneToOne   Relation = "1:1"
	ManyToOne  Relation = "n:1"
	OneToMany  Relation = "1:n"
	ManyToMany Relation = "n:n"
)

// Correlation is a pair of six-digit codes, of HS 2017 and of HS 2022.
type Correlation struct {
	HS2017   string   `json:"hs2017"`
	HS2022   string   `json:"hs2022"`
	Relation Relation `json:"relation"`
	Citation string   `json:"citation,omitempty"`
}

// Change says what became of a code of HS 2017.
type Change string

// The changes.
const (
	Same      Change = "same"      // it is written as before, whatever else moved
	Renamed   Change = "renamed"   // all that is known of it went to one other code
	Split     Change = "split"     // it went to several codes: which one follows from the goods
	Ambiguous Change = "ambiguous" // only cross products name it: nothing follows
	Unknown   Change = "unknown"   // the concordance does not hold it
)

// Concordance converts codes of HS 2017 to HS 2022. A pair of an n:n group is
// never taken for a conversion. The zero value knows nothing.
type Concordance struct {
	to       map[string][]string
	grouped  map[string]bool // named by n:n pairs
	since    map[string]bool // codes of HS 2022
	citation map[string]string
}

// NewConcordance makes a concordance of tables, the most trusted first: what an
// earlier table says of a code of 2017, a later one does not change.
func NewConcordance(tables ...[]Correlation) *Concordance {
	c := &Concordance{to: map[string][]string{}, grouped: map[string]bool{}, since: map[string]bool{}, citation: map[string]string{}}
	for _, t := range tables {
		c.add(t)
	}
	for _, codes := range c.to {
		slices.Sort(codes)
	}
	return c
}

func (c *Concordance) add(table []Correlation) {
	decided := map[string]bool{}
	for code := range c.to {
		decided[code] = true
	}
	for _, p := range table {
		c.since[p.HS2022] = true
		switch p.Relation {
		case ManyToMany:
			c.grouped[p.HS2017] = true
		case OneToOne, ManyToOne, OneToMany:
			if !decided[p.HS2017] && !slices.Contains(c.to[p.HS2017], p.HS2022) {
				c.to[p.HS2017] = append(c.to[p.HS2017], p.HS2022)
				c.citation[p.HS2017] = p.Citation
			}
		}
	}
}

// Convert returns the codes of HS 2022 that a six-digit code of HS 2017 went
// to, sorted, and how: none for an ambiguous or an unknown code.
func (c *Concordance) Convert(hs2017 string) ([]string, Change) {
	if c == nil {
		return nil, Unknown
	}
	to := c.to[hs2017]
	switch {
	case len(to) == 1 && to[0] == hs2017:
		return slices.Clone(to), Same
	case len(to) == 1:
		return slices.Clone(to), Renamed
	case len(to) > 1:
		return slices.Clone(to), Split
	case c.grouped[hs2017]:
		return nil, Ambiguous
	}
	return nil, Unknown
}

// Holds2022 reports whether a code is known to be of HS 2022.
func (c *Concordance) Holds2022(code string) bool { return c != nil && c.since[code] }

// Citation returns where the conversion of a code of HS 2017 comes from.
func (c *Concordance) Citation(hs2017 string) string {
	if c == nil {
		return ""
	}
	return c.citation[hs2017]
}
