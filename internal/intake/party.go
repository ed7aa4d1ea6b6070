package intake

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// parties are the party of the values, and the people named with it: a contact
// by first and last name, and the management. It is false where none of
// the values is a name, an identifier or an address.
func (v *values) parties(role enduse.Role, order dateOrder, t *rowIssues) ([]enduse.Party, bool) {
	first, found := v.party(role, order, t)
	var out []enduse.Party
	if found {
		out = append(out, first)
	}
	if v.several(first.Role) {
		out[0].Name, out[0].OtherNames = oneLine(v.texts[fName][0]), v.list(fOtherNames, t)
		for _, name := range v.texts[fName][1:] {
			out = append(out, enduse.Party{Role: first.Role, Name: oneLine(name)})
		}
	}
	if name := v.contact(); name != "" {
		out = append(out, v.person(name, &out[0]))
	}
	for _, name := range v.managers(t) {
		out = append(out, enduse.Party{Role: enduse.RoleDirector, Name: name})
	}
	return out, found || len(out) > 0
}

// several reports whether the names of a role are parties of their own, and not
// parts or lines of one name.
func (v *values) several(role enduse.Role) bool {
	return len(v.texts[fName]) > 1 && (role == enduse.RoleRelated || role == enduse.RoleContact || role == enduse.RoleDirector)
}

