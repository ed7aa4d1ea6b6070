package intake

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// party makes a party of its values. It is false for a party of which a row
// says nothing by which it could be found.
func (v *values) party(role enduse.Role, order dateOrder, t *trouble) (enduse.Party, bool) {
	p := enduse.Party{Role: v.role(role, t), Name: v.name(), OtherNames: v.list(fOtherNames), BirthPlace: oneLine(v.one(fBirthPlace))}
	p.OtherNames = append(p.OtherNames, v.lines(p)...)
	p.Schema = v.schema(p.Role, t)
	p.Gender = v.gender(t)
	p.BirthDate = v.date(fBirthDate, order, t)
	p.Founded = v.date(fFounded, order, t)
	p.Business, p.Email, p.Phone = oneLine(v.one(fBusiness)), oneLine(v.one(fEmail)), oneLine(v.one(fPhone))
	p.Website, p.Management = oneLine(v.one(fWebsite)), oneLine(v.one(fManagement))
	p.Identifiers = v.identifiers(t)
	address := v.address()
	found := p.Name != "" || len(p.OtherNames) > 0 || len(p.Identifiers) > 0 || !address.IsZero()
	if p.Name == "" && len(p.OtherNames) > 0 {
		p.Name, p.OtherNames = p.OtherNames[0], p.OtherNames[1:]
	}
	v.setCountries(&p, &address, t)
	if !address.IsZero() {
		p.Addresses = []enduse.Address{address}
	}
	return p, found
}

// lines are the lines of a name that has several. Each may be a party: people
// write two into a cell, and a quote that is left open takes in rows.
func (v *values) lines(p enduse.Party) (out []string) {
	for _, text := range v.texts[fName] {
		for line := range strings.Lines(text) {
			line = oneLine(line)
			if line != p.Name && !placeholder(line) && !slices.Contains(p.OtherNames, line) && !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	if len(out) == 1 && len(v.texts[fName]) == 1 {
		return nil
	}
	return out
}

func (v *values) name() string {
	if n := oneLine(v.one(fName)); n != "" {
		return n
	}
	return oneLine(strings.Join([]string{v.one(fGiven), v.one(fMiddle), v.one(fFamily)}, " "))
}

// role reads the role column; one that stands in the column name goes first.
func (v *values) role(role enduse.Role, t *trouble) enduse.Role {
	if role != "" {
		return role
	}
	text := v.first(fRole)
	if text == "" {
		return enduse.RoleParty
	}
	if r, ok := dict().roles[fold(text)]; ok {
		return r
	}
	if r := enduse.Role(text); slices.Contains(enduse.Roles, r) {
		return r
	}
	t.note("role %q is not known: taken as party", text)
	return enduse.RoleParty
}

func (v *values) schema(role enduse.Role, t *trouble) enduse.Schema {
	text := v.first(fType)
	if s, ok := dict().types[fold(text)]; ok {
		return s
	}
	if text != "" {
		t.note("type %q is not known: taken as not stated", text)
	}
	if role == enduse.RoleVessel {
		return enduse.SchemaVessel
	}
	return ""
}

func (v *values) gender(t *trouble) enduse.Gender {
	text := v.first(fGender)
	g, ok := dict().genders[fold(text)]
	if text != "" && !ok {
		t.note("gender %q is not known: not compared", text)
	}
	return g
}

// date reads a date; one that cannot be read makes the row an error.
func (v *values) date(f field, order dateOrder, t *trouble) enduse.Date {
	text := v.first(f)
	switch strings.ToLower(text) {
	case "", "unknown", "none", "неизвестно", "unbekannt", "不详":
		return enduse.Date{}
	}
	if hint := hinted(v.columns[f]); hint != orderUnknown {
		order = hint
	}
	d, note, err := parseDate(text, order)
	if err != nil {
		t.fail(v.columns[f], "write dates as YYYY-MM-DD, or leave the cell empty", err)
		return enduse.Date{}
	}
	if note != "" {
		t.note("%s: %s", v.columns[f], note)
	}
	return d
}

// identifiers reads the columns of one kind each, and the pair of value and
// type.
func (v *values) identifiers(t *trouble) []enduse.Identifier {
	countries, unread := v.countries(fIdentCountry)
	for _, u := range unread {
		t.note("country %q of an identifier is not known", u)
	}
	of := enduse.Country("")
	if len(countries) == 1 {
		of = countries[0]
	}
	home, _ := v.countries(fCountry)
	home = append(home, countries...)
	var out []enduse.Identifier
	for _, kind := range enduse.IdentifierKinds {
		for _, value := range v.list(field(identifierMark + string(kind))) {
			out = append(out, identifiersOf(kind, "", value, of, home, t)...)
		}
	}
	kind, label := v.identKind()
	for _, value := range v.list(fIdentifier) {
		out = append(out, identifiersOf(kind, label, value, of, home, t)...)
	}
	return out
}

func (v *values) identKind() (kind enduse.IdentifierKind, label string) {
	text := v.first(fIdentType)
	if k, ok := dict().idents[fold(text)]; ok {
		return k, ""
	}
	if k := enduse.IdentifierKind(strings.ToLower(text)); slices.Contains(enduse.IdentifierKinds, k) {
		return k, ""
	}
	return enduse.IDOther, text
}

// address keeps a whole address as text, and one that the file splits in its
// parts.
func (v *values) address() enduse.Address {
	a := enduse.Address{Street: oneLine(v.one(fAddress)), City: oneLine(v.one(fCity)), Region: oneLine(v.one(fRegion)), PostalCode: oneLine(v.one(fPostalCode))}
	if a.City == "" && a.Region == "" && a.PostalCode == "" {
		a.Text, a.Street = a.Street, ""
	}
	return a
}

// setCountries reads the countries. One that cannot be read is kept with the
// address, so that it is shown and compared as text.
func (v *values) setCountries(p *enduse.Party, a *enduse.Address, t *trouble) {
	countries, unread := v.countries(fCountry)
	flags, lost := v.countries(fFlag)
	for _, c := range flags {
		countries = addCountry(countries, c)
	}
	p.Countries = countries
	for _, u := range append(unread, lost...) {
		t.note("country %q is not known: kept with the address", u)
		a.CountryText = strings.TrimPrefix(a.CountryText+", "+u, ", ")
	}
	if len(countries) == 1 && !a.IsZero() {
		a.Country = countries[0]
	}
	nationalities, unread := v.countries(fNationality)
	for _, u := range unread {
		t.note("nationality %q is not known: not compared", u)
	}
	p.Nationalities = nationalities
}
