package seco

import (
	"errors"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

var errNoID = errors.New("ssid is missing")

// place is a place that targets refer to by its number.
type place struct {
	location, area, country string
	variants                []string // other names of location and area
}

func placeOf(n list.Node) place {
	p := place{location: list.OneLine(n.Get("location")), area: list.OneLine(n.Get("area")), country: countryOf(n.Child("country"))}
	for _, name := range []string{"location-variant", "area-variant"} {
		for _, k := range n.All(name) {
			p.variants = append(p.variants, list.OneLine(k.Text))
		}
	}
	return p
}

// countryOf returns the name of a country, its code if only that is understood.
func countryOf(n list.Node) string {
	text, code := list.OneLine(n.Text), n.Attr("iso-code")
	if _, ok := country.Parse(text); !ok && enduse.Country(code).Valid() {
		return code
	}
	return text
}

// at puts off what needs a place until the places are known. A number that no
// place has is kept as unread.
func (t *target) at(element, id string, add func(place)) {
	t.located = append(t.located, func(places map[string]place) {
		p, ok := places[id]
		if id != "" && !ok {
			t.AddUnread(element+"/place-id", id)
		}
		add(p)
	})
}

func (t *target) birthPlace(n list.Node) {
	t.known(n)
	t.at(n.Name, n.Attr("place-id"), func(p place) { t.AddBirthPlace(p.location, p.area, p.country) })
}

func (t *target) address(n list.Node) {
	t.known(n, "c-o", "address-details", "p-o-box", "zip-code", "remark")
	a := enduse.Address{PostalCode: list.OneLine(n.Get("zip-code"))}
	var box string
	if text := list.OneLine(n.Get("p-o-box")); text != "" {
		box = "P.O. Box " + text
	}
	a.Street = list.JoinParts(", ", n.Get("c-o"), n.Get("address-details"), box)
	notes := []string{n.Get("remark")}
	if n.Attr("current") == "false" {
		notes = append(notes, "former")
	}
	if n.Attr("quality") == "low" {
		notes = append(notes, "low quality")
	}
	t.at(n.Name, n.Attr("place-id"), func(p place) {
		a.City, a.Region = p.location, p.area
		a.Note = list.JoinParts("; ", append(notes, strings.Join(p.variants, ", "))...)
		t.AddAddress(a, p.country)
	})
}

func (t *target) nationality(n list.Node) {
	t.known(n, "country")
	for _, k := range n.All("country") {
		t.known(k)
		t.AddNationality("nationality", countryOf(k))
	}
	if n.Text != "" {
		t.AddNationality("nationality", n.Text)
	}
}
