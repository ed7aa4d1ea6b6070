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
	"github.com/enduse/enduse/internal/namefield"
)

// Index finds the entities that a query could be of: an *index.Index, or several
// searched as one, an *index.Set.
type Index interface {
	Candidates(q index.Query) []index.Candidate
	Entity(i int) *enduse.Entity
	NamesOf(entity int32) (first, end int32)
	Name(i int32) *name.Name
	// Keyed reports whether a listed name has a key; see name.Keys.
	Keyed(key uint64) bool
	Len() int
}

// keys tell whether a listed name has a key; see name.Keys. An Index does.
type keys interface{ Keyed(key uint64) bool }

// Matcher finds the listed entities that a party may be.
type Matcher struct {
	Index   Index
	Weights compare.Weights
	// NameBirthPlace says whether an equal name, the same full birth date and the
	// same birthplace or country fix an identity.
	NameBirthPlace bool
	// Threshold is the score from which on a hit matches: an equal number that tells
	// enough lifts a hit to it, whatever else differs. 0 lifts none.
	Threshold float64
	// Calibration makes log odds a probability; the zero value makes none.
	Calibration Calibration
}

// Result is what a search for a party gives.
type Result struct {
	// Hits are the entities whose score is at least the floor, best first.
	Hits []enduse.Hit
	// Namesakes are those that have exactly the party's name, and that its other
	// facts contradict so much that the score stays below the floor.
	Namesakes []enduse.Hit
	// Leads are entities whose name is in a field that holds more, but is too common
	// to be taken for theirs.
	Leads []*enduse.Entity
	// Gaps say which of the party's names cannot be read as names.
	Gaps []enduse.Gap
}

// Hits returns every entity whose score is at least floor, best first. Whether
// a hit matches is for the caller to say.
func (m *Matcher) Hits(p enduse.Party, floor float64) []enduse.Hit {
	return m.Search(p, floor).Hits
}

// Search returns every entity whose score is at least floor, and what else is to
// be said of the party.
func (m *Matcher) Search(p enduse.Party, floor float64) Result {
	asked := m.read(p)
	return m.search(&asked, floor)
}

// SearchText returns the entities whose names are in a text, in any order of their
// words: names that tell enough not to be there by chance.
func (m *Matcher) SearchText(text string, floor float64) Result {
	asked := party{Party: enduse.Party{Name: text}, namer: compare.Namer{Weights: m.Weights.Alignment}}
	f := namefield.Read(text)
	for i := range f.Readings {
		r := &f.Readings[i]
		if r.Grade < namefield.Guess {
			asked.windows(m.Index, r.Text, "in a text", inText)
			r.Words = true
		}
		r.Grade = namefield.Guess
		asked.reading(m.Index, r)
	}
	asked.numbers(text)
	asked.gaps = nil // a text need not hold a name
	if len(text) > namefield.MaxLength {
		asked.windows(m.Index, text, "in a text", inText)
	}
	if len(text) > maxText {
		asked.gap(text, "the text is longer than 64 KiB: what follows was not searched")
	}
	return m.search(&asked, floor)
}

func (m *Matcher) search(asked *party, floor float64) Result {
	out := Result{Gaps: asked.gaps}
	likeness := floorOf(floor, asked.known(), m.Weights)
	names, keys := asked.searched()
	for _, c := range m.Index.Candidates(index.Query{
		Names: names, Keys: keys, Identifiers: asked.identifiers(), Addresses: asked.addresses,
		Floor: nameLogOdds(likeness, m.Weights), Weight: m.Weights.Name, AddressFloor: likeness, Weights: m.Weights.Alignment,
	}) {
		best := m.best(asked, c)
		if best.lead && best.odds < nameLogOdds(floor, m.Weights)-rounding {
			out.Leads = append(out.Leads, m.Index.Entity(int(c.Entity)))
		}
		if !c.ByFact && best.odds < nameLogOdds(likeness, m.Weights)-rounding {
			continue // nothing else that is known could lift it to the floor
		}
		h := m.judge(asked, m.Index.Entity(int(c.Entity)), best)
		h.SameName = best.equal(asked)
		switch {
		case h.Score.Value >= floor:
			out.Hits = append(out.Hits, h)
		case h.SameName:
			out.Namesakes = append(out.Namesakes, h)
		}
	}
	byScore(out.Hits)
	byScore(out.Namesakes)
	return out
}