// party makes a party of its values. It is false where a row says
// nothing by which the party could be found.
func (v *values) party(role enduse.Role, order dateOrder, t *rowIssues) (enduse.Party, bool) {
	p := enduse.Party{Role: v.role(role, t), Name: v.name(), OtherNames: v.list(fOtherNames, t), BirthPlace: oneLine(v.one(fBirthPlace))}
	p.OtherNames = append(p.OtherNames, v.extraNameLines(p)...)
	for _, f := range []field{fName, fGiven, fFamily, fOtherNames, fManagement} {
		for i, text := range v.texts[f] {
			t.doubtName(v.from[f][i], text)
			t.apart(v.from[f][i], text)
		}
	}
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

// extraNameLines are the lines of a name that has several. Each may be a party: people
// write two into a cell, and a quote that is left open takes in rows.
func (v *values) extraNameLines(p enduse.Party) (out []string) {
	seen := map[string]bool{p.Name: true}
	for _, n := range p.OtherNames {
		seen[n] = true
	}
	for i, text := range v.texts[fName] {
		if v.isPiece(i) && !hasOwnName(text) {
			continue
		}
		for line := range strings.Lines(text) {
			line = oneLine(line)
			if !placeholder(line) && !seen[line] && len(out) < maxPieces {
				seen[line] = true
				out = append(out, line)
			}
		}
	}
	if len(out) == 1 && len(v.texts[fName]) == 1 {
		return nil
	}
	return out
}

// isPiece reports whether a name is in one of several columns that hold one name.
func (v *values) isPiece(i int) bool {
	column := v.from[fName][i]
	return slices.ContainsFunc(v.from[fName], func(other string) bool { return continues(column, other) || continues(other, column) })
}

// partOfName are columns that hold the whole name, or one part of it where the
// other part has a column of its own: "Name, Vorname", "Имя, Фамилия".
var partOfName = index(map[bool]string{true: `name, nom, nombre, nome, имя, 名字, 姓名, names`})

// named are the names of a row: that of a firm, and that of a person with it, each
// "" where the row has none. A person may come in parts, and the column of one
// may be called "name": "Firma; Vorname; Name".
func (v *values) named() (firm, person string) {
	firm, part := v.firstFirm(), v.namePart()
	given, middle, family := v.one(fGiven), v.one(fMiddle), v.one(fFamily)
	whole := oneLine(strings.Join([]string{given, middle, family}, " "))
	switch {
	case given == "" && family != "" && part == "" && firm == "" && len(v.texts[fOtherNames]) > 0:
		person = oneLine(v.texts[fOtherNames][0] + " " + family) // "Surname, Other names"
	case part == "" || given != "" && family != "":
		person = whole
	case given != "":
		person = oneLine(strings.Join([]string{given, middle, part}, " "))
	case family != "":
		person = oneLine(strings.Join([]string{part, middle, family}, " "))
	}
	switch {
	case firm != "":
		return firm, person
	case part != "" && given != "" && family != "" && !holds(part, whole):
		return part, whole // the name of a firm, by all signs
	case part != "" && (person == "" || holds(part, whole)):
		return part, ""
	}
	return "", person
}

// firstFirm is the first name of a firm: of columns that are numbered, all of it in their
// order, as SAP's NAME1 to NAME4 hold one name. A second column of names, as "Legal name"
// after "Company", is another name, which extraNameLines keeps.
func (v *values) firstFirm() string {
	var pieces []string
	first := ""
	for i, text := range v.texts[fName] {
		column := v.from[fName][i]
		switch {
		case partOfName[fold(column)]:
		case first == "":
			first, pieces = column, append(pieces, text)
		case continues(column, first):
			pieces = append(pieces, text)
		}
	}
	return oneLine(strings.Join(pieces, " "))
}

// namePart is what the columns that may hold a part of a name hold: the first of one name.
func (v *values) namePart() string {
	var pieces []string
	seen := map[string]bool{}
	for i, text := range v.texts[fName] {
		if column := fold(v.from[fName][i]); partOfName[column] && !seen[column] {
			seen[column] = true
			pieces = append(pieces, text)
		}
	}
	return oneLine(strings.Join(pieces, " "))
}

// continues reports whether a column goes on with the name of another: the same word, with
// a number from 2 to 9.
func continues(column, first string) bool {
	stem := func(s string) string { return strings.TrimRight(fold(s), "0123456789 _-") }
	last := column[len(column)-1:]
	return column != first && stem(column) == stem(first) && last >= "2" && last <= "9"
}

// name is the name of the party.
func (v *values) name() string {
	firm, person := v.named()
	if firm != "" {
		return firm
	}
	return person
}

// contact is the name of a person next to the name of a firm, or "".
func (v *values) contact() string {
	firm, person := v.named()
	if firm == "" || person == "" || holds(firm, person) {
		return ""
	}
	return person
}

// holds reports whether every word of a part occurs in a name.
func holds(name, part string) bool {
	in := map[string]bool{}
	for _, w := range words(name) {
		in[w] = true
	}
	return !slices.ContainsFunc(words(part), func(w string) bool { return !in[w] })
}

// person is a contact, with the details that only a person has: they are not those
// of the firm.
func (v *values) person(name string, firm *enduse.Party) enduse.Party {
	p := enduse.Party{
		Role: enduse.RoleContact, Name: name, Schema: enduse.SchemaPerson, BirthDate: firm.BirthDate, BirthPlace: firm.BirthPlace,
		Gender: firm.Gender, Nationalities: firm.Nationalities,
	}
	firm.BirthDate, firm.BirthPlace, firm.Gender, firm.Nationalities = enduse.Date{}, "", "", nil
	return p
}

// managers are the names in the columns of the management. A comma parts them where
// each piece is a name of several words.
func (v *values) managers(t *rowIssues) (out []string) {
	for _, cell := range v.list(fManagement, t) {
		pieces := strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == '，' || r == '、' })
		if slices.ContainsFunc(pieces, func(p string) bool { return len(strings.Fields(p)) < 2 }) {
			pieces = []string{cell}
		}
		for _, p := range pieces {
			out = append(out, oneLine(p))
		}
	}
	return out
}

// role reads the role column; one in the column name goes first.
func (v *values) role(role enduse.Role, t *rowIssues) enduse.Role {
	text := v.first(fRole)
	if role != "" {
		if namable(text) {
			t.text(v.columns[fRole], text)
		}
		return role
	}
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
	t.text(v.columns[fRole], text)
	return enduse.RoleParty
}

func (v *values) schema(role enduse.Role, t *rowIssues) enduse.Schema {
	text := v.first(fType)
	if s, ok := dict().types[fold(text)]; ok {
		return s
	}
	if text != "" {
		t.note("type %q is not known: taken as not stated", text)
		t.text(v.columns[fType], text)
	}
	if role == enduse.RoleVessel {
		return enduse.SchemaVessel
	}
	return ""
}

