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
	"github.com/enduse/enduse/internal/subject"
)

// Index finds candidates for a query. An *index.Index is one, and so is an
// *index.Set, which searches several as one.
type Index interface {
	Candidates(q index.Query) []index.Candidate
	Entity(i int) *enduse.Entity
	NamesOf(entity int32) (first, end int32)
	Name(i int32) *name.Name
	// Keyed reports whether a listed name has a key; see name.Keys.
	Keyed(key uint64) bool
	Len() int
	// ID returns the id of an entity.
	ID(entity int32) enduse.EntityID
	// Subjects returns which entities are one party; nil where each is one.
	Subjects() *subject.Table
}

// keySet reports whether a listed name has a key; see name.Keys. Every Index is one.
type keySet interface{ Keyed(key uint64) bool }

// Matcher finds the listed entities that a party may be.
type Matcher struct {
	Index   Index
	Weights compare.Weights
	// NameBirthPlace makes an identity certain by an equal name, the same full birth
	// date and the same birthplace or country.
	NameBirthPlace bool
	// Threshold is the lowest score of a match. An equal identifier of a kind that
	// identifies its holder raises a hit to it, whatever else differs. 0 raises none.
	Threshold float64
	// Calibration turns log odds into a probability; the zero value gives none.
	Calibration Calibration
	// Subjects divide those of the index.
	Subjects subject.Settings
}

// Result is the result of a search for a party.
type Result struct {
	// Hits are the subjects whose score is at least the floor, best first. The Entity of
	// each is the member that compares best.
	Hits []enduse.Hit
	// Namesakes have exactly the party's name, but its other facts contradict theirs
	// so much that the score stays below the floor.
	Namesakes []enduse.Hit
	// Leads are entities whose name is part of a longer field, but is too common for
	// a hit, with the other members of their subjects.
	Leads []*enduse.Entity
	// Gaps list the fields of the party that cannot be read as names.
	Gaps []enduse.Gap
}

// Hits returns every subject whose score is at least floor, best first. The caller
// decides which of them are matches.
func (m *Matcher) Hits(p enduse.Party, floor float64) []enduse.Hit {
	return m.Search(m.Party(p), floor).Hits
}

// Text reads a text for Search: entities are found whose names occur in it, with their
// words in any order. A name counts only if it is rare enough not to occur by chance.
func (m *Matcher) Text(text string) *Party {
	out := &Party{Party: enduse.Party{Name: text}, namer: compare.Namer{Weights: m.Weights.Alignment}}
	f := namefield.Read(text)
	for i := range f.Readings {
		r := &f.Readings[i]
		if r.Grade < namefield.Guess {
			out.addWindows(m.Index, r.Text, "in a text", inText)
			r.Words = true
		}
		r.Grade = namefield.Guess
		out.addReading(m.Index, r)
	}
	out.addNumbers(text)
	out.gaps = nil // a text need not hold a name
	if len(text) > namefield.MaxLength {
		out.addWindows(m.Index, text, "in a text", inText)
	}
	if len(text) > maxText {
		out.addGap(text, "the text is longer than 64 KiB: what follows was not searched")
	}
	return out
}

