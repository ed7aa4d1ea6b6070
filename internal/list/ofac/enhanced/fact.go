package enhanced

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// period reads a datePeriod: it runs from the beginning of its from to the end
// of its to.
func period(n list.Node) (enduse.Date, bool) {
	first := func(names ...string) (enduse.Date, bool) {
		for _, name := range names {
			if d, ok := isoDay(n.Get(name)); ok {
				return d, true
			}
		}
		return enduse.Date{}, false
	}
	from, ok := first("fromDateBegin", "fromDateEnd")
	to, _ := first("toDateEnd", "toDateBegin")
	if !ok {
		return enduse.Date{}, false
	}
	return ofac.Period(from, to, n.Get("isApproximate") == "true")
}

// feature reads a labelled value: a date, a text, or a reference value.
func (p *party) feature(n list.Node) {
	p.only(n, "type", "versionId", "value", "valueRefId", "valueDate", "isPrimary", "reliability", "comments")
	label, text, note := list.OneLine(n.Get("type")), n.Get("value"), n.Get("comments")
	if r := n.Get("reliability"); r != "" && r != "Unknown" && r != "Confirmed" {
		note = list.OneLine(note + " " + r)
	}
	date, dated := period(n.Child("valueDate"))
	if text == "" {
		text = p.refs[n.Get("valueRefId")]
	}
	switch {
	case label == "Birthdate" && dated:
		p.BirthDates = append(p.BirthDates, date)
		p.Say(note)
		return
	case text == "" && dated:
		text = ofac.DateText(date)
	}
	p.AddFact(ofac.Fact{Label: label, Value: text, Note: note})
}

// document reads an identity document or a registration.
func (p *party) document(n list.Node) {
	p.only(n, "type", "name", "documentNumber", "isValid", "issuingAuthority", "issuingLocation", "issuingCountry",
		"issueDate", "expirationDate", "comments", "idFeatures")
	note := n.Get("issuingAuthority") + " " + n.Get("issuingLocation") + " " + n.Get("comments")
	if n.Get("isValid") == "false" {
		note += " fraudulent"
	}
	p.AddFact(ofac.Fact{
		Label: n.Get("type"), Value: n.Get("documentNumber"), Country: n.Get("issuingCountry"),
		Issued: p.day(n.Child("issueDate")), Expires: p.day(n.Child("expirationDate")), Note: list.OneLine(note),
	})
}

// day writes the date of a document as the Treasury prints it.
func (p *party) day(n list.Node) string {
	if n.Name == "" {
		return ""
	}
	d, ok := period(n)
	if !ok {
		p.AddUnread("identityDocument/"+n.Name, n.AllText())
	}
	return ofac.DateText(d)
}
