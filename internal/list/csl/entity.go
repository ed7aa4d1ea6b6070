package csl

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// cells are the values of a row by column; empty ones are absent.
type cells map[string]string

// columns are those that are read; others are kept as unread.
var columns = []string{
	"_id", "source", "entity_number", "type", "programs", "name", "title", "addresses", "federal_register_notice",
	"start_date", "end_date", "standard_order", "license_requirement", "license_policy", "call_sign", "vessel_type",
	"gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url",
	"alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
	"country", // of JSON only
}

var schemas = map[string]enduse.Schema{
	"": enduse.SchemaLegalEntity, "Individual": enduse.SchemaPerson, "Entity": enduse.SchemaCompany,
	"Vessel": enduse.SchemaVessel, "Aircraft": enduse.SchemaAircraft,
}

// addressOnly is the name of an Entity List entry that is an address.
var addressOnly = regexp.MustCompile(`^Address \d+$`)

// party is a row on its way to an entity.
type party struct {
	*list.EntityBuilder
	cells
	legal      legal
	statements []string // of the ids: what follows from being listed
}

func (c cells) entity() (enduse.Entity, error) {
	if c["_id"] == "" {
		return enduse.Entity{}, errors.New("_id is empty")
	}
	p := party{cells: c, EntityBuilder: list.NewEntity(sourceID, c["_id"])}
	p.Kind, p.Remarks = c["type"], c["remarks"]
	p.kind()
	p.names()
	p.addresses()
	p.country()
	p.person()
	p.vessel()
	p.ids()
	p.linked()
	p.designate()
	for _, name := range c.others() {
		p.AddUnread(name, c[name])
	}
	return p.Build(), p.Validate()
}

// others returns the columns with a value that no code reads.
func (c cells) others() []string {
	var out []string
	for name := range c {
		if !slices.Contains(columns, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// kind settles the list and the schema.
func (p *party) kind() {
	var ok bool
	if p.legal, ok = listOf(p.cells["source"]); !ok {
		p.legal = legal{id: sourceID}
		p.AddUnread("source", p.cells["source"])
	}
	p.List = p.legal.id
	if p.Schema, ok = schemas[p.Kind]; !ok {
		p.Schema = enduse.SchemaLegalEntity
		p.AddUnread("type", p.Kind)
	}
	if p.List == "bis-el" && addressOnly.MatchString(p.cells["name"]) {
		p.Schema = enduse.SchemaAddress
	}
}

// names takes name and alt_names. The label of an address is no name; it is
// kept as the publisher's reference.
func (p *party) names() {
	name := p.cells["name"]
	if p.Schema == enduse.SchemaAddress {
		p.AddReference("Entity List", name)
	} else if name != "" {
		p.Names = append(p.Names, enduse.Name{Text: name, Kind: enduse.NamePrimary, Parts: p.parts(name)})
	}
	for _, alt := range p.values("alt_names") {
		p.Names = append(p.Names, enduse.Name{Text: alt, Kind: enduse.NameAlias, Parts: p.parts(alt)})
	}
}

// parts splits a person's name that is written "FAMILY, Given".
func (p *party) parts(name string) *enduse.NameParts {
	family, given, ok := strings.Cut(name, ", ")
	if !ok || p.Schema != enduse.SchemaPerson || strings.Contains(given, ", ") {
		return nil
	}
	return &enduse.NameParts{Family: family, Given: given}
}

// country takes the country that JSON gives some parties without an address.
func (p *party) country() {
	for _, v := range p.values("country") {
		if c, ok := country.Parse(v); ok {
			p.AddCountry(c)
		} else {
			p.AddUnread("country", v)
		}
	}
}

func (p *party) person() {
	p.Titles = p.values("title")
	for _, column := range []string{"nationalities", "citizenships"} {
		for _, v := range p.values(column) {
			p.AddNationality(column, v)
		}
	}
	for _, v := range p.values("dates_of_birth") {
		if d, ok := list.ParseTreasuryDate(v); ok {
			p.BirthDates = append(p.BirthDates, d)
		} else {
			p.AddUnread("dates_of_birth", v)
		}
	}
	for _, v := range p.values("places_of_birth") {
		p.BirthPlaces = append(p.BirthPlaces, list.PlaceOf(v))
	}
}

func (p *party) vessel() {
	v := enduse.Vessel{
		Type: p.cells["vessel_type"], Owner: p.cells["vessel_owner"],
		Tonnage: p.cells["gross_tonnage"], GrossTonnage: p.cells["gross_registered_tonnage"],
	}
	if text := p.cells["vessel_flag"]; text != "" {
		var ok bool
		if v.Flag, ok = country.Parse(text); ok {
			p.AddCountry(v.Flag)
		} else {
			p.AddUnread("vessel_flag", text)
		}
	}
	if sign := p.cells["call_sign"]; sign != "" {
		p.AddIdentifier(enduse.Identifier{Kind: enduse.IDCallSign, Value: sign})
	}
	if v.Type+v.Owner+v.Tonnage+v.GrossTonnage != "" || v.Flag != "" {
		p.Vessel = &v
	}
}

// linked reads "(Linked To: NAME)" in the remarks.
func (p *party) linked() {
	for _, piece := range p.values("remarks") {
		owner, ok := strings.CutPrefix(strings.TrimLeft(piece, "("), "Linked To: ")
		owner = strings.TrimSuffix(strings.TrimSuffix(owner, "."), ")")
		if ok && owner != "" {
			p.Interests = append(p.Interests, enduse.Interest{
				Kind: enduse.InterestLinkedTo, OwnerName: owner, Asset: p.ID,
			})
		}
	}
	if len(p.statements) > 0 {
		p.Remarks = strings.TrimSpace(p.Remarks + "\n" + strings.Join(p.statements, "; "))
	}
}

// designate gives a designation for each programme, or one.
func (p *party) designate() {
	programs := p.values("programs")
	if len(programs) == 0 {
		programs = []string{""}
	}
	d := enduse.Designation{
		List: p.legal.id, Measures: p.legal.measuresOf(p.statements),
		Basis:  cmp.Or(p.cells["federal_register_notice"], p.legal.basis),
		Policy: p.policy(),
		URL:    cmp.Or(p.cells["source_information_url"], p.cells["source_list_url"]),
		Since:  p.date("start_date"),
		Until:  p.date("end_date"),
	}
	for _, program := range programs {
		d.Program = program
		p.Designations = append(p.Designations, d)
	}
}

// policy puts together what a licence is needed for, how it is decided, and
// whether a denial order is a standard one.
func (p *party) policy() string {
	var out []string
	for _, part := range []struct{ label, column string }{
		{"Licence requirement", "license_requirement"}, {"Licence policy", "license_policy"}, {"Standard order", "standard_order"},
	} {
		if text := p.cells[part.column]; text != "" {
			out = append(out, part.label+": "+text)
		}
	}
	return strings.Join(out, " ")
}

func (p *party) date(column string) *enduse.Date {
	text := p.cells[column]
	if text == "" {
		return nil
	}
	d, ok := list.ParseTreasuryDate(text)
	if !ok {
		p.AddUnread(column, text)
		return nil
	}
	return &d
}

// values splits a cell at "; ".
func (c cells) values(column string) []string {
	var out []string
	for v := range strings.SplitSeq(c[column], "; ") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}
