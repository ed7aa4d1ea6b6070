package synthetic

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"github.com/enduse/enduse"
)

// Source is the source and the list of every synthetic entity.
const Source = "synthetic"

// Grow yields n synthetic entities that resemble those of the source; none if the
// source is empty. It reads the whole source once, before the first entity. The
// sequence can be iterated again, with the same result. The caller may keep the
// entities, but must not change what they share with the source.
func Grow(source iter.Seq[*enduse.Entity], n int, seed uint64) iter.Seq[*enduse.Entity] {
	plans := compile(source, seed)
	return func(yield func(*enduse.Entity) bool) {
		if len(plans.all) == 0 {
			return
		}
		var order []int
		for i := range n {
			at := i % len(plans.all)
			if at == 0 {
				order = chance(seed, roundStream, uint64(i)).Perm(len(plans.all)) // #nosec G115 -- counts up from 0
			}
			m := maker{rng: chance(seed, entityStream, uint64(i)), plan: plans.all[order[at]], from: plans} // #nosec G115 -- likewise
			if !yield(m.entity(fmt.Sprintf("%s:s%08d", Source, i+1))) {
				return
			}
		}
	}
}

// The streams of random numbers. They are independent of each other.
const (
	entityStream = iota
	roundStream
	wordStream
)

// chance returns the random numbers of one stream of a seed.
func chance(seed, stream, n uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed^stream<<61, n)) // #nosec G404 -- to be repeated, not to be secret
}

// maker makes one entity from its plan.
type maker struct {
	rng   *rand.Rand
	plan  *plan
	from  *plans
	words []string // drawn for the units of the plan
}

func (m *maker) entity(id string) *enduse.Entity {
	from := m.plan.entity
	e := &enduse.Entity{
		ID: enduse.EntityID(id), Source: Source, List: Source, Schema: from.Schema, Kind: from.Kind,
		BirthPlaces: from.BirthPlaces, Nationalities: from.Nationalities, Countries: from.Countries,
		Gender: from.Gender, Titles: from.Titles, Positions: from.Positions, Vessel: from.Vessel,
	}
	m.draw()
	for i, n := range from.Names {
		e.Names = append(e.Names, m.name(n, &m.plan.names[i]))
	}
	e.BirthDates, e.DeathDates, e.Founded = m.dates(from.BirthDates), m.dates(from.DeathDates), m.dates(from.Founded)
	for _, id := range from.Identifiers {
		e.Identifiers = append(e.Identifiers, m.identifier(id))
	}
	for _, a := range from.Addresses {
		e.Addresses = append(e.Addresses, m.address(a))
	}
	for _, p := range from.Phones {
		e.Phones = append(e.Phones, m.digits(p))
	}
	for _, d := range from.Designations {
		d.List, d.URL, d.Basis = Source, "", "made up; no act lists this party"
		e.Designations = append(e.Designations, d)
	}
	return e
}

// draw draws the words for the units of the plan.
func (m *maker) draw() {
	m.words = make([]string, len(m.plan.units))
	for i, u := range m.plan.units {
		switch {
		case u.like > 0:
			m.words[i] = m.variant(m.words[u.like-1])
		case u.of != nil:
			m.words[i] = u.of.draw(m.rng)
		default:
			m.words[i] = m.digits(u.text)
		}
	}
}

// variant returns another spelling of a word: one from the source, else a made-up one.
func (m *maker) variant(word string) string {
	if known := m.from.variants[word]; len(known) > 0 {
		return known[m.rng.IntN(len(known))]
	}
	return variant(m.rng, word)
}

// name writes a name, and its parts if the list has them, with the drawn words.
func (m *maker) name(from enduse.Name, p *namePlan) enduse.Name {
	n := enduse.Name{Text: p.whole.write(m.words), Kind: from.Kind, Script: from.Script}
	if from.Parts != nil {
		parts := *from.Parts
		for i, field := range fieldsOf(&parts) {
			*field = p.parts[i].write(m.words)
		}
		n.Parts = &parts
	}
	return n
}
