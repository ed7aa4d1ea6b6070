package country

import (
	"bytes"
	"strings"

	"github.com/enduse/enduse"
)

// Parse returns the country that a text names: a code (alpha-2, alpha-3), a name in one
// of the languages and spellings that publishers use, a former state. Two names with a
// slash between them, as in bilingual lists, must agree. It does not search inside the
// text. It returns false for what could be two countries ("Korea") and for a territory
// that is not a country of ISO 3166 ("Crimea").
func Parse(text string) (enduse.Country, bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxText {
		return "", false
	}
	if c, ok := code(text); ok {
		return c, true
	}
	var buf [maxText]byte
	if c, ok := lookup(appendFolded(buf[:0], text)); ok {
		return c, true
	}
	if one, other, two := strings.Cut(text, " / "); two {
		c, _ := Parse(one)
		if d, ok := Parse(other); ok && c == d {
			return c, true
		}
	}
	return "", false
}

// Name returns the short English name of a country, or the code itself where
// it is not known.
func Name(c enduse.Country) string {
	if name, ok := captions()[c]; ok {
		return name
	}
	return string(c)
}

// code reads a text of exactly two or three letters as a code.
func code(text string) (enduse.Country, bool) {
	switch len(text) {
	case 2:
		c := enduse.Country(strings.ToUpper(text))
		return c, c.Valid()
	case 3:
		c, ok := alpha3()[strings.ToUpper(text)]
		return c, ok
	}
	return "", false
}

// lookup finds a key as it is, else without the words around a name that publishers add
// or leave out.
func lookup(key []byte) (enduse.Country, bool) {
	for {
		if c, ok := english()[string(key)]; ok {
			return c, true
		}
		if c, ok := native()[string(key)]; ok {
			return c, c != ""
		}
		if whole := expand(string(key)); whole != string(key) {
			key = []byte(whole)
			continue
		}
		shorter := strip(key)
		if len(shorter) == len(key) || len(shorter) == 0 {
			return "", false
		}
		key = shorter
	}
}

// abbreviations are the words that statistics shorten in names of countries.
var abbreviations = map[string]string{
	"rep": "republic", "dem": "democratic", "fed": "federation", "isl": "islamic", "st": "saint", "ste": "saint",
	"utd": "united", "is": "islands", "terr": "territories", "pdr": "peoples democratic republic", "afr": "african", "ppls": "peoples",
}

// expand writes out shortened words: "Dem. People's Rep. of Korea", "Rep. of Moldova".
func expand(key string) string {
	words := strings.Fields(key)
	for i, w := range words {
		if full, ok := abbreviations[w]; ok {
			words[i] = full
		}
	}
	return strings.Join(words, " ")
}

// leads are the optional words before a name, the longer ones first.
var leads = []string{
	"the ", "region ", "former ", "republic of ", "republic ", "republique de ", "republique du ", "republica de ", "republica del ",
	"republica da ", "republik ", "repubblica di ", "republika ", "respublika ", "республика ", "республіка ",
}

// strip takes one optional word off a key. To strip "republic of" is safe: the names in
// which it distinguishes two countries (China, Korea, Congo) are in the table in full, and
// are found first.
func strip(key []byte) []byte {
	for _, lead := range leads {
		if rest, ok := bytes.CutPrefix(key, []byte(lead)); ok {
			return rest
		}
	}
	for _, tail := range []string{" the", " former", " republic of", " republic"} {
		if rest, ok := bytes.CutSuffix(key, []byte(tail)); ok {
			return rest
		}
	}
	return key
}

// Codes returns the codes of all countries in the table, including former ones, in
// order.
func Codes() []enduse.Country {
	all := rows()
	out := make([]enduse.Country, len(all))
	for i, r := range all {
		out[i] = r.code
	}
	return out
}
