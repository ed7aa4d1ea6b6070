package enhanced

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// address reads an address. It may stand there in several scripts: the primary
// one, or the first, is the address, the others are noted.
func (p *party) address(n list.Node) {
	p.only(n, "country", "translations")
	p.only(n.Child("translations"), "country", "translation")
	country := n.Get("country")
	if country == "" {
		country = n.Child("translations").Get("country")
	}
	var address enduse.Address
	var others []string
	chosen := false
	for _, t := range primaryFirst(n.All("translations", "translation")) {
		a, region := p.parts(t)
		switch {
		case !chosen:
			address, chosen = a, true
			if country == "" && region != "" {
				country = "Region: " + region
			} else if region != "" {
				others = append(others, region)
			}
		case a.String() != "":
			others = append(others, a.String())
		}
	}
	address.Note = strings.Join(others, "; ")
	p.AddAddress(address, country)
}

func primaryFirst(translations []list.Node) []list.Node {
	for i, t := range translations {
		if i > 0 && t.Get("isPrimary") == "true" {
			return append([]list.Node{t}, append(translations[:i:i], translations[i+1:]...)...)
		}
	}
	return translations
}

// parts reads the parts of an address in one script.
func (p *party) parts(t list.Node) (a enduse.Address, region string) {
	p.only(t, "isPrimary", "script", "addressParts")
	p.only(t.Child("addressParts"), "addressPart")
	var street []string
	for _, part := range t.All("addressParts", "addressPart") {
		p.only(part, "type", "value")
		text := list.OneLine(part.Get("value"))
		switch kind := part.Get("type"); kind {
		case "ADDRESS1", "ADDRESS2", "ADDRESS3":
			street = append(street, text)
		case "CITY":
			a.City = text
		case "STATE/PROVINCE":
			a.Region = text
		case "POSTAL CODE":
			a.PostalCode = text
		case "REGION":
			region = text
		case "Unknown":
			a.Text = text
		default:
			p.AddUnread("addressPart "+kind, text)
		}
	}
	a.Street = strings.Join(street, ", ")
	return a, region
}
