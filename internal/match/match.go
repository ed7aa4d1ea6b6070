package match

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/name"
)

// Index finds the entities that a query could be of: an *index.Index, or several
// searched as one, an *index.Set.
type Index interface {
	Candidates(q index.Query) []index.Candidate
	Entity(i int) *enduse.Entity
	NamesOf(entity int32) (first, end int32)
	Name(i int32) *name.Name
	Len() int
}

// Matcher finds the listed entities that a party may be.
type Matcher struct {
	Index   Index
	Weights compare.Weights
	// NameBirthPlace says whether an equal name, the same full birth date and the
	// same birthplace or country fix an identity.
	NameBirthPlace bool
	// Calibration makes log odds a probability; the zero value makes none.
	Calibration Calibration
}

// Hits returns every entity whose score is at least floor, best first. Whether
// a hit matches is for the caller to say.
func (m *Matcher) Hits(p enduse.Party, floor float64) []enduse.Hit {
	asked := prepare(p, m.Weights.Alignment)
	likeness := floorOf(floor, asked.facts(), m.Weights)
	var hits []enduse.Hit
	for _, c := range m.Index.Candidates(index.Query{
		Names: asked.names, Identifiers: asked.identifiers(), Addresses: asked.addresses,
		Floor: nameLogOdds(likeness, m.Weights), Weight: m.Weights.Name, AddressFloor: likeness, Weights: m.Weights.Alignment,
	}) {
		best := m.best(&asked, c)
		if !c.Other && best.odds < nameLogOdds(likeness, m.Weights)-rounding {
			continue // nothing else that is known could lift it to the floor
		}
		if h := m.judge(&asked, m.Index.Entity(int(c.Entity)), best); h.Score.Value >= floor {
			hits = append(hits, h)
		}
	}
	slices.SortFunc(hits, func(a, b enduse.Hit) int {
		return cmp.Or(cmp.Compare(b.Score.Value, a.Score.Value), cmp.Compare(b.Score.LogOdds, a.Score.LogOdds), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return hits
}

// rounding is how much sums of the same figures in another order may differ.
const rounding = 1e-9

// best is the pair of names of a party and an entity that agrees most.
type best struct {
	odds   float64 // minus infinity where there is no pair
	asked  int
	listed int // its place among the entity's names
	name   *name.Name
}

func noPair() best { return best{odds: math.Inf(-1)} }

// try sets a listed name against all names of the party.
func (b *best) try(p *party, listed int, n *name.Name, weight float64) {
	if len(n.Tokens) == 0 {
		return
	}
	for i := range p.names {
		if odds := p.namer.Compare(&p.names[i], n).LogOdds(weight); odds > b.odds {
			*b = best{odds, i, listed, n}
		}
	}
}

// best compares the names of a candidate that could be alike enough, or all if
// it was found by something else.
func (m *Matcher) best(p *party, c index.Candidate) best {
	b := noPair()
	first, end := m.Index.NamesOf(c.Entity)
	if !c.Other {
		for _, n := range c.Names {
			b.try(p, int(n-first), m.Index.Name(n), m.Weights.Name)
		}
		return b
	}
	for n := first; n < end; n++ {
		b.try(p, int(n-first), m.Index.Name(n), m.Weights.Name)
	}
	return b
}

// Pair compares two names as two parties of one schema would be.
func (m *Matcher) Pair(schema enduse.Schema, x, y string) enduse.Hit {
	asked := prepare(enduse.Party{Name: x, Schema: schema}, m.Weights.Alignment)
	e := enduse.Entity{Schema: schema, Names: []enduse.Name{{Text: y, Kind: enduse.NamePrimary}}}
	b, listed := noPair(), name.Analyse(y)
	b.try(&asked, 0, &listed, m.Weights.Name)
	return m.judge(&asked, &e, b)
}

// judge sets a party against an entity.
func (m *Matcher) judge(p *party, e *enduse.Entity, b best) enduse.Hit {
	h := enduse.Hit{Entity: e}
	equal := m.addName(&h, p, b)
	strong := m.addFacts(&h, p, e)
	logOdds := total(h.Evidence)
	h.Score = enduse.Score{LogOdds: logOdds, Value: ScoreOf(logOdds, m.Weights), Probability: m.Calibration.Probability(logOdds)}
	switch {
	case strong && undisputed(h.Evidence):
		h.Identity, h.IdentityBy = true, "a strong identifier"
	case equal && m.NameBirthPlace && m.birthFixes(&h):
		h.Identity, h.IdentityBy = true, "full name, full birth date, and birthplace or country"
	}
	return h
}

// undisputed reports whether nothing but the name, and how common it is, and
// the country, which parties change, speaks against an identity.
func undisputed(evidence []enduse.Evidence) bool {
	for _, e := range evidence {
		switch e.Kind {
		case enduse.EvidenceName, enduse.EvidenceRarity, enduse.EvidenceCountry:
		default:
			if e.Contribution < 0 {
				return false
			}
		}
	}
	return true
}

// addName adds the evidence of the best pair of names, or of an address for an
// entry without a name, and reports whether they are equal. A party without a
// name is judged by its identifiers alone.
func (m *Matcher) addName(h *enduse.Hit, p *party, b best) (equal bool) {
	if address, ok := m.address(h.Entity, p); ok && address.Contribution > b.odds {
		h.Evidence = append(h.Evidence, address)
		return false
	}
	if b.name == nil {
		return false
	}
	r := p.namer.Explain(&p.names[b.asked], b.name)
	h.Matched = h.Entity.Names[b.listed]
	h.Evidence = append(h.Evidence, enduse.Evidence{
		Kind: enduse.EvidenceName, Query: p.names[b.asked].Text, Listed: h.Matched.Text, Method: r.Method,
		Weight: m.Weights.Name, Contribution: nameLogOdds(r.Alike, m.Weights), Alignment: r.Alignment,
	})
	if r.Common > 0 {
		h.Evidence = append(h.Evidence, enduse.Evidence{
			Kind: enduse.EvidenceRarity, Method: fmt.Sprintf("the names differ, and what they share stands in one of 2^%.0f names", r.Told),
			Contribution: -r.Common,
		})
	}
	return r.Alike == 1
}

// addFacts adds the evidence of everything but names and reports whether a
// strong identifier fixes the identity.
func (m *Matcher) addFacts(h *enduse.Hit, p *party, e *enduse.Entity) bool {
	add := func(ev enduse.Evidence, found bool) {
		if found {
			h.Evidence = append(h.Evidence, ev)
		}
	}
	ev, strong, found := compare.Identifiers(p.Identifiers, e.Identifiers, m.Weights.Identifier)
	add(ev, found)
	add(compare.BirthDates(p.BirthDate, e.BirthDates, m.Weights.BirthDate))
	add(compare.BirthPlaces(p.BirthPlace, e.BirthPlaces, m.Weights.BirthPlace))
	add(compare.Countries(p.countries, slices.Concat(e.Countries, e.Nationalities), m.Weights.Country))
	add(compare.Genders(p.Gender, e.Gender, m.Weights.Gender))
	add(compare.Schemas(p.Schema, e.Schema, m.Weights.Schema))
	if e.Schema != enduse.SchemaAddress {
		add(m.sharedAddress(e, p))
	}
	return strong
}

// birthFixes reports whether the evidence holds a full birth date that agrees,
// and a birthplace or a country that does.
func (m *Matcher) birthFixes(h *enduse.Hit) bool {
	day, place := false, false
	for _, e := range h.Evidence {
		switch e.Kind {
		case enduse.EvidenceBirthDate:
			day = e.Contribution == m.Weights.BirthDate.Day
		case enduse.EvidenceBirthPlace, enduse.EvidenceCountry:
			place = place || e.Contribution > 0
		default:
			if e.Contribution < 0 {
				return false
			}
		}
	}
	return day && place
}