func (v *values) gender(t *rowIssues) enduse.Gender {
	text := v.first(fGender)
	g, ok := dict().genders[fold(text)]
	if text != "" && !ok {
		t.note("gender %q is not known: not compared", text)
		t.text(v.columns[fGender], text)
	}
	return g
}

// date reads a date. One that cannot be read is not known, and a gap: the party is
// screened without it.
func (v *values) date(f field, order dateOrder, t *rowIssues) enduse.Date {
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
		t.gap(v.columns[f], "the date was not read and not compared: "+err.Error(), "write dates as YYYY-MM-DD, or leave the cell empty")
		return enduse.Date{}
	}
	if note != "" {
		t.note("%s: %s", v.columns[f], note)
	}
	return d
}

// identifiers reads the columns of one kind each, and the pair of value and
// type.
func (v *values) identifiers(t *rowIssues) []enduse.Identifier {
	countries, unparsed := v.countries(fIdentCountry, t)
	for _, u := range unparsed {
		t.noCountry(v.columns[fIdentCountry], u)
	}
	of := enduse.Country("")
	if len(countries) == 1 {
		of = countries[0]
	}
	home, _ := v.countries(fCountry, &rowIssues{})
	home = append(home, countries...)
	var out []enduse.Identifier
	for _, kind := range enduse.IdentifierKinds {
		for _, value := range v.list(field(identifierMark+string(kind)), t) {
			out = append(out, identifiersOf(kind, "", value, of, home, t)...)
		}
	}
	kind, label := v.identKind()
	for _, value := range v.list(fIdentifier, t) {
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

// setCountries reads the countries. One that cannot be read is a gap, and kept with
// the address, so that it is shown and searched as text.
func (v *values) setCountries(p *enduse.Party, a *enduse.Address, t *rowIssues) {
	countries, unparsed := v.countries(fCountry, t)
	flags, lost := v.countries(fFlag, t)
	for _, c := range flags {
		countries = addCountry(countries, c)
	}
	p.Countries = countries
	for _, u := range unparsed {
		t.noCountry(v.columns[fCountry], u)
	}
	for _, u := range lost {
		t.noCountry(v.columns[fFlag], u)
	}
	a.CountryText = strings.Join(append(unparsed, lost...), ", ")
	if len(countries) == 1 && !a.IsZero() {
		a.Country = countries[0]
	}
	nationalities, unparsed := v.countries(fNationality, t)
	for _, u := range unparsed {
		t.noCountry(v.columns[fNationality], u)
		t.text(v.columns[fNationality], u)
	}
	p.Nationalities = nationalities
}

// splitNames takes the address out of each cell of names that holds one. A line of it that
// could be a name as well, such as "Example 5", stays another name of the party.
func (v *values) splitNames(t *rowIssues) {
	for i := range v.texts[fName] {
		names, address := splitName(v.texts[fName][i])
		if len(address) == 0 {
			continue
		}
		column := v.from[fName][i]
		v.texts[fName][i] = strings.Join(names, "\n")
		joined := strings.Join(address, ", ")
		t.text(column, joined)
		v.add(fAddress, column, []string{joined})
		for _, line := range address {
			if !isPlaceSurely(line) {
				v.add(fOtherNames, column, []string{line})
			}
		}
	}
}

// addressesForNames takes for an address what a column of a role holds in the place of a
// name: "Chuy Ave 211, Bishkek" under Ship-To is where the goods go, and nobody's name.
// The words are searched as text all the same.
func (v *values) addressesForNames(role enduse.Role, t *rowIssues) {
	if role != enduse.RoleConsignee && role != enduse.RoleIntermediate && role != enduse.RoleEndUser || len(v.texts[fAddress]) > 0 {
		return
	}
	for i := 0; i < len(v.texts[fName]); i++ {
		text, column := v.texts[fName][i], v.from[fName][i]
		if !isWrittenAddress(text) {
			continue
		}
		t.note("%s: %s is taken for an address", column, short(text))
		t.text(column, text)
		v.texts[fName] = append(v.texts[fName][:i:i], v.texts[fName][i+1:]...)
		v.from[fName] = append(v.from[fName][:i:i], v.from[fName][i+1:]...)
		v.add(fAddress, column, []string{text})
		i--
	}
}
