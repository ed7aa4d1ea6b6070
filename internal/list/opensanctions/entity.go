package opensanctions

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// schemas are the kinds of FollowTheMoney that are parties, or things that are
// listed by themselves.
var schemas = map[string]enduse.Schema{
	"Person": enduse.SchemaPerson, "LegalEntity": enduse.SchemaLegalEntity, "Thing": enduse.SchemaLegalEntity,
	"Company": enduse.SchemaCompany, "Organization": enduse.SchemaOrganization, "PublicBody": enduse.SchemaOrganization,
	"Vessel": enduse.SchemaVessel, "Airplane": enduse.SchemaAircraft, "Vehicle": enduse.SchemaAsset,
	"Security": enduse.SchemaAsset, "CryptoWallet": enduse.SchemaAsset, "Asset": enduse.SchemaAsset,
	"RealEstate": enduse.SchemaAsset, "BankAccount": enduse.SchemaAsset,
}

// party is a record on its way to an entity.
type party struct {
	*list.EntityBuilder
	ftm   ftm
	graph *graph
}

// entity makes an entity of a record and of what ties it.
func entity(f ftm, g *graph, others []string) enduse.Entity {
	p := party{ftm: f, graph: g, EntityBuilder: list.NewEntity(sourceID, f.ID)}
	p.List, p.Schema, p.Kind = listOf(f.Datasets), schemas[f.Schema], f.Schema
	p.names()
	p.properties()
	p.edges()
	p.topics()
	slices.Sort(others)
	for _, key := range others {
		p.AddUnread(key, "")
	}
	if f.Target != nil && !*f.Target {
		p.AddRemark("Not a target of the data set.")
	}
	return p.Build()
}

// listOf names the list of a record: its data set, or all where it is of
// several or of none.
func listOf(datasets []string) enduse.ListID {
	if len(datasets) == 1 && datasets[0] != "" {
		return enduse.ListID("os-" + datasets[0])
	}
	return sourceID
}

// nameKinds are the properties of names, but for "name".
var nameKinds = []struct {
	property string
	kind     enduse.NameKind
}{
	{"alias", enduse.NameAlias},
	{"previousName", enduse.NameFormer},
	{"pastNames", enduse.NameFormer},
	{"weakAlias", enduse.NameWeakAlias},
	{"abbreviation", enduse.NameWeakAlias},
}

// names takes the caption as the primary name if it is one of the names, else
// the first of them.
func (p *party) names() {
	all := p.ftm.values("name")
	if i := slices.Index(all, strings.TrimSpace(p.ftm.Caption)); i > 0 {
		all = slices.Concat(all[i:i+1], all[:i], all[i+1:])
	}
	if caption := strings.TrimSpace(p.ftm.Caption); len(all) == 0 && caption != "" && caption != p.ftm.Schema {
		all = []string{caption}
	}
	for i, n := range all {
		kind := enduse.NameAlias
		if i == 0 {
			kind = enduse.NamePrimary
		}
		p.AddName(n, kind, nil)
	}
	for _, k := range nameKinds {
		for _, n := range p.ftm.values(k.property) {
			p.AddName(n, k.kind, nil)
		}
	}
	p.parts()
}

// nameParts are the properties of the parts of a person's name.
var nameParts = []string{"firstName", "lastName", "middleName", "secondName", "fatherName", "nameSuffix"}

// parts sets the parts of the primary name where each is given just once; where
// there are several, nobody knows which go together.
func (p *party) parts() {
	var text [6]string
	for i, property := range nameParts {
		v := p.ftm.values(property)
		if len(v) > 1 || len(v) > 0 && p.Schema != enduse.SchemaPerson {
			p.AddRemark("Parts of names, " + property + ": " + strings.Join(v, "; "))
			continue
		}
		text[i] = p.ftm.get(property)
	}
	parts := enduse.NameParts{Given: text[0], Family: text[1], Middle: text[2], Patronymic: text[4], Suffix: text[5]}
	if parts.Middle == "" {
		parts.Middle = text[3]
	} else if text[3] != "" {
		parts.Middle += " " + text[3]
	}
	if parts == (enduse.NameParts{}) {
		return
	}
	if len(p.Names) == 0 {
		full := list.OneLine(strings.Join([]string{parts.Given, parts.Middle, parts.Patronymic, parts.Family, parts.Suffix}, " "))
		p.Names = []enduse.Name{{Text: full, Kind: enduse.NamePrimary}}
	}
	p.Names[0].Parts = &parts
}

// formerStates are the codes of FollowTheMoney for states that are no more.
var formerStates = map[string]enduse.Country{"suhh": "SU", "yucs": "YU", "cshh": "CS", "csxx": "CS", "ddde": "DD", "anhh": "AN"}

// countryOf reads a country's code; a part of one, such as "gb-nir", is its
// country.
func countryOf(text string) (enduse.Country, bool) {
	code := strings.ToLower(text)
	if c, ok := formerStates[code]; ok {
		return c, true
	}
	if before, _, ok := strings.Cut(code, "-"); ok && len(before) == 2 {
		code = before
	}
	return country.Parse(code)
}
