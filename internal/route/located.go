package route

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// Located returns a shipment with the countries that its own words give where no code
// is stated: the destination, from a place that is named as one; transit, from ports;
// those of parties, from their addresses. The notes say what was read from what. The
// given shipment does not change.
func Located(s enduse.Shipment) (out enduse.Shipment, notes []string) {
	out = s
	out.Route.Transit = slices.Clone(s.Route.Transit)
	for _, p := range s.Route.Places {
		at, ok := parsePlace(p.Text)
		if !ok {
			at, ok = addressed(p.Text)
		}
		if !ok || departs(p.Field) {
			continue
		}
		switch to := towards(&out.Route, p.Field); {
		case to == nil:
			if at.Country != out.Route.Destination && !slices.Contains(out.Route.Transit, at.Country) {
				out.Route.Transit = append(out.Route.Transit, at.Country)
			}
		case *to == "":
			*to = at.Country
			notes = append(notes, fmt.Sprintf("%s %q is taken to be in %s", p.Field, p.Text, country.Name(at.Country)))
		}
	}
	out.Parties = slices.Clone(s.Parties)
	for i := range out.Parties {
		p := &out.Parties[i]
		if len(p.Countries) > 0 || slices.ContainsFunc(p.Addresses, func(a enduse.Address) bool { return a.Country != "" }) {
			continue
		}
		for _, a := range p.Addresses {
			if c, text := countryOfText(a); c != "" {
				p.Countries = []enduse.Country{c}
				notes = append(notes, fmt.Sprintf("%s is taken to be in %s, by %q in the address", subjectOf(p), country.Name(c), text))
				break
			}
		}
	}
	return out, notes
}

// towards returns the country of a route that a field of places gives, or nil if the
// field is of places on the way.
func towards(r *enduse.Route, field string) *enduse.Country {
	f := fold(field)
	for _, w := range []string{"destin", "deliver", "final", "ship to", "lieferort", "bestimmung", "entrega", "livraison", "назнач", "доставк", "目的", "交货"} {
		if strings.Contains(f, w) {
			return &r.Destination
		}
	}
	if strings.Contains(f, "end use") {
		return &r.EndUse
	}
	return nil
}
