package csl

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// states are the abbreviations of the states of the US, its territories and
// the District of Columbia: many addresses on the Denied Persons List end in
// one and a postal code, without a country.
const states = " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK " +
	"OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR VI GU "

var stateAndCode = regexp.MustCompile(`, ([A-Z]{2}),? (\d{4,6})(-\d{4})?$`)

// addresses keeps each address as written; its last part names the country.
func (p *party) addresses() {
	for _, text := range p.values("addresses") {
		a := enduse.Address{Text: strings.Join(strings.Fields(text), " ")}
		last := strings.TrimRight(text, ", ")
		if i := strings.LastIndex(last, ","); i >= 0 {
			last = last[i+1:]
		}
		if c, ok := country.Parse(last); ok {
			a.Country = c
		} else if m := stateAndCode.FindStringSubmatch(text); m != nil && strings.Contains(states, " "+m[1]+" ") {
			a.Country, a.Region, a.PostalCode = "US", m[1], m[2]+m[3]
		}
		if strings.TrimSpace(text) == string(a.Country) {
			a.Text = "" // nothing but the country
		}
		if a.Country != "" {
			p.AddCountry(a.Country)
		}
		p.Addresses = append(p.Addresses, a)
	}
}
