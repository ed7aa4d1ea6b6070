package country

import (
	_ "embed" // the table of names
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/enduse/enduse"
)

//go:embed countries.csv
var countriesCSV string

// row is a row of the table of names; others includes the demonyms.
type row struct {
	code   enduse.Country
	alpha3 string
	name   string
	others []string
}

// rows reads the table. A test checks its form.
func rows() []row {
	var out []row
	for line := range strings.Lines(countriesCSV) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), ";")
		if len(f) != 5 {
			continue
		}
		r := row{code: enduse.Country(f[0]), alpha3: f[1], name: f[2]}
		r.others = strings.FieldsFunc(f[3]+"|"+f[4], func(c rune) bool { return c == '|' })
		out = append(out, r)
	}
	return out
}

// english holds the keys of the table of names, which nearly every text is found by.
var english = sync.OnceValue(func() map[string]enduse.Country {
	keys := make(map[string]enduse.Country, 1024)
	for _, r := range rows() {
		for _, text := range append(r.others, r.name) {
			keys[key(text)] = r.code
		}
	}
	return keys
})

// alpha3 holds the three-letter codes, in capitals.
var alpha3 = sync.OnceValue(func() map[string]enduse.Country {
	codes := make(map[string]enduse.Country, 300)
	for _, r := range rows() {
		codes[r.alpha3] = r.code
	}
	return codes
})

// captions holds the short English name of every code.
var captions = sync.OnceValue(func() map[enduse.Country]string {
	names := make(map[enduse.Country]string, 300)
	for _, r := range rows() {
		names[r.code] = r.name
	}
	return names
})

// languages are those whose names of countries are known. English is one of them, for
// the spellings that CLDR has and the table does not.
var languages = []language.Tag{
	language.English, language.Spanish, language.French, language.German, language.Russian,
	language.SimplifiedChinese, language.TraditionalChinese, language.Arabic, language.Turkish,
	language.Japanese, language.Ukrainian, language.Portuguese, language.Italian, language.Korean,
	language.Persian, language.Polish, language.Dutch, language.Czech, language.Swedish, language.Romanian,
	language.Bulgarian, language.Hungarian, language.Indonesian, language.Hebrew,
}

// native holds the names of countries in other languages. A key that means different
// countries in two languages is left out, and so is one that the table of names has. It
// takes some milliseconds to build, so it is built only when a text is not found in the
// table.
var native = sync.OnceValue(func() map[string]enduse.Country {
	known, keys := english(), make(map[string]enduse.Country, 4096)
	for _, tag := range languages {
		namer := display.Regions(tag)
		for _, r := range rows() {
			region, err := language.ParseRegion(string(r.code))
			if err != nil || r.code.Successors() != nil {
				continue // CLDR gives a former country the name of its successor
			}
			k := key(namer.Name(region))
			if _, taken := known[k]; taken || k == "" {
				continue
			}
			if c, taken := keys[k]; taken && c != r.code {
				keys[k] = "" // ambiguous
				continue
			}
			keys[k] = r.code
		}
	}
	return keys
})

func key(text string) string { return string(appendFolded(nil, text)) }
