// Command translitgen fits how each script is written in Latin letters, and writes the tables
// by which package name compares names across scripts.
//
// How it works. Name pairs of Wikidata (Amazon's NETransliteration data, CC0) are cut into
// units: letters, and the letters of Hangul syllables. A name is assumed to be written unit
// by unit, each with a string of Latin letters, which may be empty. Expectation maximisation
// finds how probable each string is for each unit. Because some pairs in the data are of two
// names, a pair counts by how much more probable it is as one name than as two. Rare strings
// are left out of the table. The bigrams of the Latin letters are written as well: they say
// what an unrelated name looks like.
//
// Run it from the root of the repository, with the folder of the real files in
// $ENDUSE_TESTDATA:
//
//	go run ./internal/name/translitgen
//
// # Invariants
//
//   - The same files give the same bytes.
//   - The models are never fitted to a fifth of the Latin names, which [name.IsHeldOut]
//     chooses.
//   - No pair is in the tables.
//
// # Limitations
//
// The names are of persons, mostly Western ones. A unit does not depend on its neighbours.
package main
