package compare

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// Countries compares the countries and nationalities of a party with those of an entity.
// One in common is an agreement; former countries agree with their successors.
func Countries(asked, listed []enduse.Country, w AgreeWeights) (enduse.Evidence, bool) {
	if len(asked) == 0 || len(listed) == 0 {
		return enduse.Evidence{}, false
	}
	e := enduse.Evidence{
		Kind: enduse.EvidenceCountry, Query: codes(asked), Listed: codes(listed),
		Method: "other countries", Weight: w.Agree, Contribution: -w.Conflict,
	}
	for _, a := range asked {
		switch {
		case slices.ContainsFunc(listed, a.Compatible):
			e.Method, e.Contribution = "a country in common", w.Agree
			return e, true
		case slices.ContainsFunc(listed, func(l enduse.Country) bool { return isChinese(a) && isChinese(l) }):
			e.Method, e.Contribution = "China and its special administrative regions", 0
		}
	}
	return e, true
}

// isChinese reports whether a code is one of those under which publishers list parties of
// Hong Kong or Macao: their own, or that of China.
func isChinese(c enduse.Country) bool { return c == "CN" || c == "HK" || c == "MO" }

func codes(countries []enduse.Country) string {
	words := make([]string, len(countries))
	for i, c := range countries {
		words[i] = string(c)
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// Genders compares stated genders.
func Genders(asked, listed enduse.Gender, w AgreeWeights) (enduse.Evidence, bool) {
	if asked == "" || listed == "" {
		return enduse.Evidence{}, false
	}
	return agreement(enduse.EvidenceGender, string(asked), string(listed), asked == listed, w), true
}

// Schemas compares what the parties are. What is known only as a legal entity conflicts
// with nothing.
func Schemas(asked, listed enduse.Schema, w AgreeWeights) (enduse.Evidence, bool) {
	a, l := family(asked), family(listed)
	if a == "" || l == "" || a == l {
		return enduse.Evidence{}, false
	}
	return agreement(enduse.EvidenceSchema, string(asked), string(listed), false, w), true
}

func family(s enduse.Schema) string {
	switch s {
	case enduse.SchemaPerson:
		return "person"
	case enduse.SchemaCompany, enduse.SchemaOrganization:
		return "organisation"
	case enduse.SchemaVessel:
		return "vessel"
	case enduse.SchemaAircraft:
		return "aircraft"
	case enduse.SchemaLegalEntity, enduse.SchemaAddress, enduse.SchemaAsset:
	}
	return ""
}

func agreement(kind enduse.EvidenceKind, asked, listed string, same bool, w AgreeWeights) enduse.Evidence {
	e := enduse.Evidence{Kind: kind, Query: asked, Listed: listed, Method: "the same", Weight: w.Agree, Contribution: w.Agree}
	if !same {
		e.Method, e.Contribution = "not the same", -w.Conflict
	}
	return e
}

// BirthPlaces compares a place of birth with those on a list: it agrees with the first
// whose settlement or whole text has the same words. Different places are not a conflict,
// because villages and districts have many names.
func BirthPlaces(asked string, listed []enduse.Place, w AgreeWeights) (enduse.Evidence, bool) {
	a := name.Analyse(asked)
	for _, l := range listed {
		for _, text := range []string{l.City, l.Text} {
			b := name.Analyse(text)
			if len(a.Tokens) > 0 && len(b.Tokens) > 0 && contains(a, b) {
				return enduse.Evidence{
					Kind: enduse.EvidenceBirthPlace, Query: asked, Listed: l.Text,
					Method: "the same place", Weight: w.Agree, Contribution: w.Agree,
				}, true
			}
		}
	}
	return enduse.Evidence{}, false
}

// contains reports whether all words of the shorter text are in the longer.
func contains(a, b name.Name) bool {
	if len(a.Tokens) > len(b.Tokens) {
		a, b = b, a
	}
	for _, t := range a.Tokens {
		if !slices.ContainsFunc(b.Tokens, func(u name.Token) bool { return Similarity(t.Key(), u.Key()) > 0 }) {
			return false
		}
	}
	return true
}