func byScore(hits []enduse.Hit) {
	slices.SortFunc(hits, func(a, b enduse.Hit) int {
		return cmp.Or(cmp.Compare(b.Score.Value, a.Score.Value), cmp.Compare(b.Score.LogOdds, a.Score.LogOdds), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
}

// rounding is how much sums of the same figures in another order may differ.
const rounding = 1e-9

// best is the pair of names of a party and an entity that agrees most.
type best struct {
	odds   float64 // minus infinity where there is no pair
	asked  int
	listed int // its place among the entity's names
	name   *name.Name
	lead   bool // a part of a field is one of the names, but too common
}

func noPair() best { return best{odds: math.Inf(-1)} }

// try sets a listed name against all names of the party.
func (b *best) try(p *party, listed int, n *name.Name, weight float64) {
	if len(n.Tokens) == 0 {
		return
	}
	for i := range p.names {
		a := &p.names[i]
		if a.grade == namefield.Guess && !a.sameKeys(n) {
			continue
		}
		if a.kind && !a.sameKind(n) {
			if b.name == nil {
				b.odds, b.asked, b.listed, b.name = -weight, i, listed, n
			}
			continue
		}
		agreed := p.namer.Compare(&a.Name, n)
		odds := agreed.LogOdds(weight)
		if a.grade >= namefield.Part {
			if a.place && placed(n) || a.around != nil && compare.HaveOtherTrades(a.around, n) {
				continue
			}
			if a.weak || !a.apart(n, odds, weight) {
				b.lead = b.lead || a.sameName(n)
				continue
			}
			odds = min(odds, weight*(2*a.alike()-1))
		}
		if odds > b.odds {
			b.odds, b.asked, b.listed, b.name = odds, i, listed, n
		}
	}
}

// equal reports whether the best pair are one name, as written, of a party whose
// name is a name: a word that is common is borne by many.
func (b *best) equal(p *party) bool {
	if b.name == nil {
		return false
	}
	a := &p.names[b.asked]
	return a.grade <= namefield.Repaired && len(a.Tokens) > 1 && (a.Folded == b.name.Folded || a.Words != 0 && a.Words == b.name.Words)
}

// best compares the names of a candidate that could be alike enough, or all if
// it was found by something else.
func (m *Matcher) best(p *party, c index.Candidate) best {
	b := noPair()
	first, end := m.Index.NamesOf(c.Entity)
	if !c.ByFact {
		for _, n := range c.Names {
			m.try(&b, p, n, n-first)
		}
		return b
	}
	for n := first; n < end; n++ {
		m.try(&b, p, n, n-first)
	}
	return b
}

// try sets a listed name of the index against the names of a party, unless it
// names nobody: a legal form alone is on some lists by mistake.
func (m *Matcher) try(b *best, p *party, id, at int32) {
	n := m.Index.Name(id)
	if !n.IsNobody() {
		b.try(p, int(at), n, m.Weights.Name)
		return
	}
	if b.name == nil && len(p.names) > 0 {
		b.odds, b.asked, b.listed, b.name = -m.Weights.Name, 0, int(at), n
	}
}

// Pair compares two names as two parties of one schema would be: each is read as a
// field is, and set against the other as it is written. It is symmetric.
func (m *Matcher) Pair(schema enduse.Schema, x, y string) enduse.Hit {
	h := m.oneOf(schema, x, y)
	if turned := m.oneOf(schema, y, x); turned.Score.LogOdds > h.Score.LogOdds+rounding {
		for i := range turned.Evidence {
			e := &turned.Evidence[i]
			e.Query, e.Listed = e.Listed, e.Query
			for k := range e.Alignment {
				p := &e.Alignment[k]
				p.Query, p.Listed = p.Listed, p.Query
			}
		}
		turned.Matched.Text = y
		return turned
	}
	return h
}

// oneOf compares the names that a field may hold with a listed one.
func (m *Matcher) oneOf(schema enduse.Schema, field, text string) enduse.Hit {
	listed := name.Analyse(text)
	asked := party{Party: enduse.Party{Name: field, Schema: schema}, namer: compare.Namer{Weights: m.Weights.Alignment}}
	asked.field(alone{&listed}, field)
	e := enduse.Entity{Schema: schema, Names: []enduse.Name{{Text: text, Kind: enduse.NamePrimary}}}
	b := noPair()
	b.try(&asked, 0, &listed, m.Weights.Name)
	return m.judge(&asked, &e, b)
}

// alone is the keys of one name.
type alone struct{ *name.Name }

// Keyed reports whether the name has a key.
func (a alone) Keyed(key uint64) bool {
	return key != 0 && (key == a.Letters || key == a.Words || key == a.Core || key == a.Confusable || key == a.Turned)
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

// undisputed reports whether nothing but the name, how common it is and how it was
// read, and the country, which parties change, speaks against an identity.
func undisputed(evidence []enduse.Evidence) bool {
	for _, e := range evidence {
		switch e.Kind {
		case enduse.EvidenceName, enduse.EvidenceRarity, enduse.EvidenceLimit, enduse.EvidenceCountry:
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
	if b.name == nil || len(p.names) == 0 {
		return false
	}
	asked := &p.names[b.asked]
	r := p.namer.Explain(&asked.Name, b.name)
	switch {
	case b.odds > -m.Weights.Name:
	case b.name.IsNobody():
		r = compare.NameResult{Method: "the listed name is a legal form or a word of trade, and names nobody"}
	case asked.kind:
		r = compare.NameResult{Method: "the name is a legal form or words of trade, and names nobody"}
	}
	if asked.how != "" {
		r.Method += "; " + asked.how
	}
	h.Matched = h.Entity.Names[b.listed]
	h.Evidence = append(h.Evidence, enduse.Evidence{
		Kind: enduse.EvidenceName, Query: p.names[b.asked].Text, Listed: h.Matched.Text, Method: r.Method,
		Weight: m.Weights.Name, Contribution: nameLogOdds(r.Similarity, m.Weights), Alignment: r.Alignment,
	})
	if r.RarityCost > 0 {
		h.Evidence = append(h.Evidence, enduse.Evidence{
			Kind: enduse.EvidenceRarity, Method: fmt.Sprintf("the names differ, and what they share stands in one of 2^%.0f names", r.Bits),
			Contribution: -r.RarityCost,
		})
	}
	if less := total(h.Evidence) - b.odds; asked.grade >= namefield.Part && less > rounding {
		h.Evidence = append(h.Evidence, enduse.Evidence{Kind: enduse.EvidenceLimit, Method: "the field holds more than this name", Contribution: -less})
	}
	return r.Similarity == 1
}

// addFacts adds the evidence of everything but names and reports whether a
// strong identifier fixes the identity.
func (m *Matcher) addFacts(h *enduse.Hit, p *party, e *enduse.Entity) bool {
	add := func(ev enduse.Evidence, found bool) {
		if found {
			h.Evidence = append(h.Evidence, ev)
		}
	}
	n := compare.Identifiers(p.Identifiers, e.Identifiers, p.home, m.Weights.Identifier)
	add(n.Evidence, n.Found())
	add(compare.BirthDates(p.BirthDate, e.BirthDates, m.Weights.BirthDate))
	add(compare.BirthPlaces(p.BirthPlace, e.BirthPlaces, m.Weights.BirthPlace))
	add(compare.Countries(p.countries, slices.Concat(e.Countries, e.Nationalities), m.Weights.Country))
	add(compare.Genders(p.Gender, e.Gender, m.Weights.Gender))
	add(compare.Schemas(p.Schema, e.Schema, m.Weights.Schema))
	if e.Schema != enduse.SchemaAddress {
		add(m.sharedAddress(e, p))
	}
	if less := m.least() - total(h.Evidence); n.Equal && less > 0 {
		add(enduse.Evidence{Kind: enduse.EvidenceLimit, Method: "an equal number of one kind is to be looked at, whatever else differs", Contribution: less}, true)
	}
	return n.Strong
}

// least is the log odds of a hit at the threshold.
func (m *Matcher) least() float64 {
	if m.Threshold == 0 {
		return math.Inf(-1)
	}
	return nameLogOdds(m.Threshold, m.Weights) + rounding
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
