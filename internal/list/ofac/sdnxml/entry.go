package sdnxml

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// entry is an sdnEntry on its way to an entity.
type entry struct{ *ofac.Party }

// lists are the elements of an entry that hold others: the name of each and
// what to do with it.
var lists = map[string]struct {
	item string
	read func(entry, list.Node)
}{
	"programList":      {"program", func(e entry, n list.Node) { e.AddProgram(n.Text) }},
	"akaList":          {"aka", entry.aka},
	"addressList":      {"address", entry.address},
	"idList":           {"id", entry.id},
	"nationalityList":  {"nationality", labelled("nationality", "country")},
	"citizenshipList":  {"citizenship", labelled("citizen", "country")},
	"dateOfBirthList":  {"dateOfBirthItem", labelled("DOB", "dateOfBirth")},
	"placeOfBirthList": {"placeOfBirthItem", labelled("POB", "placeOfBirth")},
}

// single are the elements of an entry that mean themselves; they are read
// in entity, for their order matters.
var single = []string{"uid", "firstName", "lastName", "title", "sdnType", "remarks", "vesselInfo"}

func entity(p *ofac.Party, n list.Node) enduse.Entity {
	e := entry{p}
	p.SetType(n.Get("sdnType"))
	e.name(n, enduse.NamePrimary)
	p.AddTitles(n.Get("title"))
	e.vessel(n.Child("vesselInfo"))
	for _, k := range n.Kids {
		if known, ok := lists[k.Name]; ok {
			e.only(k, known.item)
			for _, item := range k.All(known.item) {
				known.read(e, item)
			}
		}
	}
	for _, k := range n.Unknown(single...) {
		if _, ok := lists[k.Name]; !ok {
			p.AddUnread(k.Name, k.AllText())
		}
	}
	if remarks := n.Get("remarks"); remarks != "" {
		p.ReadRemarks(remarks)
	}
	return p.Finish()
}

// only keeps children that are not among the known ones as unread.
func (e entry) only(n list.Node, known ...string) {
	for _, k := range n.Unknown(known...) {
		e.AddUnread(n.Name+"/"+k.Name, k.AllText())
	}
}

// name adds the name of an entry or of an alias: a person's family and given
// names, anybody else's whole name in lastName.
func (e entry) name(n list.Node, kind enduse.NameKind) {
	family, given := list.OneLine(n.Get("lastName")), list.OneLine(n.Get("firstName"))
	name := enduse.Name{Text: ofac.FullName(family, given), Kind: kind}
	if given != "" {
		name.Parts = &enduse.NameParts{Family: family, Given: given}
	}
	e.AddName(name)
}

var aliasTypes = map[string]enduse.NameKind{
	"a.k.a.": enduse.NameAlias, "n.k.a.": enduse.NameAlias, "d.b.a.": enduse.NameAlias, "f.k.a.": enduse.NameFormer,
}

// aka reads an alias. A weak one is weak whatever its type is.
func (e entry) aka(n list.Node) {
	e.only(n, "uid", "type", "category", "lastName", "firstName")
	kind, ok := aliasTypes[strings.ToLower(n.Get("type"))]
	if !ok {
		kind = enduse.NameAlias
		e.AddUnread("aka/type", n.Get("type"))
	}
	switch category := strings.ToLower(n.Get("category")); category {
	case "weak":
		kind = enduse.NameWeakAlias
	case "strong", "":
	default:
		e.AddUnread("aka/category", category)
	}
	e.name(n, kind)
}

func (e entry) address(n list.Node) {
	e.only(n, "uid", "address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
	var street []string
	for _, part := range []string{"address1", "address2", "address3"} {
		if text := list.OneLine(n.Get(part)); text != "" {
			street = append(street, text)
		}
	}
	e.AddAddress(enduse.Address{
		Street: strings.Join(street, ", "), City: list.OneLine(n.Get("city")),
		Region: list.OneLine(n.Get("stateOrProvince")), PostalCode: list.OneLine(n.Get("postalCode")),
	}, n.Get("country"))
}

func (e entry) id(n list.Node) {
	e.only(n, "uid", "idType", "idNumber", "idCountry", "issueDate", "expirationDate")
	e.AddFact(ofac.Fact{
		Label: n.Get("idType"), Value: n.Get("idNumber"), Country: n.Get("idCountry"),
		Issued: n.Get("issueDate"), Expires: n.Get("expirationDate"),
	})
}

// labelled reads an item that is one value, as what the remarks call it.
func labelled(label, value string) func(entry, list.Node) {
	return func(e entry, n list.Node) {
		e.only(n, "uid", value, "mainEntry")
		e.AddFact(ofac.Fact{Label: label, Value: n.Get(value)})
	}
}

// vesselFacts are the elements of vesselInfo and what the remarks call each.
var vesselFacts = []struct{ element, label string }{
	{"callSign", "Vessel Call Sign"},
	{"vesselType", "Vessel Type"},
	{"vesselFlag", "Vessel Flag"},
	{"vesselOwner", "Vessel Owner"},
	{"tonnage", "Vessel Tonnage"},
	{"grossRegisteredTonnage", "Vessel Gross Tonnage"},
}

func (e entry) vessel(n list.Node) {
	var known []string
	for _, f := range vesselFacts {
		known = append(known, f.element)
		if text := n.Get(f.element); text != "" {
			e.AddFact(ofac.Fact{Label: f.label, Value: text})
		}
	}
	e.only(n, known...)
}
