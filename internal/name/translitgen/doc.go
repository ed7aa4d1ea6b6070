// Command translitgen fits how each script is written in Latin letters, and
// writes the tables that package name compares names across scripts by.
//
// How it works. Name pairs of Wikidata (Amazon's NETransliteration data, CC0)
// are cut into units: letters, and the letters of Hangul syllables. A name is
// taken to be written unit by unit, each with a string of Latin letters of its
// own, none included. Expectation maximisation finds how probable each string
// is for each unit. A pair counts as much as it is more probable to be one name
// than two, for the data has pairs of other names. Strings that are rare are
// left out of the table. The bigrams of the Latin letters, which say what a name
// looks like that has nothing to do with the other, are written beside.
//
// Run it from the root of the repository, with the folder of the real files in
// $ENDUSE_TESTDATA:
//
//	go run ./internal/name/translitgen
//
// # Invariants
//
//   - The same files give the same bytes.
//   - A fifth of the Latin names, those that [name.IsHeldOut] chooses, is never
//     fitted to.
//   - No pair is in the tables.
//
// # Limitations
//
// The names are of persons, Western ones for the most part. A unit does not
// know its neighbours.
package main
