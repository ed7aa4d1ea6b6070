package uk

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// records reads the XML. Parties repeat a passport once for each birth date; no
// known record has more than a few hundred KiB.
var records = list.XMLRecords{
	Root: "Designations", Record: "Designation", Ignored: []string{"DateGenerated"}, MaxRecord: 4 << 20, Entity: entity,
}

// ReadXML yields the entities of the XML. See [list.Format] for the meaning of its
// errors. File is the name for messages.
func ReadXML(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return records.Read(src, file)
}

func entity(n list.Node) (enduse.Entity, error) {
	id := list.OneLine(n.Get("UniqueID"))
	if id == "" {
		return enduse.Entity{}, &enduse.RecordError{Field: "UniqueID", Err: errNoID}
	}
	p := newParty(id)
	p.take("IndividualEntityShip", n.Get("IndividualEntityShip")) // the rest depends on it
	p.tree("", n)
	return p.finish(), nil
}

// groups are the facts that stand in several elements, by their path.
var groups = map[string]func(*party, list.Node){
	"Names/Name":                 (*party).nameElement,
	"NonLatinNames/NonLatinName": (*party).nonLatin,
	"Addresses/Address":          (*party).addressElement,
	"SanctionsImposedIndicators": func(p *party, n list.Node) {
		for _, k := range n.Kids {
			p.indicator(k.Name, list.OneLine(k.Text))
		}
	},
	individual + "BirthDetails/Location": func(p *party, n list.Node) {
		p.only(n, "TownOfBirth", "CountryOfBirth")
		p.AddBirthPlace(n.Get("TownOfBirth"), "", n.Get("CountryOfBirth"))
	},
	individual + "PassportDetails/Passport": func(p *party, n list.Node) {
		p.only(n, "PassportNumber", "PassportAdditionalInformation")
		p.document(enduse.IDPassport, "Passport", n.Get("PassportNumber"), n.Get("PassportAdditionalInformation"))
	},
	individual + "NationalIdentifierDetails/NationalIdentifier": func(p *party, n list.Node) {
		p.only(n, "NationalIdentifierNumber", "NationalIdentifierAdditionalInformation")
		p.document(enduse.IDNational, "National identifier", n.Get("NationalIdentifierNumber"), n.Get("NationalIdentifierAdditionalInformation"))
	},
}

// containers are the beginnings of all paths.
var containers = containersOf()

func containersOf() map[string]bool {
	out := map[string]bool{}
	add := func(path string) {
		for i, r := range path {
			if r == '/' {
				out[path[:i]] = true
			}
		}
	}
	for path := range leaves {
		add(path)
	}
	for path := range groups {
		add(path)
	}
	return out
}

// tree reads what is in an element; what has no place is kept as unread.
func (p *party) tree(path string, n list.Node) {
	for _, k := range n.Kids {
		at := strings.TrimPrefix(path+"/"+k.Name, "/")
		switch group := groups[at]; {
		case group != nil:
			group(p, k)
		case len(k.Kids) == 0 && p.take(at, k.Text):
		case containers[at]:
			p.tree(at, k)
			if k.Text != "" {
				p.AddUnread(at, k.Text)
			}
		default:
			p.AddUnread(at, k.AllText())
		}
	}
}

// only keeps children that are not among the known ones as unread.
func (p *party) only(n list.Node, known ...string) {
	for _, k := range n.Unknown(known...) {
		p.AddUnread(n.Name+"/"+k.Name, k.AllText())
	}
}

func (p *party) nameElement(n list.Node) {
	p.only(n, "Name1", "Name2", "Name3", "Name4", "Name5", "Name6", "NameType", "AliasStrength")
	name := aName{kind: list.OneLine(n.Get("NameType")), strength: list.OneLine(n.Get("AliasStrength"))}
	for i := range name.parts {
		name.parts[i] = n.Get(fmt.Sprint("Name", i+1))
	}
	p.names = append(p.names, name)
}

// nonLatin takes a name in another script. What the list says of script and
// language does not always fit the name, and is not kept.
func (p *party) nonLatin(n list.Node) {
	p.only(n, "NameNonLatinScript", "NonLatinScriptType", "NonLatinScriptLanguage")
	p.AddName(n.Get("NameNonLatinScript"), enduse.NameOriginal, nil)
}

func (p *party) addressElement(n list.Node) {
	var lines, known []string
	for i := 1; i <= 6; i++ {
		name := fmt.Sprint("AddressLine", i)
		lines, known = append(lines, n.Get(name)), append(known, name)
	}
	p.only(n, append(known, "AddressPostalCode", "AddressCountry")...)
	p.address(lines, n.Get("AddressPostalCode"), n.Get("AddressCountry"))
}
