package mention

import (
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// doubt marks a listed party that may as well be a namesake: a person of a common
// name, beside which nothing stands that the list says of the person.
//
// A name that is as listed and distinct leaves no doubt but about people.
func (s *search) doubt(m *Mention, at span, entities []*enduse.Entity, asListed bool) {
	x := s.strengthOf(at)
	if x.chars > 0 && x.words == 0 && x.chars < 4 && !s.facts(at, entities, x.least < everywhere) {
		m.Uncertain, m.Why = true, "a name of so few characters is that of many"
		return
	}
	if f, ok := s.starting(organizations, at.first); x.words == 0 || x.words < x.people || x.legal || ok && f.end == at.end {
		return
	}
	person := slices.ContainsFunc(entities, func(e *enduse.Entity) bool { return e.Schema == enduse.SchemaPerson })
	namesake := person && (x.rare == 0 && x.words <= 3 || x.words <= 2 && x.least >= 2 || x.words == 1)
	if namesake && !s.facts(at, entities, x.least < everywhere) {
		m.Uncertain, m.Why = true, "the name is common, and nothing beside it says that it is the listed person"
		return
	}
	if !person && x.rare == 0 && (!asListed || !s.distinct(at, x)) && !s.labelled(at) && !s.ministry(at) && !s.facts(at, entities, x.least < everywhere) {
		m.Uncertain, m.Why = true, "the words of the name are common"
	}
}

// factsReach is how many words before and behind a name are looked at.
const factsReach = 25

// everywhere is the logarithm of how common the rarest word of a name is from which
// on a country beside it does not tell its bearers apart.
const everywhere = 6

// facts reports whether something beside a name agrees with what is listed: a year
// of birth, an identifier, the words of a listing, or, where that tells, a country.
func (s *search) facts(at span, entities []*enduse.Entity, country bool) bool {
	first, end := max(0, at.first-factsReach), min(len(s.words), at.end+factsReach)
	for i := first; i < end; i++ {
		if i >= at.first && i < at.end {
			continue
		}
		if wordSets()["listing"][s.at(i)] {
			return true
		}
		if s.words[i].shape == digits && slices.ContainsFunc(entities, func(e *enduse.Entity) bool { return stated(e, s.at(i)) }) {
			return true
		}
	}
	if s.position(at, entities) {
		return true
	}
	if !country {
		return false
	}
	codes := s.countriesIn(first, end)
	return slices.ContainsFunc(entities, func(e *enduse.Entity) bool {
		return slices.ContainsFunc(codes, func(c string) bool {
			return c != "US" && (slices.Contains(e.Countries, enduse.Country(c)) || slices.Contains(e.Nationalities, enduse.Country(c)))
		})
	})
}

// positionReach is how many words before and behind a name an office is looked for.
const positionReach = 6

// position reports whether an office beside a name is one that is listed.
func (s *search) position(at span, entities []*enduse.Entity) bool {
	for i := max(0, at.first-positionReach); i < min(len(s.words), at.end+positionReach); i++ {
		if i >= at.first && i < at.end || !s.has(i, tagOf(offices, titles)) || len(s.at(i)) < 6 {
			continue
		}
		for _, e := range entities {
			if strings.Contains(name.Fold(strings.Join(e.Positions, " ")), s.at(i)) {
				return true
			}
		}
	}
	return false
}

// countriesIn returns the countries that words name.
func (s *search) countriesIn(first, end int) (codes []string) {
	for _, tab := range []table{countries, peoples} {
		for _, f := range s.phrasesFrom(tab, first) {
			if f.first >= end {
				break
			}
			codes = append(codes, string(s.tables.codes[f.entry.row]))
		}
	}
	return codes
}

// stated reports whether a number is the year of birth of an entity, or one of its
// identifiers.
func stated(e *enduse.Entity, number string) bool {
	if len(number) == 4 {
		for _, d := range e.BirthDates {
			if strconv.Itoa(d.First().Year()) == number {
				return true
			}
		}
	}
	return len(number) >= 6 && slices.ContainsFunc(e.Identifiers, func(id enduse.Identifier) bool { return id.Value == number })
}
