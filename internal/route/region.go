package route

import (
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

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

func enduseCountry(code string) enduse.Country { return enduse.Country(strings.ToUpper(code)) }
