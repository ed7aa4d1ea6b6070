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
	*list.EntityBuilder
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
		p.AddUnread("Type", p.Kind)
	}
	for _, imo := range p.distinct("IMO Number") {
		p.AddIdentifier(enduse.Identifier{Kind: enduse.IDIMO, Value: imo})
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
			p.AddUnread("Name Type", strings.TrimSpace(r.Get("Name Type")+" "+r.Get("Alias Strength")))
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
			p.AddBirth(d)
		}
		for _, r := range rest {
			p.AddUnread("Date of Birth", r)
		}
	}
	for _, text := range p.distinct("Place of Birth") {
		for _, piece := range enumerated(text) {
			if p.FirstTime("born at", piece) {
				p.BirthPlaces = append(p.BirthPlaces, place(piece))
			}
		}
	}
	for _, text := range p.distinct("Citizenship") {
		for v := range strings.SplitSeq(text, ";") {
			if text := aside.ReplaceAllString(v, ""); isCountry(text) {
				v = text
			}
			p.AddNationality("Citizenship", v)
		}
	}
}

func (p *party) addresses() {
	for _, text := range p.distinct("Address") {
		for _, piece := range enumerated(text) {
			p.AddAddress(enduse.Address{Text: piece, Country: lastCountry(piece)}, "")
		}
	}
}

// others keeps columns that are not known as unread.
func (p *party) others() {
	for _, c := range p.main.Columns() {
		if !slices.Contains(columns, c) && p.main.Get(c) != "" {
			p.AddUnread(c, p.main.Get(c))
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
// that Excel has escaped; "na" means nothing.
func clean(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "_x000D_", ""))
	if s == "na" {
		return ""
	}
	return s
}

func isCountry(text string) bool {
	_, ok := country.Parse(text)
	return ok
}
