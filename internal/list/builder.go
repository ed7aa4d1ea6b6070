package list

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/country"
)

// EntityBuilder makes an entity of a record. It keeps each fact once, in the
// order in which the facts come, puts texts on one line, and ignores empty ones.
// Facts that need no such care are set in the Entity itself.
type EntityBuilder struct {
	enduse.Entity
	remarks []string
	notes   []string
	seen    map[string]bool
	names   map[string]int // index of a name in Names
}

// NewEntity begins an entity of a source. Its id is that of the source and of the
// record; its list is the one with the name of the source until another is set.
func NewEntity(source enduse.SourceID, id string) *EntityBuilder {
	return &EntityBuilder{
		Entity: enduse.Entity{ID: enduse.EntityID(string(source) + ":" + id), Source: source, List: enduse.ListID(source)},
		seen:   map[string]bool{},
		names:  map[string]int{},
	}
}

// FirstTime reports whether a fact is new.
func (b *EntityBuilder) FirstTime(parts ...string) bool {
	key := strings.Join(parts, "\x00")
	old := b.seen[key]
	b.seen[key] = true
	return !old
}

// AddUnread keeps a piece that was not understood.
func (b *EntityBuilder) AddUnread(field, text string) {
	if text = OneLine(text); b.FirstTime("unread", field, text) {
		b.Unread = append(b.Unread, enduse.Unread{Field: field, Text: text})
	}
}

// AddRemark adds the publisher's free text.
func (b *EntityBuilder) AddRemark(text string) {
	if text = OneLine(text); text != "" && b.FirstTime("remark", text) {
		b.remarks = append(b.remarks, text)
	}
}

// AddNote adds a fact that has no field of its own. Notes follow the remarks.
func (b *EntityBuilder) AddNote(label, text string) {
	if text = OneLine(text); text != "" && b.FirstTime("note", label, text) {
		b.notes = append(b.notes, label+": "+text)
	}
}

// AddName adds a name. A name that was weak before takes the new kind.
func (b *EntityBuilder) AddName(text string, kind enduse.NameKind, parts *enduse.NameParts) {
	if text = OneLine(text); text == "" {
		return
	}
	i, old := b.names[text]
	if !old {
		b.names[text] = len(b.Names)
		b.Names = append(b.Names, enduse.Name{Text: text, Kind: kind, Parts: parts})
	} else if b.Names[i].Kind == enduse.NameWeakAlias {
		b.Names[i].Kind = kind
	}
}

// AddIdentifier adds a number, without the apostrophe that Excel puts before it.
func (b *EntityBuilder) AddIdentifier(id enduse.Identifier) {
	id.Value = strings.TrimPrefix(OneLine(id.Value), "'")
	id.Label, id.Note = OneLine(id.Label), OneLine(id.Note)
	if id.Value == "" || !b.FirstTime("id", string(id.Kind), id.Value, string(id.Country), id.Label) {
		return
	}
	id.Check = checkdigit.Of(id.Kind, id.Value)
	b.Identifiers = append(b.Identifiers, id)
}

// AddReference adds the number of the party in another list or register.
func (b *EntityBuilder) AddReference(label, value string) {
	b.AddIdentifier(enduse.Identifier{Kind: enduse.IDOfficial, Value: value, Label: label})
}

// AddNationality adds a nationality, named or as a code. Any other text is unread.
func (b *EntityBuilder) AddNationality(field, text string) {
	switch c, ok := country.Parse(OneLine(text)); {
	case ok && !slices.Contains(b.Nationalities, c):
		b.Nationalities = append(b.Nationalities, c)
	case !ok && OneLine(text) != "":
		b.AddUnread(field, text)
	}
}

// AddCountry adds a country that the party is connected with.
func (b *EntityBuilder) AddCountry(c enduse.Country) {
	if c != "" && !slices.Contains(b.Countries, c) {
		b.Countries = append(b.Countries, c)
	}
}

