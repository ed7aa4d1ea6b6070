package route

import (
	"slices"
	"strings"
	"sync"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// Location is a place that a text names.
type Location struct {
	// Code is what the lists are asked by: the country, or the region of ISO 3166-2
	// for a place in one that has measures of its own.
	Code    string
	LOCODE  string // UN/LOCODE, "" where the table has none or the text names a country
	Name    string
	Kind    string // port, airport, border, city, region, country
	Country enduse.Country
}

type places struct {
	byCode, byName map[string]Location
	near           *country.Speller // the names of embargoed regions and their cities, and of all ports
}

var ports = sync.OnceValue(func() places {
	p := places{byCode: map[string]Location{}, byName: map[string]Location{}}
	for _, r := range readTable("ports.csv") {
		names := strings.Split(r[2], "|")
		at := Location{Code: r[0][:2], Name: names[0], Kind: r[1], Country: enduse.Country(r[0][:2])}
		if len(r[0]) == 5 {
			at.LOCODE = r[0]
			p.byCode[r[0]] = at
		}
		for _, n := range names {
			p.byName[fold(n)] = at
		}
	}
	words := make([]string, 0, len(p.byName))
	for n := range p.byName {
		words = append(words, n)
	}
	for n := range areaNames() {
		words = append(words, n)
	}
	p.near = country.NewSpeller(words)
	return p
})

// parsePlace returns the place that a text names: a country, a region that has measures of its
// own, a UN/LOCODE, a main port, airport or city. Of "Rotterdam, Netherlands" the
// parts must agree. Words like "port of" and a term of delivery in front do not
// matter. It returns false for what it does not know.
func parsePlace(text string) (Location, bool) {
	text = strings.TrimSpace(text)
	if len(text) > maxAddress {
		return Location{}, false
	}
	if at, ok := named(text); ok {
		return at, true
	}
	if at, ok := parts(text); ok {
		return at, true
	}
	return single(text)
}

// Understands reports whether a text names a place that is known here, as a whole or
// by its last part.
func Understands(text string) bool {
	if _, ok := parsePlace(text); ok {
		return true
	}
	_, ok := addressed(text)
	return ok
}

// IsPlace reports whether a text is nothing but the name or the code of a place that is
// known here, without a typing error.
func IsPlace(text string) bool {
	at, ok := named(strings.TrimSpace(text))
	if ok && at.Kind == "country" {
		_, ok = country.Parse(text)
	}
	return ok
}

// named reads a text that is nothing but the name or the code of a place.
func named(text string) (Location, bool) {
	if at, ok := locode(text); ok {
		return at, true
	}
	key := fold(text)
	if at, ok := areaNames()[key]; ok {
		return at, true
	}
	if at, ok := ports().byName[key]; ok {
		return at, true
	}
	if c, ok := country.Read(text); ok {
		return ofCountry(c), true
	}
	return Location{}, false
}

func ofCountry(c enduse.Country) Location {
	return Location{Code: string(c), Name: country.Name(c), Kind: "country", Country: c}
}

// locode reads a UN/LOCODE of the tables, with or without a space in it.
func locode(text string) (Location, bool) {
	code := strings.ReplaceAll(strings.ToUpper(text), " ", "")
	if len(code) != 5 || len(text) > 6 {
		return Location{}, false
	}
	if at, ok := ports().byCode[code]; ok {
		return at, true
	}
	at, ok := areaNames()[strings.ToLower(code)]
	at.LOCODE = code
	return at, ok && code[:2] == "UA"
}

// parts reads a text like "Jebel Ali, Dubai, AE": the first part that names a
// port, and no part that names another country.
func parts(text string) (at Location, found bool) {
	split := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/()–—", r) })
	if len(split) == 1 {
		split = strings.Split(text, " - ")
	}
	if len(split) < 2 || len(split) > 8 {
		return Location{}, false
	}
	for _, part := range split {
		next, ok := named(strings.TrimSpace(part))
		if !ok {
			next, ok = single(part)
		}
		switch {
		case !ok:
		case found && next.Country != at.Country:
			return Location{}, false
		case !found || at.Kind == "country" && next.Kind != "country":
			at, found = next, true
		}
	}
	return at, found
}

// single reads one part of an address: what [named] reads once labels, postal
// codes and words like "city" are taken off, or with one typing error.
func single(part string) (Location, bool) {
	words := bare(part)
	if len(words) == 0 || len(words) > maxNameWords {
		return Location{}, false
	}
	key := strings.Join(words, " ")
	if at, ok := byKey(key); ok {
		return at, true
	}
	if len(words) == 2 { // "IR BND", "BND IR" are read before; "Tehran Iran" here
		one, ok1 := byKey(words[0])
		other, ok2 := byKey(words[1])
		if ok1 && ok2 && one.Country == other.Country {
			return one, true
		}
	}
	if at, ok := mistyped(key); ok {
		return at, true
	}
	return likeSounding(key)
}

// likeSounding reads a name with doubled letters that should be single, or ph for f:
// Tehrann, Simpheropol.
func likeSounding(key string) (Location, bool) {
	if len([]rune(key)) < minSound {
		return Location{}, false
	}
	r := []rune(strings.ReplaceAll(key, "ph", "f"))
	plain := string(slices.CompactFunc(r, func(a, b rune) bool { return a == b && a != ' ' }))
	if plain == key {
		return Location{}, false
	}
	if at, ok := areaNames()[plain]; ok {
		return at, true
	}
	at, ok := ports().byName[plain]
	return at, ok
}

// minSound is the number of letters from which a name is read as it sounds.
const minSound = 6

// byKey reads a folded name.
func byKey(key string) (Location, bool) {
	if at, ok := areaNames()[key]; ok {
		return at, true
	}
	if at, ok := ports().byName[key]; ok {
		return at, true
	}
	if len([]rune(key)) > 3 || !isASCII(key) || key == "uae" || key == "usa" {
		if c, ok := country.Parse(key); ok {
			return ofCountry(c), true
		}
	}
	return Location{}, false
}

// mistyped reads a name with one typing error, if it can be one place only.
func mistyped(key string) (at Location, ok bool) {
	for _, near := range ports().near.Near(key) {
		next, found := areaNames()[near]
		if !found {
			next = ports().byName[near]
		}
		if ok && next.Code != at.Code {
			return Location{}, false
		}
		at, ok = next, true
	}
	if c, found := country.Read(key); found && !ok && len(key) >= 7 {
		return ofCountry(c), true
	}
	return at, ok
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}
