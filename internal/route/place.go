package route

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// Location is a place that a text names.
type Location struct {
	LOCODE  string // UN/LOCODE, "" where the text names a country
	Name    string
	Kind    string // port, airport, border, city, country
	Country enduse.Country
}

type places struct{ byCode, byName map[string]Location }

var ports = sync.OnceValue(func() places {
	p := places{map[string]Location{}, map[string]Location{}}
	for _, r := range readTable("ports.csv") {
		names := strings.Split(r[2], "|")
		at := Location{LOCODE: r[0], Name: names[0], Kind: r[1], Country: enduse.Country(r[0][:2])}
		p.byCode[r[0]] = at
		for _, n := range names {
			p.byName[fold(n)] = at
		}
	}
	return p
})

// Place returns what a text names: a country, a UN/LOCODE, a main port, airport
// or city. Of "Rotterdam, Netherlands" the parts must agree. It answers false
// for what it does not know.
func Place(text string) (Location, bool) {
	text = strings.TrimSpace(text)
	if code := strings.ReplaceAll(strings.ToUpper(text), " ", ""); len(code) == 5 {
		if at, ok := ports().byCode[code]; ok {
			return at, true
		}
	}
	if at, ok := ports().byName[fold(text)]; ok {
		return at, true
	}
	if c, ok := country.Parse(text); ok {
		return Location{Name: country.Name(c), Kind: "country", Country: c}, true
	}
	return parts(text)
}

// parts reads a text like "Jebel Ali, Dubai, AE": the first part that names a
// port, and no part that names another country.
func parts(text string) (at Location, found bool) {
	split := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/()", r) })
	if len(split) < 2 || len(split) > 8 {
		return Location{}, false
	}
	for _, part := range split {
		next, ok := Place(part)
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

// fold writes a name so that case, marks, punctuation and spaces do not matter.
func fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return strings.ReplaceAll(b.String(), "ı", "i")
}