// AddAddress adds an address and its country, which is a name or a code.
func (b *EntityBuilder) AddAddress(a enduse.Address, countryText string) {
	a.CountryText = OneLine(countryText)
	if c, ok := country.Parse(a.CountryText); ok {
		a.Country, a.CountryText = c, ""
	}
	b.AddCountry(a.Country)
	if a.IsZero() || !b.FirstTime("address", a.String(), a.Street, a.City, a.Note) {
		return
	}
	b.Addresses = append(b.Addresses, a)
}

// AddBirth adds a date of birth.
func (b *EntityBuilder) AddBirth(day enduse.Date) {
	if b.FirstTime("born", day.String()) {
		b.BirthDates = append(b.BirthDates, day)
	}
}

// AddBirthPlace adds a place of birth by its parts.
func (b *EntityBuilder) AddBirthPlace(city, region, countryText string) {
	p := enduse.Place{City: OneLine(city), Region: OneLine(region)}
	p.Text = JoinParts(", ", city, region, countryText)
	if p.Text == "" || !b.FirstTime("born at", p.Text) {
		return
	}
	var ok bool
	if p.Country, ok = country.Parse(OneLine(countryText)); !ok {
		_, now, _ := strings.Cut(OneLine(countryText), "(now ") // "former USSR (now Belarus)"
		p.Country, _ = country.Parse(strings.TrimSuffix(now, ")"))
	}
	b.BirthPlaces = append(b.BirthPlaces, p)
}

// AddText adds a text to a field that holds texts, such as Positions.
func (b *EntityBuilder) AddText(to *[]string, text string) {
	if text = OneLine(text); text != "" && b.FirstTime("text", fmt.Sprintf("%p", to), text) {
		*to = append(*to, text)
	}
}

// SetGender sets the gender as lists print it. A second, different one is unread.
func (b *EntityBuilder) SetGender(field, text string) {
	g, ok := genders[strings.ToLower(OneLine(text))]
	if !ok || b.Gender != "" && g != "" && b.Gender != g {
		b.AddUnread(field, text)
		return
	}
	b.Gender = cmp.Or(b.Gender, g)
}

var genders = map[string]enduse.Gender{
	"": "", "m": enduse.GenderMale, "male": enduse.GenderMale, "f": enduse.GenderFemale, "female": enduse.GenderFemale,
}

// Build returns the entity. Its remarks are those that were set in the Entity,
// then those that were added, then the notes. It is called once.
func (b *EntityBuilder) Build() enduse.Entity {
	if more := slices.Concat(b.remarks, b.notes); len(more) > 0 {
		b.Remarks = strings.TrimPrefix(b.Remarks+"\n"+strings.Join(more, "\n"), "\n")
	}
	return b.Entity
}

// PlaceOf reads "City, Region, Country". The name of a country may itself have a
// comma, as in "Korea, North". A text that does not end in a country is only a text.
func PlaceOf(text string) enduse.Place {
	p := enduse.Place{Text: text}
	parts := strings.Split(text, ", ")
	for n := min(2, len(parts)); n > 0; n-- {
		c, ok := country.Parse(strings.Join(parts[len(parts)-n:], ", "))
		if !ok {
			continue
		}
		p.Country, parts = c, parts[:len(parts)-n]
		if len(parts) > 0 {
			p.City, p.Region = parts[0], strings.Join(parts[1:], ", ")
		}
		break
	}
	return p
}

// SplitOutside cuts a text at a separator wherever that is not in parentheses and
// cut agrees, which gets the rest of the text.
func SplitOutside(s string, sep byte, cut func(rest string) bool) (out []string) {
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case sep:
			if depth <= 0 && cut(s[i+1:]) {
				out, from = append(out, s[from:i]), i+1
			}
		}
	}
	return append(out, s[from:])
}

// JoinParts joins the parts that are not empty, each on one line.
func JoinParts(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = OneLine(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
