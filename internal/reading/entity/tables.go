package entity

import (
	"math/bits"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/reading/lexicon"
	"github.com/enduse/enduse/internal/reading/text"
)

// Table says what phrases of the lexicon are. Tables combine with "|".
type Table uint32

// The tables.
const (
	Countries     Table = 1 << iota // a country by its name, or its capital
	Peoples                         // an adjective or a people
	Places                          // not an actor
	OfficeNames                     // names somebody who has a name or a country next to it
	Titles                          // precedes a name
	Roles                           // refers to somebody who was named before
	Plurals                         // several people of a side
	Programmes                      // treaties, regimes, lists
	Organisations                   // by their names
	Heads                           // a word that makes capitals the name of an organisation
	Verbs                           // of speech
	Common                          // words that have a capital and are not a name
	GoodsWords                      // general words for goods
	He                              // a pronoun of one man
	She                             // of one woman
	Surnames                        // Chinese ones
	GivenNames                      // Russian ones
	Portfolios                      // of ministers
	tableCount    = iota
)

// index is the place of a table among all.
func (t Table) index() int { return bits.TrailingZeros32(uint32(t)) }

// tableNames are the tables as the lexicon calls them.
var tableNames = map[string]Table{
	"country": Countries, "people": Peoples, "place": Places, "office": OfficeNames, "title": Titles, "role": Roles, "plural": Plurals,
	"programme": Programmes, "organisation": Organisations, "head": Heads, "verb": Verbs, "common": Common, "goods": GoodsWords,
	"he": He, "she": She, "surname": Surnames, "given": GivenNames, "portfolio": Portfolios,
}

// meaning is what a phrase of the lexicon means: a row of a table.
type meaning struct {
	table Table
	row   int32
}

// Phrase is a phrase of the lexicon in a text.
type Phrase = text.Found[meaning]

// tables are the phrases of all tables, and what their rows mean.
type tables struct {
	phrases *text.Phrases[meaning]
	codes   []enduse.Country // of countries and peoples
	names   []string         // of programmes and organisations: the usual ones
	sides   []enduse.Country // of organisations: the country that each speaks for
	leads   []Lead
}

// theTables reads the lexicon, once.
var theTables = sync.OnceValue(func() *tables {
	t := &tables{phrases: text.NewPhrases[meaning](1 << 14)}
	codes, names, leads := map[string]int32{}, map[string]int32{}, map[string]int32{}
	sides := map[string]enduse.Country{}
	for _, f := range lexicon.Rows(lexicon.Any, "organisations.tsv") {
		sides[f[0]] = enduse.Country(strings.Trim(f[1], "-"))
	}
	for _, f := range lexicon.Rows(lexicon.Any, "goods.tsv") {
		l := Lead{Category: f[0], Citation: strings.Trim(f[2], "-")}
		if f[1] != "-" {
			l.Codes = strings.Fields(f[1])
		}
		leads[f[0]] = int32(len(t.leads))
		t.leads = append(t.leads, l)
	}
	rowOf := func(rows map[string]int32, key string, add func() int) int32 {
		row, ok := rows[key]
		if !ok {
			row = int32(add())
			rows[key] = row
		}
		return row
	}
	for _, p := range lexicon.AllPhrases() {
		m := meaning{table: tableNames[p.Table]}
		switch m.table { //nolint:exhaustive // phrases of the other tables have no row
		case Countries, Peoples:
			m.row = rowOf(codes, p.Key, func() int {
				t.codes = append(t.codes, enduse.Country(p.Key))
				return len(t.codes) - 1
			})
		case Programmes, Organisations:
			m.row = rowOf(names, p.Table+" "+p.Key, func() int {
				t.names, t.sides = append(t.names, p.Key), append(t.sides, sides[p.Key])
				return len(t.names) - 1
			})
		case GoodsWords:
			m.row = leads[p.Key]
		}
		for _, phrase := range p.Text {
			t.phrases.Add(phrase, p.Language, m)
		}
	}
	t.addCLDR(codes)
	return t
})

// cldrLanguages are the languages whose names of countries are taken from CLDR.
var cldrLanguages = []language.Tag{language.English, language.Spanish, language.French, language.Russian, language.SimplifiedChinese}

// notNames are words that CLDR has for countries and that in a text are mostly
// something else.
const notNames = " Jersey Man Mali's "

// addCLDR adds the names of all countries in five languages. A Russian name of one
// word is added by its stem, since its ending changes.
func (t *tables) addCLDR(codes map[string]int32) {
	for _, tag := range cldrLanguages {
		namer := display.Regions(tag)
		for _, code := range country.Codes() {
			region, err := language.ParseRegion(string(code))
			if err != nil || code.Successors() != nil {
				continue
			}
			row, ok := codes[string(code)]
			if !ok {
				row = int32(len(t.codes))
				codes[string(code)] = row
				t.codes = append(t.codes, code)
			}
			n := namer.Name(region)
			if strings.Contains(notNames, " "+n+" ") {
				continue
			}
			t.phrases.Add(inflected(n, tag), "", meaning{Countries, row})
		}
	}
}

// inflected makes a stem of a Russian name whose ending changes.
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
