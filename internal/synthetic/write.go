package synthetic

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/enduse/enduse"
)

// Mapping is the mapping file with which the output of Write is imported as a list.
//
//go:embed mapping.yaml
var Mapping []byte

// row is an entity as a line of NDJSON whose keys are columns of Mapping.
type row struct {
	ID            string                             `json:"id"`
	Schema        enduse.Schema                      `json:"schema"`
	Kind          string                             `json:"kind,omitempty"`
	Names         map[enduse.NameKind][]string       `json:"names"`
	BirthDates    []enduse.Date                      `json:"birth_dates,omitempty"`
	Founded       []enduse.Date                      `json:"founded,omitempty"`
	BirthPlaces   []string                           `json:"birth_places,omitempty"`
	Nationalities []enduse.Country                   `json:"nationalities,omitempty"`
	Countries     []enduse.Country                   `json:"countries,omitempty"`
	Gender        enduse.Gender                      `json:"gender,omitempty"`
	Titles        []string                           `json:"titles,omitempty"`
	Positions     []string                           `json:"positions,omitempty"`
	Phones        []string                           `json:"phones,omitempty"`
	Identifiers   map[enduse.IdentifierKind][]string `json:"identifiers,omitempty"`
	Address       *enduse.Address                    `json:"address,omitempty"`
	Addresses     []string                           `json:"addresses,omitempty"` // without the first
	Programs      []string                           `json:"programs,omitempty"`
	Since         *enduse.Date                       `json:"since,omitempty"`
}

// Write writes an entity as a line of NDJSON. It loses the parts of names, the parts
// of addresses other than the first, countries without a code, deaths, vessels, the
// circa of the end of a range, and the measures: the mapping makes each of them a red
// flag.
func Write(w io.Writer, e *enduse.Entity) error {
	r := row{
		ID: strings.TrimPrefix(string(e.ID), Source+":"), Schema: e.Schema, Kind: e.Kind, Names: map[enduse.NameKind][]string{},
		BirthDates: exactEnds(e.BirthDates), Founded: exactEnds(e.Founded), Nationalities: e.Nationalities, Countries: e.Countries,
		Gender: e.Gender, Titles: e.Titles, Positions: e.Positions, Phones: e.Phones, Programs: e.Programs(),
	}
	for _, n := range e.Names {
		r.Names[n.Kind] = append(r.Names[n.Kind], n.Text)
	}
	for _, p := range e.BirthPlaces {
		r.BirthPlaces = append(r.BirthPlaces, p.Text)
	}
	r.identify(e.Identifiers)
	r.locate(e.Addresses)
	for _, d := range e.Designations {
		if d.Since != nil {
			r.Since = d.Since
			break
		}
	}
	b, err := json.Marshal(r)
	if err == nil {
		_, err = w.Write(append(b, '\n'))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", e.ID, err)
	}
	return nil
}

// exactEnds makes the ends of ranges exact, as the mapping reads only such ranges.
func exactEnds(dates []enduse.Date) (out []enduse.Date) {
	for _, d := range dates {
		if d.Until != nil {
			end := *d.Until
			d.Circa, end.Circa, d.Until = false, false, &end
		}
		out = append(out, d)
	}
	return out
}

// identify writes numbers with their countries in parentheses, as the mapping expects.
func (r *row) identify(ids []enduse.Identifier) {
	if len(ids) == 0 {
		return
	}
	r.Identifiers = map[enduse.IdentifierKind][]string{}
	for _, id := range ids {
		value := id.Value
		if id.Country != "" {
			value += " (" + string(id.Country) + ")"
		}
		r.Identifiers[id.Kind] = append(r.Identifiers[id.Kind], value)
	}
}

// locate writes the first address in parts, if it has parts, and the others as text.
func (r *row) locate(addresses []enduse.Address) {
	for i, a := range addresses {
		if i == 0 && a.Text == "" {
			a.CountryText = ""
			if !a.IsZero() {
				r.Address = &a
			}
			continue
		}
		r.Addresses = append(r.Addresses, a.String())
	}
}
