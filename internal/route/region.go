package route

import (
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

// Area is a part of a country that has measures of its own.
type Area struct {
	Code string // ISO 3166-2
	Name string
}

// areaNames holds the names of the regions and their cities, folded.
var areaNames = sync.OnceValue(func() map[string]Location {
	all := map[string]Location{}
	for _, r := range readTable("regions.csv") {
		at := Location{Code: r[0], Name: r[1], Kind: "region", Country: enduseCountry(r[0][:2])}
		for w := range strings.SplitSeq(r[3], "|") {
			all[fold(w)] = at
		}
		at.Kind = "city"
		for w := range strings.SplitSeq(r[4], "|") {
			all[fold(w)] = at
		}
	}
	return all
})

// elsewhere holds, by region, the words that say that an address is of another
// place with the name of one of its cities: Donetsk in the Rostov oblast.
var elsewhere = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, r := range readTable("regions.csv") {
		for w := range strings.SplitSeq(r[2], "|") {
			if w != "" {
				all[r[0]] = append(all[r[0]], fold(w))
			}
		}
	}
	return all
})

// Region returns the occupied region of Ukraine that an address names by its
// region, its city or a part of its text, in several languages. An address of
// another country than Ukraine or Russia names none: there is more than one
// Odessa.
func Region(a enduse.Address) (Area, bool) {
	for _, s := range readAddress(a, nil) {
		if len(s.at.Code) > 2 && s.weight == stated {
			return Area{s.at.Code, s.at.Name}, true
		}
	}
	return Area{}, false
}

func enduseCountry(code string) enduse.Country { return enduse.Country(strings.ToUpper(code)) }
