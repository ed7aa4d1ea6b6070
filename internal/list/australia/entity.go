package australia

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// primaryName is the Name Type of the row that leads a party.
const primaryName = "Primary Name"

// party is a party on its way to an entity.
type party struct {
	enduse.Entity
	main table.Row
	rows []table.Row
}

var schemas = map[string]enduse.Schema{
	"Individual": enduse.SchemaPerson, "Entity": enduse.SchemaOrganization, "Vessel": enduse.SchemaVessel,
}

func (p *party) kind() {
	var ok bool
	if p.Schema, ok = schemas[p.Kind]; !ok {
		p.Schema = enduse.SchemaLegalEntity
		p.unread("Type", p.Kind)
	}
	for _, imo := range p.distinct("IMO Number") {
		p.Identifiers = append(p.Identifiers, enduse.NewIdentifier(enduse.IDIMO, imo, ""))
	}
}

// nameKinds are the values of Name Type and Alias Strength.
var nameKinds = map[[2]string]enduse.NameKind{
	{primaryName, ""}:            enduse.NamePrimary,
	{"Alias", ""}:                enduse.NameAlias,
	{"Alias", "Strong"}:          enduse.NameAlias,
	{"Alias", "Weak"}:            enduse.NameWeakAlias,
	{"Original Script", ""}:      enduse.NameOriginal,
	{"Formerly known as", ""}:    enduse.NameFormer,
	{"Former Name", ""}:          enduse.NameFormer,
	{"Original Script Name", ""}: enduse.NameOriginal,
}

func (p *party) names() {
	primary := false
	for _, r := range p.rows {
		text := list.OneLine(r.Get("Name of Individual or Entity"))
		if text == "" {
			continue
		}
		kind, ok := nameKinds[[2]string{r.Get("Name Type"), r.Get("Alias Strength")}]
		if !ok {
			kind = enduse.NameAlias
			p.unread("Name Type", strings.TrimSpace(r.Get("Name Type")+" "+r.Get("Alias Strength")))
		}
		primary = primary || kind == enduse.NamePrimary
		p.Names = append(p.Names, enduse.Name{Text: text, Kind: kind})
	}
	if !primary && len(p.Names) > 0 {
		p.Names[0].Kind = enduse.NamePrimary
	}
	slices.SortStableFunc(p.Names, func(a, b enduse.Name) int { return isAlias(a) - isAlias(b) })
}

func isAlias(n enduse.Name) int {
	if n.Kind == enduse.NamePrimary {
		return 0
	}
	return 1
}

func (p *party) person() {
	for _, text := range p.distinct("Date of Birth") {
		dates, rest := births(text)
		for _, d := range dates {
			if !slices.ContainsFunc(p.BirthDates, func(o enduse.Date) bool { return o.String() == d.String() }) {
				p.BirthDates = append(p.BirthDates, d)
			}
		}
		for _, r := range rest {
			p.unread("Date of Birth", r)
		}
	}
	for _, text := range p.distinct("Place of Birth") {
		for _, piece := range enumerated(text) {
			p.BirthPlaces = appendOnce(p.BirthPlaces, place(piece))
		}
	}
	for _, text := range p.distinct("Citizenship") {
		for v := range strings.SplitSeq(text, ";") {
			if c, ok := country.Parse(aside.ReplaceAllString(v, "")); ok {
				p.Nationalities = appendOnce(p.Nationalities, c)
			} else if v = strings.TrimSpace(v); v != "" {
				p.unread("Citizenship", v)
			}
		}
	}
}

func (p *party) addresses() {
	for _, text := range p.distinct("Address") {
		for _, piece := range enumerated(text) {
			a := enduse.Address{Text: piece}
			if a.Country = lastCountry(piece); a.Country != "" {
				p.Countries = appendOnce(p.Countries, a.Country)
			}
			p.Addresses = appendOnce(p.Addresses, a)
		}
	}
}

// others keeps columns that are not known as unread.
func (p *party) others() {
	for _, c := range p.main.Columns() {
		if !slices.Contains(columns, c) && p.main.Get(c) != "" {
			p.unread(c, p.main.Get(c))
		}
	}
}

// distinct returns the values of a column in the rows of the party, the
// primary name's first, each once, blanks aside.
func (p *party) distinct(column string) []string {
	var out, seen []string
	for _, r := range append([]table.Row{p.main}, p.rows...) {
		text := clean(r.Get(column))
		key := strings.Join(strings.Fields(text), "")
		if text != "" && !slices.Contains(seen, key) {
			out, seen = append(out, text), append(seen, key)
		}
	}
	return out
}

// clean takes off what a spreadsheet leaves: "_x000D_" is a carriage return
// that Excel has escaped; "na" stands for nothing.
func clean(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "_x000D_", ""))
	if s == "na" {
		return ""
	}
	return s
}

func (p *party) unread(field, text string) {
	p.Unread = appendOnce(p.Unread, enduse.Unread{Field: field, Text: text})
}

func appendOnce[T comparable](to []T, v T) []T {
	if slices.Contains(to, v) {
		return to
	}
	return append(to, v)
}