// Search returns every subject whose score is at least floor, with the namesakes (who have
// the party's name as written, or would match if the party were of their type), the leads
// and gaps of the party: it asks the index for every entity that could reach
// the floor, and compares each subject that has one of them.
func (m *Matcher) Search(asked *Party, floor float64) Result {
	out := Result{Gaps: asked.gaps}
	similarity := similarityFloor(floor, asked.known(), m.Weights)
	names, keys := asked.searched()
	for _, s := range m.subjects(m.Index.Candidates(index.Query{
		Names: names, Keys: keys, Identifiers: asked.identifiers(), Addresses: asked.addresses,
		Floor: nameLogOdds(similarity, m.Weights), Weight: m.Weights.Name, AddressFloor: similarity, Weights: m.Weights.Alignment,
	})) {
		best := m.best(asked, s)
		if best.lead && best.odds < nameLogOdds(floor, m.Weights)-rounding {
			out.Leads = append(out.Leads, m.entities(s, best)...)
		}
		if !s.byFact() && best.odds < nameLogOdds(similarity, m.Weights)-rounding {
			continue // no other fact could raise it to the floor
		}
		h := m.hit(asked, s, best)
		h.SameName = best.isSameName(asked)
		switch {
		case h.Score.Value >= floor:
			out.Hits = append(out.Hits, h)
		case h.SameName, best.odds >= nameLogOdds(floor, m.Weights) && onlyTypeDiffers(h.Evidence):
			out.Namesakes = append(out.Namesakes, h)
		}
	}
	byScore(out.Hits)
	byScore(out.Namesakes)
	return out
}

// onlyTypeDiffers reports whether nothing but what the parties are speaks against a hit:
// systems fill in the type of a party by themselves, so that it must not pass over a name
// that would match without it.
func onlyTypeDiffers(all []enduse.Evidence) bool {
	differs := false
	for i := range all {
		switch e := &all[i]; {
		case e.Contribution >= 0 || e.Kind == enduse.EvidenceName:
		case e.Kind == enduse.EvidenceSchema:
			differs = true
		case e.Kind != enduse.EvidenceRarity && e.Kind != enduse.EvidenceLimit:
			return false
		}
	}
	return differs
}

func byScore(hits []enduse.Hit) {
	slices.SortFunc(hits, func(a, b enduse.Hit) int {
		return cmp.Or(
			cmp.Compare(b.Score.Value, a.Score.Value),
			cmp.Compare(b.Score.LogOdds, a.Score.LogOdds),
			cmp.Compare(a.Entity.ID, b.Entity.ID),
		)
	})
}

// rounding is how much two sums of the same numbers in different order may differ.
const rounding = 1e-9

// best is the most similar pair of a party's and an entity's names.
type best struct {
	odds   float64 // minus infinity where there is no pair
	asked  int
	listed listed
	name   *name.Name
	lead   bool // a part of a field is one of the names, but is too common
}

// listed says whose a listed name is, and which of the entity's names.
type listed struct {
	entity int32
	at     int
}

func noPair() best { return best{odds: math.Inf(-1)} }

// try compares a listed name with all names of the party.
func (b *best) try(p *Party, at listed, n *name.Name, weight float64) {
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
				b.odds, b.asked, b.listed, b.name = -weight, i, at, n
			}
			continue
		}
		agreed := p.namer.Compare(&a.Name, n)
		odds := agreed.LogOdds(weight)
		if a.grade >= namefield.Part {
			if a.place && hasPlace(n) || a.around != nil && compare.HaveOtherTrades(a.around, n) {
				continue
			}
			if a.weak || !a.isNameItself(n, odds, weight) {
				b.lead = b.lead || a.sameName(n)
				continue
			}
			odds = min(odds, weight*(2*a.maxSimilarity()-1))
		}
		if odds > b.odds {
			b.odds, b.asked, b.listed, b.name = odds, i, at, n
		}
	}
}

// isSameName reports whether the best pair is one name as written. The name must
// have two words, as many parties share a single one.
func (b *best) isSameName(p *Party) bool {
	if b.name == nil {
		return false
	}
	a := &p.names[b.asked]
	if a.grade > namefield.Repaired || len(a.Tokens) < 2 {
		return false
	}
	return a.Folded == b.name.Folded || a.Words != 0 && a.Words == b.name.Words
}

