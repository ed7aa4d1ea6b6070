package advanced

import (
	"strings"

	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// document is an identity document or a registration.
type document struct {
	fact ofac.Fact
	pieces
}

func (s *side) document(n list.Node) document {
	var d document
	d.only(n, "Comment", "IDRegistrationNo", "IssuingAuthority", "DocumentDate", "DocumentedNameReference",
		"FeatureVersionReference", "IDRegDocumentMention", "ProfileRelationshipReference")
	d.fact = ofac.Fact{
		Label:   d.lookup(s, "IDRegDocType", n.Attr("IDRegDocTypeID")),
		Value:   n.Get("IDRegistrationNo"),
		Country: d.lookup(s, "Country", n.Attr("IssuedBy-CountryID")),
	}
	if d.fact.Country == "undetermined" {
		d.fact.Country = ""
	}
	var notes []string
	notes = append(notes, n.Get("IssuingAuthority"))
	if l, ok := s.locations[n.Attr("IssuedIn-LocationID")]; ok {
		notes = append(notes, l.text())
	}
	if valid := d.lookup(s, "Validity", n.Attr("ValidityID")); valid != "Valid" {
		notes = append(notes, strings.ToLower(valid))
	}
	d.fact.Note = list.OneLine(strings.Join(append(notes, n.Get("Comment")), " "))
	for _, date := range n.All("DocumentDate") {
		d.date(s, date)
	}
	return d
}

// date reads a date of issue or of expiry.
func (d *document) date(s *side, n list.Node) {
	d.only(n, "DatePeriod")
	kind := d.lookup(s, "IDRegDocDateType", n.Attr("IDRegDocDateTypeID"))
	date, ok := s.period(n.Child("DatePeriod"), &d.pieces)
	switch {
	case !ok:
		d.add("DocumentDate", kind+" "+n.AllText())
	case kind == "Issue Date":
		d.fact.Issued = ofac.DateText(date)
	case kind == "Expiration Date":
		d.fact.Expires = ofac.DateText(date)
	default:
		d.add("IDRegDocDateType", kind+" "+ofac.DateText(date))
	}
}
