package uk

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// maxRecord bounds the bytes of one record. Parties repeat a passport once for
// each birth date; none known has more than a few hundred KiB.
const maxRecord = 4 << 20

// ReadXML yields the entities of the XML: see [list.Format] for what its
// errors mean. File is the name for messages.
func ReadXML(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.ReadXML(src, file, maxRecord, func(x *list.XML, sink *list.Sink) error {
		return x.Walk(root, func(_ []string, start xml.StartElement) (bool, error) {
			return false, one(x, sink, start)
		})
	})
}

// one reads one record, or an element that is none.
func one(x *list.XML, sink *list.Sink, start xml.StartElement) error {
	line := x.Line()
	n, err := x.Tree(start)
	switch {
	case errors.Is(err, list.ErrTooLong):
		return sink.Fault(line, "", err)
	case err != nil:
		return err
	case n.Name == "DateGenerated":
		return nil
	case n.Name != record:
		return sink.Fault(line, "", fmt.Errorf("unknown element %s: it was not read", n.Name))
	}
	id := list.OneLine(n.Get("UniqueID"))
	if id == "" {
		return sink.Fault(line, "UniqueID", errNoID)
	}
	p := newParty(id)
	p.take("IndividualEntityShip", n.Get("IndividualEntityShip")) // the rest depends on it
	p.tree("", n)
	return sink.Entity(p.finish(), line)
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

// tree reads what stands in an element; what has no place is kept as unread.
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
				p.Lost(at, k.Text)
			}
		default:
			p.Lost(at, k.AllText())
		}
	}
}

// only keeps children that are not among the known ones as unread.
func (p *party) only(n list.Node, known ...string) {
	for _, k := range n.Unknown(known...) {
		p.Lost(n.Name+"/"+k.Name, k.AllText())
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
