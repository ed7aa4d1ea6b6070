package advanced

import (
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// feature reads a labelled value: what its versions hold.
func (p *party) feature(n list.Node) {
	p.only(n, "Comment", "FeatureVersion", "IdentityReference")
	label := p.lookup(p.side, "FeatureType", n.Attr("FeatureTypeID"))
	if label == "" {
		label = "feature " + n.Attr("FeatureTypeID")
	}
	for _, v := range n.All("FeatureVersion") {
		p.only(v, "Comment", "DatePeriod", "VersionDetail", "VersionLocation", "IDRegDocumentReference")
		p.version(label, v)
	}
}

// version reads a version of a feature: its dates, places and texts, of these
// it mostly has one.
func (p *party) version(label string, n list.Node) {
	note, read := n.Get("Comment"), false
	if r := p.lookup(p.side, "Reliability", n.Attr("ReliabilityID")); r != "" && r != "Unknown" && r != "Confirmed" {
		note = list.OneLine(note + " " + r)
	}
	for _, period := range n.All("DatePeriod") {
		p.date(label, period, note)
		read = true
	}
	for _, l := range n.All("VersionLocation") {
		p.place(label, l.Attr("LocationID"), note)
		read = true
	}
	for _, d := range n.All("VersionDetail") {
		p.lookup(p.side, "DetailType", d.Attr("DetailTypeID"))
		text := d.Text
		if id := d.Attr("DetailReferenceID"); text == "" && id != "" {
			text = p.lookup(p.side, "DetailReference", id)
		}
		if text != "" || !read {
			p.AddFact(ofac.Fact{Label: label, Value: text, Note: note})
			read = true
		}
	}
	if !read {
		p.add(label, n.AllText())
	}
}

// date reads a feature that is a date; a birth date keeps its precision.
func (p *party) date(label string, n list.Node, note string) {
	d, ok := p.period(n, &p.pieces)
	switch {
	case !ok:
		p.add(label, n.AllText())
	case label == "Birthdate":
		p.BirthDates = append(p.BirthDates, d)
		p.Say(note)
	default:
		p.AddFact(ofac.Fact{Label: label, Value: ofac.DateText(d), Note: note})
	}
}

// place reads a feature that is a location: an address, or a country.
func (p *party) place(label, id, note string) {
	l, ok := p.locations[id]
	switch {
	case !ok:
		p.add("Location", "number "+id)
		return
	case label == "Location":
		a := l.address
		if note != "" {
			a.Note = list.OneLine(a.Note + " " + note)
		}
		p.AddAddress(a, l.country)
	default:
		p.AddFact(ofac.Fact{Label: label, Value: l.text(), Note: note})
	}
	l.to(p.Party)
}
