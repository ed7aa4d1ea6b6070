package mention

import (
	"embed"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/goods"
)

//go:embed data/*.tsv
var files embed.FS

// table is what the phrases of a row say.
type table uint8

const (
	countries table = iota // a country by its name, or its capital
	peoples                // an adjective or a people
	places                 // no actor
	offices                // names somebody who has a name or a country beside it
	titles                 // stands before a name
	roles                  // stands for an earlier person
	plurals                // several people of a side
	programmes
	organizations
	heads // of an organisation's name
	verbs
	common
	leads // goods
	masculine
	feminine
	surnames
	given
	portfolios // of ministers
	tableCount
)

// tables are the phrases of all tables, and what their rows say.
type tables struct {
	phrases *phrases
	codes   []enduse.Country // of countries and peoples
	names   []string         // of programmes and organisations: what they are usually called
	sides   []enduse.Country // of organisations
	leads   []Lead
}

// theTables reads the tables, once.
var theTables = sync.OnceValue(func() *tables {
	t := &tables{phrases: newPhrases()}
	t.readSides()
	t.readNames()
	t.readGoods()
	t.readNamed("data/roles.tsv", map[string]table{"office": offices, "title": titles, "role": roles, "plural": plurals})
	t.readNamed("data/people.tsv", map[string]table{"he": masculine, "she": feminine, "surnames": surnames, "given": given, "portfolios": portfolios})
	t.readPlain("data/places.tsv", places)
	t.readPlain("data/heads.tsv", heads)
	t.readPlain("data/verbs.tsv", verbs)
	t.readPlain("data/common.tsv", common)
	t.readCLDR()
	return t
})

// rows returns the cells of each line of a table that is no comment.
func rows(path string) (out [][]string) {
	data, err := files.ReadFile(path)
	if err != nil {
		return nil // not possible: the files are embedded, and a test reads each
	}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
			out = append(out, fields(line))
		}
	}
	return out
}

func (t *tables) addAll(cell string, tab table, row int) {
	for _, p := range alternatives(cell) {
		t.phrases.add(p, tab, row)
	}
}

func (t *tables) readSides() {
	for _, f := range rows("data/sides.tsv") {
		row := len(t.codes)
		t.codes = append(t.codes, enduse.Country(f[0]))
		t.addAll(f[1], peoples, row)
		if len(f) > 2 {
			t.addAll(f[2], countries, row)
		}
	}
}

// spoken are the languages whose names of countries are taken from CLDR.
var spoken = []language.Tag{language.English, language.Spanish, language.French, language.Russian, language.SimplifiedChinese}

// notNames are words that CLDR has for countries and that in a text are mostly
// something else.
const notNames = " Jersey Man Mali's "

// readCLDR adds the names of all countries in five languages. A Russian name of
// one word is taken for its stem, for its end changes.
func (t *tables) readCLDR() {
	row := map[enduse.Country]int{}
	for i, c := range t.codes {
		row[c] = i
	}
	for _, tag := range spoken {
		namer := display.Regions(tag)
		for _, code := range country.Codes() {
			region, err := language.ParseRegion(string(code))
			if err != nil || code.Successors() != nil {
				continue
			}
			if _, ok := row[code]; !ok {
				row[code] = len(t.codes)
				t.codes = append(t.codes, code)
			}
			n := namer.Name(region)
			if strings.Contains(notNames, " "+n+" ") {
				continue
			}
			t.phrases.add(inflected(n, tag), countries, row[code])
		}
	}
}

// inflected makes a stem of a Russian name that changes its end.
func inflected(n string, tag language.Tag) string {
	if tag != language.Russian || strings.Contains(n, " ") {
		return n
	}
	r := []rune(n)
	if len(r) > 4 && strings.ContainsRune("аяьйы", r[len(r)-1]) {
		r = r[:len(r)-1]
	}
	return string(r) + "*"
}

func (t *tables) readNames() {
	add := func(name, side, cell string, tab table) {
		row := len(t.names)
		t.names, t.sides = append(t.names, name), append(t.sides, enduse.Country(strings.Trim(side, "-")))
		t.addAll(cell, tab, row)
	}
	for _, f := range rows("data/programmes.tsv") {
		add(f[0], "", f[1], programmes)
	}
	for _, f := range rows("data/organizations.tsv") {
		add(f[0], f[1], f[2], organizations)
	}
}

func (t *tables) readGoods() {
	for _, f := range rows("data/goods.tsv") {
		l := Lead{Category: f[0], Citation: strings.Trim(f[2], "-")}
		if f[1] != "-" {
			l.Codes = strings.Fields(f[1])
		}
		t.leads = append(t.leads, l)
		t.addAll(f[3], leads, len(t.leads)-1)
	}
}

func (t *tables) readNamed(path string, kinds map[string]table) {
	for _, f := range rows(path) {
		t.addAll(f[1], kinds[f[0]], 0)
	}
}

func (t *tables) readPlain(path string, tab table) {
	for _, f := range rows(path) {
		t.addAll(f[0], tab, 0)
	}
}

// leadOf makes a lead of a term of a lexicon.
func leadOf(f goods.Found) Lead {
	l := Lead{Category: f.Term.Name, Citation: "lexicon of controlled goods: " + f.Phrase}
	for _, c := range f.Term.Codes {
		l.Codes = append(l.Codes, c.Code)
	}
	l.Codes = append(l.Codes, f.Term.Controls...)
	return l
}
