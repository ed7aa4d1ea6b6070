package starter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// entity makes an entity of a row.
func entity(row []string) (enduse.Entity, error) {
	e := enduse.Entity{
		ID:            enduse.EntityID(row[colID]),
		Source:        Source().ID,
		List:          enduse.ListID(row[colList]),
		Schema:        enduse.Schema(row[colSchema]),
		Names:         names(row),
		Countries:     countries(row[colCountries]),
		Nationalities: countries(row[colNationalities]),
	}
	var errs []error
	for _, text := range values(row[colAddresses]) {
		a, err := address(text)
		errs = append(errs, err)
		e.Addresses = append(e.Addresses, a)
	}
	for _, text := range values(row[colIdentifiers]) {
		id, err := identifier(text)
		errs = append(errs, err)
		e.Identifiers = append(e.Identifiers, id)
	}
	if row[colBirthDate] != "" {
		born, err := enduse.ParseDate(row[colBirthDate])
		errs = append(errs, err)
		e.BirthDates = []enduse.Date{born}
	}
	if e.Schema == enduse.SchemaVessel && len(e.Countries) > 0 {
		e.Vessel = &enduse.Vessel{Flag: e.Countries[0]}
	}
	var err error
	e.Designations, err = designations(row)
	errs = append(errs, err, e.Validate(), known(&e))
	return e, errors.Join(errs...)
}

// values splits a field at its bars.
func values(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}

// names holds the primary name and the aliases. A person's are written
// "FAMILY, Given", and split.
func names(row []string) []enduse.Name {
	out := []enduse.Name{{Text: row[colName], Kind: enduse.NamePrimary}}
	for _, text := range values(row[colAliases]) {
		n := enduse.Name{Text: text, Kind: enduse.NameAlias}
		if former, ok := strings.CutPrefix(text, "former="); ok {
			n = enduse.Name{Text: former, Kind: enduse.NameFormer}
		} else if weak, ok := strings.CutPrefix(text, "weak="); ok {
			n = enduse.Name{Text: weak, Kind: enduse.NameWeakAlias}
		}
		out = append(out, n)
	}
	if row[colSchema] != string(enduse.SchemaPerson) {
		return out
	}
	for i := range out {
		if family, given, ok := strings.Cut(out[i].Text, ", "); ok {
			out[i].Parts = &enduse.NameParts{Family: family, Given: given}
		}
	}
	return out
}

func countries(field string) []enduse.Country {
	var out []enduse.Country
	for _, c := range values(field) {
		out = append(out, enduse.Country(c))
	}
	return out
}

// address reads "street; city; COUNTRY" or "text; COUNTRY".
func address(text string) (enduse.Address, error) {
	switch parts := strings.Split(text, "; "); len(parts) {
	case 2:
		return enduse.Address{Text: parts[0], Country: enduse.Country(parts[1])}, nil
	case 3:
		return enduse.Address{Street: parts[0], City: parts[1], Country: enduse.Country(parts[2])}, nil
	}
	return enduse.Address{}, fmt.Errorf("address %q: want street; city; COUNTRY or text; COUNTRY", text)
}

// identifier reads "kind=value@COUNTRY"; the country may be missing.
func identifier(text string) (enduse.Identifier, error) {
	kind, value, ok := strings.Cut(text, "=")
	if !ok || value == "" || !slices.Contains(enduse.IdentifierKinds, enduse.IdentifierKind(kind)) {
		return enduse.Identifier{}, fmt.Errorf("identifier %q: want kind=value@COUNTRY", text)
	}
	value, country, _ := strings.Cut(value, "@")
	return checkdigit.Identifier(enduse.IdentifierKind(kind), value, enduse.Country(country)), nil
}

// designations makes one of each programme, or a single one.
func designations(row []string) ([]enduse.Designation, error) {
	d := enduse.Designation{List: enduse.ListID(row[colList]), Basis: row[colBasis], URL: row[colCitation]}
	for _, m := range values(row[colMeasures]) {
		d.Measures = append(d.Measures, enduse.Measure(m))
	}
	if row[colSince] != "" {
		since, err := enduse.ParseDate(row[colSince])
		if err != nil {
			return nil, err
		}
		d.Since = &since
	}
	programs := values(row[colPrograms])
	if len(programs) == 0 {
		return []enduse.Designation{d}, nil
	}
	out := make([]enduse.Designation, len(programs))
	for i, p := range programs {
		out[i] = d
		out[i].Program = p
	}
	return out, nil
}

// known reports an unknown country or list, and a designation that
// forbids nothing.
func known(e *enduse.Entity) error {
	var errs []error
	all := slices.Concat(e.Countries, e.Nationalities)
	for _, a := range e.Addresses {
		all = append(all, a.Country)
	}
	for _, id := range e.Identifiers {
		if id.Country != "" {
			all = append(all, id.Country)
		}
	}
	for _, c := range all {
		if !c.Valid() {
			errs = append(errs, fmt.Errorf("%q is no country code", c))
		}
	}
	if !slices.Contains(Source().Lists, e.List) {
		errs = append(errs, fmt.Errorf("%q is not one of %v", e.List, Source().Lists))
	}
	for _, d := range e.Designations {
		if len(d.Measures) == 0 || d.URL == "" {
			errs = append(errs, errors.New("a designation needs a measure and a citation"))
		}
	}
	return errors.Join(errs...)
}
