package list

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// Draft is an entity on its way out of a record that says some things more
// than once: each is taken once, in the order in which it comes. Texts are put
// on one line; empty ones say nothing.
type Draft struct {
	enduse.Entity
	remarks []string
	notes   []string
	seen    map[string]bool
	names   map[string]int // where a name stands
}

// NewDraft begins an entity of a source that carries one list of its own name.
func NewDraft(list enduse.ListID, id string) *Draft {
	return &Draft{
		Entity: enduse.Entity{ID: enduse.EntityID(string(list) + ":" + id), Source: enduse.SourceID(list), List: list},
		seen:   map[string]bool{},
		names:  map[string]int{},
	}
}

// Once reports whether a fact is new.
func (d *Draft) Once(parts ...string) bool {
	key := strings.Join(parts, "\x00")
	old := d.seen[key]
	d.seen[key] = true
	return !old
}

// Lost keeps a piece that was not understood.
func (d *Draft) Lost(field, text string) {
	if text = OneLine(text); d.Once("lost", field, text) {
		d.Unread = append(d.Unread, enduse.Unread{Field: field, Text: text})
	}
}

// Remark adds the publisher's free text.
func (d *Draft) Remark(text string) {
	if text = OneLine(text); text != "" && d.Once("remark", text) {
		d.remarks = append(d.remarks, text)
	}
}

// Note adds what has no field of its own, behind the remarks.
func (d *Draft) Note(label, text string) {
	if text = OneLine(text); text != "" && d.Once("note", label, text) {
		d.notes = append(d.notes, label+": "+text)
	}
}

// AddName adds a name; one that was weak before may become a full one.
func (d *Draft) AddName(text string, kind enduse.NameKind, parts *enduse.NameParts) {
	if text = OneLine(text); text == "" {
		return
	}
	i, old := d.names[text]
	if !old {
		d.names[text] = len(d.Names)
		d.Names = append(d.Names, enduse.Name{Text: text, Kind: kind, Parts: parts})
	} else if d.Names[i].Kind == enduse.NameWeakAlias {
		d.Names[i].Kind = kind
	}
}

// AddIdentifier adds a number. Excel's apostrophe before it goes.
func (d *Draft) AddIdentifier(id enduse.Identifier) {
	id.Value = strings.TrimPrefix(OneLine(id.Value), "'")
	id.Label, id.Note = OneLine(id.Label), OneLine(id.Note)
	if id.Value == "" || !d.Once("id", string(id.Kind), id.Value, string(id.Country), id.Label) {
		return
	}
	id.Check = enduse.CheckDigit(id.Kind, id.Value)
	d.Identifiers = append(d.Identifiers, id)
}

// AddReference adds the number under which somebody else has the party.
func (d *Draft) AddReference(label, value string) {
	d.AddIdentifier(enduse.Identifier{Kind: enduse.IDOfficial, Value: value, Label: label})
}

// AddNationality adds a nationality, named or as a code; what is none is lost.
func (d *Draft) AddNationality(field, text string) {
	switch c, ok := country.Parse(OneLine(text)); {
	case ok && !slices.Contains(d.Nationalities, c):
		d.Nationalities = append(d.Nationalities, c)
	case !ok && OneLine(text) != "":
		d.Lost(field, text)
	}
}

// AddCountry adds a country that the party has to do with.
func (d *Draft) AddCountry(c enduse.Country) {
	if c != "" && !slices.Contains(d.Countries, c) {
		d.Countries = append(d.Countries, c)
	}
}

// AddAddress adds an address and its country, which is named or a code.
func (d *Draft) AddAddress(a enduse.Address, countryText string) {
	a.CountryText = OneLine(countryText)
	if c, ok := country.Parse(a.CountryText); ok {
		a.Country, a.CountryText = c, ""
		d.AddCountry(c)
	}
	if a.IsZero() || !d.Once("address", a.String(), a.Street, a.City, a.Note) {
		return
	}
	d.Addresses = append(d.Addresses, a)
}

// AddBirth adds a date of birth.
func (d *Draft) AddBirth(day enduse.Date) {
	if d.Once("born", day.String()) {
		d.BirthDates = append(d.BirthDates, day)
	}
}

// AddBirthPlace adds a place of birth by its parts, the country last.
func (d *Draft) AddBirthPlace(city, region, countryText string) {
	p := enduse.Place{City: OneLine(city), Region: OneLine(region)}
	p.Text = JoinParts(", ", city, region, countryText)
	if p.Text == "" || !d.Once("born at", p.Text) {
		return
	}
	var ok bool
	if p.Country, ok = country.Parse(OneLine(countryText)); !ok {
		_, now, _ := strings.Cut(OneLine(countryText), "(now ") // "former USSR (now Belarus)"
		p.Country, _ = country.Parse(strings.TrimSuffix(now, ")"))
	}
	d.BirthPlaces = append(d.BirthPlaces, p)
}

// AddText adds a text to a field of the entity that holds texts, such as
// Positions.
func (d *Draft) AddText(to *[]string, text string) {
	if text = OneLine(text); text != "" && d.Once("text", fmt.Sprintf("%p", to), text) {
		*to = append(*to, text)
	}
}

// SetGender takes a gender as lists print it; a second, other one is lost.
func (d *Draft) SetGender(field, text string) {
	g, ok := genders[strings.ToLower(OneLine(text))]
	if !ok || d.Gender != "" && g != "" && d.Gender != g {
		d.Lost(field, text)
		return
	}
	d.Gender = cmp.Or(d.Gender, g)
}

var genders = map[string]enduse.Gender{
	"": "", "m": enduse.GenderMale, "male": enduse.GenderMale, "f": enduse.GenderFemale, "female": enduse.GenderFemale,
}

// Finish returns the entity.
func (d *Draft) Finish() enduse.Entity {
	d.Remarks = strings.Join(append(slices.Clone(d.remarks), d.notes...), "\n")
	return d.Entity
}

// JoinParts joins what is not empty, each part on one line.
func JoinParts(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = OneLine(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