// best compares the names by which the members of a subject were found, or all of their
// names if an identifier or an address found one.
func (m *Matcher) best(p *Party, s candidates) best {
	b, all := noPair(), s.byFact()
	b.listed.entity = s.found[0].Entity
	for _, c := range s.found {
		first, end := m.Index.NamesOf(c.Entity)
		ids := c.Names
		if all {
			ids = make([]int32, 0, end-first)
			for id := first; id < end; id++ {
				ids = append(ids, id)
			}
		}
		for _, id := range ids {
			n, at := m.Index.Name(id), listed{c.Entity, int(id - first)}
			switch {
			case !n.IsNobody():
				b.try(p, at, n, m.Weights.Name)
			case b.name == nil && len(p.names) > 0: // some lists have a legal form alone, by mistake
				b.odds, b.asked, b.listed, b.name = -m.Weights.Name, 0, at, n
			}
		}
	}
	return b
}

// Pair compares two names as those of two parties of one schema. Each of them is
// read as a field and compared with the other as written; the better result counts,
// so Pair is symmetric.
func (m *Matcher) Pair(schema enduse.Schema, x, y string) enduse.Hit {
	h := m.fieldAgainst(schema, x, y)
	if turned := m.fieldAgainst(schema, y, x); turned.Score.LogOdds > h.Score.LogOdds+rounding {
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

// fieldAgainst compares the names that a field may hold with a listed one.
func (m *Matcher) fieldAgainst(schema enduse.Schema, field, text string) enduse.Hit {
	other := name.Analyse(text)
	asked := Party{Party: enduse.Party{Name: field, Schema: schema}, namer: compare.Namer{Weights: m.Weights.Alignment}}
	asked.readField(oneName{&other}, field)
	e := enduse.Entity{Schema: schema, Names: []enduse.Name{{Text: text, Kind: enduse.NamePrimary}}}
	b := noPair()
	b.try(&asked, listed{}, &other, m.Weights.Name)
	return m.judge(&asked, &e, &e, b)
}

// oneName is the keySet of one name.
type oneName struct{ *name.Name }

// Keyed reports whether the name has a key.
func (a oneName) Keyed(key uint64) bool {
	if key == 0 {
		return false
	}
	return key == a.Letters || key == a.Words || key == a.Core || key == a.Confusable || key == a.Turned
}

// judge makes the hit of a party and an entity, given their best pair of names and the
// entity with the facts to compare.
func (m *Matcher) judge(p *Party, e, facts *enduse.Entity, b best) enduse.Hit {
	h := enduse.Hit{Entity: e}
	equal := m.addName(&h, p, b)
	strong := m.addFacts(&h, p, facts)
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

// undisputed reports whether no fact contradicts an identity. Names and their rarity
// and limits do not count, nor do countries, which parties change.
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
// entry without a name. It reports whether the names are equal. A party without a
// name is judged by its identifiers alone.
func (m *Matcher) addName(h *enduse.Hit, p *Party, b best) (equal bool) {
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
	h.Matched = h.Entity.Names[b.listed.at]
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
	if excess := total(h.Evidence) - b.odds; asked.grade >= namefield.Part && excess > rounding {
		h.Evidence = append(h.Evidence, enduse.Evidence{Kind: enduse.EvidenceLimit, Method: "the field holds more than this name", Contribution: -excess})
	}
	return r.Similarity == 1
}

// addFacts adds the evidence of everything but names. It reports whether a strong
// identifier makes the identity certain.
func (m *Matcher) addFacts(h *enduse.Hit, p *Party, e *enduse.Entity) bool {
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
	if missing := m.minLogOdds() - total(h.Evidence); n.Equal && missing > 0 {
		add(enduse.Evidence{Kind: enduse.EvidenceLimit, Method: "an equal number of one kind is to be looked at, whatever else differs", Contribution: missing}, true)
	}
	return n.Strong
}

// minLogOdds is the log odds of a hit at the threshold.
func (m *Matcher) minLogOdds() float64 {
	if m.Threshold == 0 {
		return math.Inf(-1)
	}
	return nameLogOdds(m.Threshold, m.Weights) + rounding
}

// birthFixes reports whether a full birth date agrees, and a birthplace or a
// country, with nothing to the contrary.
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
