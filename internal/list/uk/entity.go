package uk

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// party is a record on its way to an entity.
type party struct {
	*list.EntityBuilder
	names    []aName
	regime   string
	since    *enduse.Date
	measures []enduse.Measure
	sections []string
}

// aName is one name: Name1 to Name5 are given names, Name6 is the family name
// or the whole of what is no person.
type aName struct {
	parts          [6]string
	kind, strength string
}

func newParty(id string) *party { return &party{EntityBuilder: list.NewEntity(listID, id)} }

var errNoID = errors.New("the unique id is missing")

// finish makes the entity when all is read.
func (p *party) finish() enduse.Entity {
	if p.Schema == "" {
		p.Schema = enduse.SchemaLegalEntity
	}
	p.addNames()
	p.designate()
	return p.Build()
}

// schemas are the words of IndividualEntityShip.
var schemas = map[string]enduse.Schema{
	"individual": enduse.SchemaPerson, "entity": enduse.SchemaOrganization, "ship": enduse.SchemaVessel,
}

func (p *party) setKind(text string) {
	s, ok := schemas[strings.ToLower(text)]
	if !ok || p.Schema != "" && p.Schema != s {
		p.AddUnread("IndividualEntityShip", text)
		return
	}
	p.Kind, p.Schema = cmp.Or(p.Kind, text), s
}

// addNames puts the primary name first. The list has some parties with two:
// the second is an alias. A variation is another spelling of the primary name.
func (p *party) addNames() {
	isPrimary := func(n aName) bool { return n.kind == "" || strings.EqualFold(n.kind, "primary name") }
	slices.SortStableFunc(p.names, func(a, b aName) int {
		return cmp.Compare(rank(isPrimary(a)), rank(isPrimary(b)))
	})
	for i, n := range p.names {
		kind := p.aliasKind(n)
		if i == 0 && isPrimary(n) {
			kind = enduse.NamePrimary
		}
		p.AddName(list.JoinParts(" ", n.parts[:]...), kind, p.split(n))
	}
	// original scripts, which came first, go last; no name is added later
	slices.SortStableFunc(p.Names, func(a, b enduse.Name) int {
		return cmp.Compare(rank(a.Kind != enduse.NameOriginal), rank(b.Kind != enduse.NameOriginal))
	})
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

func (p *party) aliasKind(n aName) enduse.NameKind {
	switch strings.ToLower(n.kind) {
	case "", "primary name", "primary name variation", "alias":
	default:
		p.AddUnread("NameType", n.kind)
	}
	switch strings.TrimRight(strings.ToLower(n.strength), ".") {
	case "low quality a.k.a", "low quality":
		return enduse.NameWeakAlias
	case "", "good quality a.k.a", "good quality":
	default:
		p.AddUnread("AliasStrength", n.strength)
	}
	return enduse.NameAlias
}

// split keeps the parts of a person's name where there is more than one.
func (p *party) split(n aName) *enduse.NameParts {
	given, middle, family := list.OneLine(n.parts[0]), list.JoinParts(" ", n.parts[1:5]...), list.OneLine(n.parts[5])
	if p.Schema != enduse.SchemaPerson || given == "" || family == "" {
		return nil
	}
	return &enduse.NameParts{Given: given, Middle: middle, Family: family}
}

// address keeps the lines as one text, for they have no meanings.
func (p *party) address(lines []string, postalCode, country string) {
	text := list.JoinParts(", ", append(slices.Clone(lines), postalCode, country)...)
	if list.JoinParts("", append(slices.Clone(lines), postalCode)...) == "" {
		text = "" // nothing but the country
	}
	p.AddAddress(enduse.Address{Text: text, PostalCode: list.OneLine(postalCode)}, country)
}

// ship returns the vessel's own facts.
func (p *party) ship() *enduse.Vessel {
	if p.Vessel == nil {
		p.Vessel = &enduse.Vessel{}
	}
	return p.Vessel
}

// tie adds a related party that the list names, once.
func (p *party) tie(i enduse.Interest) {
	if p.FirstTime("tie", i.Role, i.OwnerName, i.AssetName) {
		p.Interests = append(p.Interests, i)
	}
}
