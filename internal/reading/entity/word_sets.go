package entity

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading/lexicon"
)

// Sets of words of the lexicon.
var (
	acts             = lexicon.NewWordSet("act")                 // treaties and laws: not organisations
	besideAName      = lexicon.NewWordSet("beside_a_name")       // say that a single word is a name
	countryWords     = lexicon.NewWordSet("country_word")        // the country that a text is about
	everyday         = lexicon.NewWordSet("everyday")            // of everyday English
	kunyas           = lexicon.NewWordSet("kunya")               // begin Arabic names
	labels           = lexicon.NewWordSet("label")               // of trade papers
	legalFormWords   = lexicon.NewWordSet("legal_form_word")     // of legal forms written out
	legalForms       = lexicon.NewWordSet("legal_form")          // after the name of a firm
	linking          = lexicon.NewWordSet("linking")             // in small letters within a name
	listingWords     = lexicon.NewWordSet("listing")             // say that somebody is listed
	man              = lexicon.NewWordSet("man")                 // offices and titles of men
	ministries       = lexicon.NewWordSet("ministry")            // a ministry
	notInHanNames    = lexicon.NewWordSet("not_in_organisation") // characters that names of organisations do not have
	numberLabels     = lexicon.NewWordSet("number_label")        // begin the label of a number
	officeLinks      = lexicon.NewWordSet("office_of")           // between an office and its side
	particles        = lexicon.NewWordSet("name_particle")       // in small letters within a person's name
	portfolioWords   = lexicon.NewWordSet("portfolio_word")      // of the names of ministries
	ranks            = lexicon.NewWordSet("ranking")             // rank an office: former, deputy
	woman            = lexicon.NewWordSet("woman")               // offices and titles of women
	patronymicEnding = sync.OnceValue(func() []string { return lexicon.Words("patronymic_ending") })
)

// IsEveryday reports whether a folded word is one of everyday English, which says
// little if it has a capital.
func IsEveryday(word string) bool { return everyday.Has(word) }

// IsParticle reports whether a folded word may be in small letters within a person's
// name.
func IsParticle(word string) bool { return particles.Has(word) }

// IsLinking reports whether a folded word may be in small letters within a name.
func IsLinking(word string) bool { return linking.Has(word) }

// EndsHanName reports whether a character does not occur in names of organisations in
// Chinese.
func EndsHanName(char string) bool { return notInHanNames.Has(char) }

// IsCyrillic reports whether a word is in Cyrillic letters.
func IsCyrillic(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Cyrillic, c)
}

// onlyOffices has the offices that one country alone has, by country.
var onlyOffices = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, f := range lexicon.Rows(lexicon.Any, "offices.tsv") {
		m[f[0]] = strings.Split(f[1], "|")
	}
	return m
})
