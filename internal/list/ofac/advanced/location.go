package advanced

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// location is an address or a country.
type location struct {
	address enduse.Address
	country string // as printed
	whole   string // a text that is not split, such as a country's name
	pieces
}

// text writes a location on one line, as a place of birth or of issue.
func (l location) text() string {
	if l.whole != "" {
		return l.whole
	}
	a := l.address
	a.CountryText, a.Note = l.country, ""
	return a.String()
}

// location reads a Location. Its parts may stand there in several scripts: the
// primary one is the address, the others are noted.
func (s *side) location(n list.Node) location {
	var l location
	l.only(n, "Comment", "LocationAreaCode", "LocationCountry", "LocationPart", "FeatureVersionReference", "IDRegDocumentReference")
	var street []string
	region := ""
	for _, part := range n.All("LocationPart") {
		l.only(part, "LocationPartValue")
		kind := l.lookup(s, "LocPartType", part.Attr("LocPartTypeID"))
		text := l.primary(part)
		switch kind {
		case "ADDRESS1", "ADDRESS2", "ADDRESS3":
			street = append(street, text)
		case "CITY":
			l.address.City = text
		case "STATE/PROVINCE":
			l.address.Region = text
		case "POSTAL CODE":
			l.address.PostalCode = text
		case "REGION":
			region = text
		case "Unknown":
			l.whole = text
		default:
			l.add("LocPartType "+kind, text)
		}
	}
	l.address.Street = strings.Join(street, ", ")
	l.note(n.Get("Comment"))
	l.country = s.country(n, &l.pieces)
	if l.whole != "" && l.address.City+l.address.Street == "" {
		l.address.Text = l.whole
	}
	if l.country == "" && region != "" {
		l.country = "Region: " + region
	} else if region != "" {
		l.note(region)
	}
	return l
}

// primary returns the primary value of a part and notes the others.
func (l *location) primary(part list.Node) string {
	text := ""
	for _, v := range part.All("LocationPartValue") {
		l.only(v, "Comment", "Value")
		value := list.OneLine(v.Get("Value"))
		if text == "" && v.Attr("Primary") != "false" {
			text = value
		} else {
			l.note(value)
		}
		l.note(v.Get("Comment"))
	}
	return text
}

func (l *location) note(text string) {
	if text = list.OneLine(text); text != "" {
		l.address.Note = strings.TrimPrefix(l.address.Note+"; "+text, "; ")
	}
}

// country returns the country's name; or if it has none, the area's, which
// may be "undetermined".
func (s *side) country(n list.Node, p *pieces) string {
	for _, c := range n.All("LocationCountry") {
		if text := p.lookup(s, "Country", c.Attr("CountryID")); text != "" {
			return text
		}
	}
	for _, c := range n.All("LocationAreaCode") {
		v, ok := s.ref("AreaCode", c.Attr("AreaCodeID"))
		if !ok {
			p.add("AreaCode", "number "+c.Attr("AreaCodeID"))
		}
		if v.description != "" && v.description != "undetermined" {
			return v.description
		}
	}
	return ""
}
