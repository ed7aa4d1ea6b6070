package australia

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

var (
	// marker is the letter before one of several: "a) Japan b) Russia".
	marker = regexp.MustCompile(`(?:^|[\s,;])\(?[a-z]\)\s*`)
	// apart is what else separates several.
	apart = regexp.MustCompile(`;\s*|(?i:\balt POB:)`)
)

// enumerated takes apart a text that numbers its parts with letters, or has
// semicolons between them.
func enumerated(text string) []string {
	pieces := []string{text}
	if strings.HasPrefix(text, "a)") || strings.HasPrefix(text, "(a)") {
		pieces = marker.Split(text, -1)
	}
	var out []string
	for _, p := range pieces {
		for _, q := range apart.Split(p, -1) {
			if q = strings.Trim(list.OneLine(q), " ,"); q != "" {
				out = append(out, q)
			}
		}
	}
	return out
}

// aside is a note at the end: "(previous address)".
var aside = regexp.MustCompile(`\s*\([^()]*\)*$`)

// lastCountry returns the country that a text ends in, or is: its last part
// after a comma, or the last words of it.
func lastCountry(text string) enduse.Country {
	text = strings.TrimRight(text, " .,")
	parts := strings.Split(text, ",")
	for n := 1; n <= min(2, len(parts)); n++ { // "Congo, Democratic Republic of the" has a comma
		if c, ok := country.Parse(strings.Join(parts[len(parts)-n:], ",")); ok {
			return c
		}
	}
	if short := aside.ReplaceAllString(text, ""); short != text {
		return lastCountry(short)
	}
	words := strings.Fields(parts[len(parts)-1])
	for i := max(0, len(words)-6); i < len(words); i++ {
		rest := strings.Join(words[i:], " ")
		c, ok := country.Parse(rest)
		if ok && len(rest) > 3 && (i == 0 || words[i-1] != "New") { // "New Mexico" is no country
			return c
		}
	}
	return ""
}

// place reads "City, Region, Country"; what does not end in a country is a
// text.
func place(text string) enduse.Place {
	p := enduse.Place{Text: text, Country: lastCountry(text)}
	parts := strings.Split(strings.TrimRight(text, " ."), ", ")
	if p.Country != "" && len(parts) > 1 {
		p.City, p.Region = parts[0], strings.Join(parts[1:len(parts)-1], ", ")
	}
	return p
}
