package eval

import (
	"math/rand/v2"

	"github.com/enduse/enduse"
)

// Manipulation is a way to alter names, whether in good faith or not.
type Manipulation struct {
	Class  string
	Doc    string
	Source string // the guidance that asks for it; "" if it comes from experience
	Of     bearers
	change func(rng *rand.Rand, name string) (string, bool)
}

// bearers are the parties whose names a manipulation is for; "" is everybody.
type bearers string

const (
	ofPeople  bearers = "people"
	ofOthers  bearers = "organisations"
	everybody bearers = ""
)

func (b bearers) covers(s enduse.Schema) bool {
	switch b {
	case ofPeople:
		return s == enduse.SchemaPerson
	case ofOthers:
		return s == enduse.SchemaCompany || s == enduse.SchemaOrganization || s == enduse.SchemaLegalEntity
	case everybody:
	}
	return true
}

// The guidance that asks for the manipulations.
const (
	hkma      = "HKMA, Guidance Paper on Transaction Screening, Transaction Monitoring and Suspicious Transaction Reporting (2013), 2.1: reverse order, partial name, abbreviated forms"
	wolfsberg = "Wolfsberg Group, Guidance on Sanctions Screening (2019): fuzzy matching and its testing"
	nydfs     = "New York, 3 NYCRR 504.3(b): end-to-end testing of the filtering programme and its matching"
	mas       = "MAS, Strengthening AML/CFT Name Screening Practices (2022): permutations of names, titles and legal forms"
	icao      = "ICAO Doc 9303-3 (machine-readable travel documents) and national systems"
	unicode39 = "Unicode Technical Standard 39, Security Mechanisms: confusables"
)

// Manipulations returns all of them, in the order of the file that Generate makes.
func Manipulations() []Manipulation {
	return []Manipulation{
		{"order_swapped", "the last word first, or the first last", hkma, everybody, swapOrder},
		{"given_as_initial", "the first word as an initial", hkma, ofPeople, firstAsInitial},
		{"middle_dropped", "a word in the middle left out", hkma, ofPeople, dropMiddle},
		{"title_added", "a title in front", mas, ofPeople, addTitle},
		{"title_dropped", "the title left out", mas, ofPeople, dropTitle},
		{"legal_form_added", "a legal form after a name without one", mas, ofOthers, addLegalForm},
		{"legal_form_dropped", "the legal form left out", mas, ofOthers, dropLegalForm},
		{"legal_form_translated", "the legal form spelt out or in another language", mas, ofOthers, translateLegalForm},
		{"abbreviated", "a business word by its abbreviation", hkma, ofOthers, abbreviate},
		{"space_removed", "two words written as one", wolfsberg, everybody, joinTwo},
		{"concatenated", "all words written as one", wolfsberg, everybody, joinAll},
		{"space_inserted", "a word cut in two", wolfsberg, everybody, splitOne},
		{"hyphens", "a hyphen in place of a blank, or the other way", wolfsberg, everybody, changeHyphens},
		{"diacritics_added", "an accent on a letter of each word", wolfsberg, everybody, addDiacritics},
		{"diacritics_dropped", "letters without their accents", wolfsberg, everybody, dropDiacritics},
		{"one_edit", "one letter typed wrong", nydfs, everybody, oneEdit},
		{"edit_each_word", "one letter typed wrong in each word of four letters and more", nydfs, everybody, editEachWord},
		{"letter_doubled", "a letter doubled, or a double one written once", nydfs, everybody, doubleLetter},
		{"phonetic", "another spelling of the same sound: ph/f, c/k, y/i, ou/u", wolfsberg, everybody, respellSound},
		{"transliterated", "a Cyrillic name in Latin letters by one of several systems", icao, everybody, transliterate},
		{"respelt_latin", "a Latin name as another language would write it: kh/h, sh/ch, v/w, ya/ia", icao, everybody, respellLatin},
		{"homoglyphs", "letters of another alphabet that look the same", unicode39, everybody, homoglyphs},
		{"number_leading", "a number in front, as lists and forms have", "", everybody, leadNumber},
		{"punctuation", "marks put in between the words and at the ends", "", everybody, addPunctuation},
		{"truncated", "the end cut off, as fields of fixed length do", "", everybody, truncate},
	}
}
