package seco

import (
	"encoding/xml"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// target is a record on its way to an entity.
type target struct {
	*list.EntityBuilder
	line    int
	sets    []string
	history []modification
	located []func(map[string]place) // what to add when the places are known
	fault   error
}

func newTarget(start xml.StartElement, line int) *target {
	t := &target{line: line}
	id := ""
	for _, a := range start.Attr {
		if a.Name.Local == "ssid" {
			id = a.Value
		}
	}
	t.EntityBuilder = list.NewEntity(listID, id)
	t.Schema = enduse.SchemaLegalEntity
	if id == "" {
		t.fault = errNoID
	}
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "ssid":
		case "sanctions-set-id":
			t.addSet(a.Value)
		default:
			t.AddUnread("target/"+a.Name.Local, a.Value)
		}
	}
	return t
}

func (t *target) addSet(id string) {
	if id = list.OneLine(id); id != "" && !slices.Contains(t.sets, id) {
		t.sets = append(t.sets, id)
	}
}

// part takes one element of a target.
func (t *target) part(n list.Node) {
	switch n.Name {
	case "sanctions-set-id":
		t.addSet(n.Text)
	case "foreign-identifier":
		t.AddReference("foreign identifier", n.Text)
	case "generic-attribute":
		t.AddNote(n.Attr("name"), n.Text)
	case "individual":
		t.Schema = enduse.SchemaPerson
		t.SetGender("sex", n.Attr("sex"))
		t.body(n)
	case "entity":
		t.Schema = enduse.SchemaOrganization
		t.body(n)
	case "object":
		t.Schema = enduse.SchemaAsset
		switch kind := n.Attr("object-type"); kind {
		case "vessel":
			t.Schema = enduse.SchemaVessel
		case "aircraft":
			t.Schema = enduse.SchemaAircraft
		default:
			t.AddUnread("object-type", kind)
		}
		t.body(n)
	default:
		t.AddUnread(n.Name, whatIn(n))
	}
}

// attributes are those that are read in each element, or that say nothing of
// the target.
var attributes = map[string]string{
	"individual": "sex", "object": "object-type",
	"identity":                "main",
	"name":                    "name-type quality lang",
	"name-part":               "order name-part-type",
	"spelling-variant":        "lang script spelling-variant-type",
	"day-month-year":          "day month year calendar quality",
	"place-of-birth":          "place-id quality",
	"nationality":             "quality",
	"country":                 "iso-code",
	"address":                 "place-id quality current main",
	"identification-document": "document-type",
	"issuer":                  "code iso-code",
	"place-of-issue":          "place-id",
	"relation":                "target-id relation-type",
	"justification":           "lang", "other-information": "lang", "remark": "lang",
}

// known keeps what is not known of an element as unread: attributes that are
// not in the table, and elements other than these.
func (t *target) known(n list.Node, elements ...string) {
	names := strings.Fields(attributes[n.Name] + " ssid")
	for _, a := range n.Attrs {
		if a.Value != "" && !slices.Contains(names, a.Name.Local) {
			t.AddUnread(n.Name+"/"+a.Name.Local, a.Value)
		}
	}
	for _, k := range n.Unknown(elements...) {
		t.AddUnread(n.Name+"/"+k.Name, whatIn(k))
	}
}

// whatIn is everything that an element says.
func whatIn(n list.Node) string {
	var out []string
	for _, a := range n.Attrs {
		if a.Name.Local != "ssid" {
			out = append(out, a.Name.Local+"="+a.Value)
		}
	}
	return list.JoinParts(" ", append(out, n.AllText())...)
}

// body takes what is in an individual, an entity or an object: the main
// identity first, for it has the primary name.
func (t *target) body(n list.Node) {
	t.Kind = n.Name
	t.known(n, "identity", "justification", "relation", "other-information")
	identities := n.All("identity")
	slices.SortStableFunc(identities, func(a, b list.Node) int { return rank(a) - rank(b) })
	for _, k := range identities {
		t.identity(k)
	}
	for _, k := range n.All("justification") {
		t.known(k)
		t.AddRemark(k.Text)
	}
	for _, k := range n.All("other-information") {
		t.known(k)
		t.information(list.OneLine(k.Text))
	}
	for _, k := range n.All("relation") {
		t.relation(k)
	}
}

func rank(identity list.Node) int {
	if identity.Attr("main") == "true" {
		return 0
	}
	return 1
}

func (t *target) identity(n list.Node) {
	t.known(n, "name", "nationality", "day-month-year", "place-of-birth", "address", "identification-document")
	main := n.Attr("main") != "false"
	for _, k := range n.Kids {
		switch k.Name {
		case "name":
			t.name(k, main)
		case "nationality":
			t.nationality(k)
		case "day-month-year":
			t.day(k)
		case "place-of-birth":
			t.birthPlace(k)
		case "address":
			t.address(k)
		case "identification-document":
			t.document(k)
		}
	}
}

// relation takes another target that this one has to do with.
func (t *target) relation(n list.Node) {
	t.known(n, "remark")
	other := list.OneLine(n.Attr("target-id"))
	if other == "" {
		t.AddUnread("relation", whatIn(n))
		return
	}
	role := list.JoinParts(": ", n.Attr("relation-type"), n.Get("remark"))
	if t.FirstTime("relation", other, role) {
		t.Interests = append(t.Interests, enduse.Interest{
			Kind: enduse.InterestLinkedTo, Owner: enduse.EntityID(listID + ":" + other), Asset: t.ID, Role: role,
		})
	}
}
