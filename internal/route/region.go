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

type areaWords struct {
	Area
	words []string
}

var areas = sync.OnceValue(func() (all []areaWords) {
	for _, r := range readTable("regions.csv") {
		a := areaWords{Area: Area{r[0], r[1]}}
		for w := range strings.SplitSeq(r[2], "|") {
			a.words = append(a.words, " "+fold(w)+" ")
		}
		all = append(all, a)
	}
	return all
})

// Region returns the occupied region of Ukraine that an address names by its
// region, its city or a word of its text, in English, Russian or Ukrainian. An
// address of another country than Ukraine or Russia names none: there is more
// than one Odessa.
func Region(a enduse.Address) (Area, bool) {
	if a.Country != "" && a.Country != "UA" && a.Country != "RU" {
		return Area{}, false
	}
	text := " " + fold(a.Region+" ; "+a.City+" ; "+a.Text) + " "
	if a.Country == "" && !strings.Contains(text, " ukrain") && !strings.Contains(text, " russia") && a.Region == "" {
		return Area{}, false
	}
	for _, area := range areas() {
		for _, w := range area.words {
			if strings.Contains(text, w) {
				return area.Area, true
			}
		}
	}
	return Area{}, false
}
