package entity

import (
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/text"
)

// minCommonEverywhere is the logarithm of how common the rarest word of a name is at or
// above which a country near it does not distinguish its bearers.
const minCommonEverywhere = 6

// markAmbiguous marks a listed party as uncertain if it may as well be a namesake: the
// name is common, and nothing near it says that it is the listed party. A name that is
// written as listed and distinct is ambiguous only if it is a person's.
func (s *listedSearch) markAmbiguous(m *Mention, at Span, entities []*enduse.Entity, asListed bool) {
	x := distinctivenessOf(s.Tagged, at)
	corroborated := func() bool { return s.facts.agree(at, entities, x.least < minCommonEverywhere) }
	if x.isHanOnly() && x.chars < 4 && !corroborated() {
		m.Uncertain, m.Why = true, "a name of so few characters is that of many"
		return
	}
	if x.words == 0 || x.words < x.people || x.legal || s.isPhrase(at, Organisations) {
		return
	}
	person := slices.ContainsFunc(entities, func(e *enduse.Entity) bool { return e.Schema == enduse.SchemaPerson })
	if person && isCommonPerson(x) && !corroborated() {
		m.Uncertain, m.Why = true, "the name is common, and nothing near it says that it is the listed person"
		return
	}
	if person || x.rare > 0 || asListed && s.isDistinct(at, x) {
		return
	}
	if !s.hasLabel(at) && !s.isMinistry(at) && !corroborated() {
		m.Uncertain, m.Why = true, "the words of the name are common"
	}
}

// isCommonPerson reports whether many people have a name.
func isCommonPerson(x distinctiveness) bool {
	return x.rare == 0 && x.words <= 3 || x.words <= 2 && x.least >= 2 || x.words == 1
}

// corroboration finds facts near a name that agree with what is listed.
type corroboration struct{ *Tagged }

// factReach is how many words before and after a name are searched for facts, and
// positionReach for an office.
const (
	factReach     = 25
	positionReach = 6
)

// agree reports whether a fact near a name agrees with one of the entities: a year of
// birth, an identifier, an office, a word such as "sanctioned", or, if countries
// distinguish the bearers of the name, a country.
func (r corroboration) agree(at Span, entities []*enduse.Entity, countries bool) bool {
	for i := max(0, at.First-factReach); i < min(len(r.Words), at.End+factReach); i++ {
		if i >= at.First && i < at.End {
			continue
		}
		if listingWords.Has(r.Folded(i)) {
			return true
		}
		if r.Words[i].Shape == text.Digits && slices.ContainsFunc(entities, func(e *enduse.Entity) bool { return hasNumber(e, r.Folded(i)) }) {
			return true
		}
	}
	return r.positionAgrees(at, entities) || countries && r.countryAgrees(at, entities)
}

// positionAgrees reports whether an office near a name is listed.
func (r corroboration) positionAgrees(at Span, entities []*enduse.Entity) bool {
	for i := max(0, at.First-positionReach); i < min(len(r.Words), at.End+positionReach); i++ {
		if i >= at.First && i < at.End || !r.Has(i, OfficeNames|Titles) || len(r.Folded(i)) < 6 {
			continue
		}
		for _, e := range entities {
			if strings.Contains(name.Fold(strings.Join(e.Positions, " ")), r.Folded(i)) {
				return true
			}
		}
	}
	return false
}

// countryAgrees reports whether a country near a name is listed. The United States are
// in too many texts to distinguish anybody.
func (r corroboration) countryAgrees(at Span, entities []*enduse.Entity) bool {
	codes := r.countriesNear(at)
	return slices.ContainsFunc(entities, func(e *enduse.Entity) bool {
		return slices.ContainsFunc(codes, func(c string) bool {
			return c != "US" && (slices.Contains(e.Countries, enduse.Country(c)) || slices.Contains(e.Nationalities, enduse.Country(c)))
		})
	})
}

// hasNumber reports whether a number is the year of birth of an entity, or one of its
// identifiers.
func hasNumber(e *enduse.Entity, number string) bool {
	if len(number) == 4 {
		for _, d := range e.BirthDates {
			if strconv.Itoa(d.First().Year()) == number {
				return true
			}
		}
	}
	return len(number) >= 6 && slices.ContainsFunc(e.Identifiers, func(id enduse.Identifier) bool { return id.Value == number })
}
