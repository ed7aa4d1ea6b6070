package entity

import (
	"slices"

	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/reading/text"
)

// CountryMentions returns the countries that are named, by whatever word for them.
func (r *Tagged) CountryMentions() []Mention {
	all := nonOverlapping(slices.Concat(r.in(Countries), r.in(Peoples)))
	out := make([]Mention, 0, len(all))
	for _, f := range all {
		code := r.codeOf(f)
		m := r.Mention(Country, f.First, f.End, country.Name(r.tables.codes[f.Value.row]))
		m.Country = code
		out = append(out, m)
	}
	return out
}

// codeOf returns the country of a phrase for a country or a people.
func (r *Tagged) codeOf(f Phrase) string { return string(r.tables.codes[f.Value.row]) }

// SideOf returns the country of some words: that of the first country, people or
// organisation among them; "" if nothing is found.
func (r *Tagged) SideOf(first, end int) string {
	for _, t := range []Table{Countries, Peoples, Organisations} {
		for _, f := range r.From(t, first) {
			if f.First >= end {
				break
			}
			var side string
			if t == Organisations {
				side = string(r.tables.sides[f.Value.row])
			} else {
				side = r.codeOf(f)
			}
			if side != "" {
				return side
			}
		}
	}
	return ""
}

// SideBeside returns the country of the adjective right before or after words, or of
// the country after "of", and where that ends.
func (r *Tagged) SideBeside(first, end int) (code string, stop int) {
	front := first
	if front > 0 && r.Words[front-1].Possessive {
		front--
	}
	for _, t := range []Table{Peoples, Countries} {
		if f, ok := r.Ending(t, front); ok && r.Words[first].Before&^text.Joins == 0 {
			return r.codeOf(f), end
		}
	}
	for i := end; i < min(end+3, len(r.Words)) && r.Words[i].Before&^text.Joins == 0 && !r.Words[i].First; i++ {
		for _, t := range []Table{Countries, Peoples} {
			if f, ok := r.Starting(t, i); ok && (t == Countries || r.Words[i].Shape == text.Lower) {
				return r.codeOf(f), f.End
			}
		}
		if !linking.Has(r.Folded(i)) {
			break
		}
	}
	return "", end
}

// sideInOrBeside returns the country within words, or next to them.
func (r *Tagged) sideInOrBeside(first, end int) string {
	if c := r.SideOf(first, end); c != "" {
		return c
	}
	c, _ := r.SideBeside(first, end)
	return c
}

// countriesNear returns the countries that are named among words and up to factReach
// words before and after them.
func (r *Tagged) countriesNear(at Span) (codes []string) {
	first, end := max(0, at.First-factReach), min(len(r.Words), at.End+factReach)
	for _, t := range []Table{Countries, Peoples} {
		for _, f := range r.From(t, first) {
			if f.First >= end {
				break
			}
			codes = append(codes, r.codeOf(f))
		}
	}
	return codes
}
