package advanced

import (
	"encoding/xml"
	"errors"
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// maxSide bounds the records that are held in addition to the parties. The SDN list
// has about 120,000.
const maxSide = 1_000_000

// value is a reference value: its text and the attributes that matter.
type value struct {
	text        string
	description string // of an area code
	partyType   string // of a party's subtype
}

// side is what the first pass keeps.
type side struct {
	refs      map[string]map[string]value // "Country" -> number -> value
	locations map[string]location
	documents map[string][]document // by identity
	relations map[string][]relation // by the profile that has them
	entries   map[string][]entry    // by profile
	held      int
}

// ref returns a reference value, and false if it is not in its table.
func (s *side) ref(table, id string) (value, bool) {
	v, ok := s.refs[table][id]
	return v, ok
}

// readSide is the first pass.
func readSide(x *list.XML, sink *list.Sink) (*side, error) {
	s := &side{
		refs: map[string]map[string]value{}, locations: map[string]location{}, documents: map[string][]document{},
		relations: map[string][]relation{}, entries: map[string][]entry{},
	}
	return s, x.Walk(root, func(path []string, start xml.StartElement) (bool, error) {
		switch path[0] {
		case "DistinctParties":
			return false, x.Skip()
		case "DateOfIssue":
			return false, x.Skip()
		case "ReferenceValueSets":
			return s.reference(x, path, start)
		case "Locations", "IDRegDocuments", "ProfileRelationships", "SanctionsEntries", "SanctionsEntryLinks":
			if len(path) == 1 {
				return true, nil
			}
		default:
			return false, unknown(x, sink, start)
		}
		line := x.Line()
		n, err := x.Tree(start)
		if errors.Is(err, list.ErrTooLong) {
			return false, sink.Fault(line, start.Name.Local, err)
		}
		if err != nil {
			return false, err
		}
		return false, s.record(n, line, sink)
	})
}

// unknown reports an element of the document that is not known.
func unknown(x *list.XML, sink *list.Sink, start xml.StartElement) error {
	if err := sink.Fault(x.Line(), "", fmt.Errorf("unknown element %s: it was not read", start.Name.Local)); err != nil {
		return err
	}
	return x.Skip()
}

// reference reads a reference value.
func (s *side) reference(x *list.XML, path []string, start xml.StartElement) (bool, error) {
	if len(path) < 3 {
		return true, nil
	}
	n, err := x.Tree(start)
	if err != nil {
		return false, err
	}
	if s.refs[n.Name] == nil {
		s.refs[n.Name] = map[string]value{}
	}
	s.refs[n.Name][n.Attr("ID")] = value{text: n.Text, description: n.Attr("Description"), partyType: n.Attr("PartyTypeID")}
	return false, s.hold()
}

func (s *side) hold() error {
	if s.held++; s.held > maxSide {
		return fmt.Errorf("more than %d records beside the parties", maxSide)
	}
	return nil
}

// record keeps a record of one of the tables after the reference values.
func (s *side) record(n list.Node, line int, sink *list.Sink) error {
	switch n.Name {
	case "Location":
		s.locations[n.Attr("ID")] = s.location(n)
	case "IDRegDocument":
		id := n.Attr("IdentityID")
		s.documents[id] = append(s.documents[id], s.document(n))
	case "ProfileRelationship":
		id := n.Attr("From-ProfileID")
		s.relations[id] = append(s.relations[id], s.relation(n))
	case "SanctionsEntry":
		id := n.Attr("ProfileID")
		s.entries[id] = append(s.entries[id], s.entry(n))
	default:
		return sink.Fault(line, "", fmt.Errorf("unknown element %s: it was not read", n.Name))
	}
	return s.hold()
}

// pieces are what was not understood in a record, until its party is known.
type pieces []enduse.Unread

// only keeps children that are not among the known ones.
func (p *pieces) only(n list.Node, known ...string) {
	for _, k := range n.Unknown(known...) {
		p.add(n.Name+"/"+k.Name, k.AllText())
	}
}

func (p *pieces) add(field, text string) {
	*p = append(*p, enduse.Unread{Field: field, Text: text})
}

// lookup returns the text of a reference value; a number that is not in its
// table is kept, an absent number is not.
func (p *pieces) lookup(s *side, table, id string) string {
	v, ok := s.ref(table, id)
	if !ok && id != "" {
		p.add(table, "number "+id)
	}
	return v.text
}

func (p pieces) to(party *ofac.Party) {
	for _, u := range p {
		party.AddUnread(u.Field, u.Text)
	}
}
