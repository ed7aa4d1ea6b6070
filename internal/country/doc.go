// Package country reads the names of countries as publishers and users write
// them, and gives their codes.
//
// A text of two or three letters is first read as a code. Any other text is folded (case, diacritics,
// punctuation and spaces do not matter) and looked up whole: first in the
// project's own table of names and spellings (countries.csv: ISO 3166, the
// official names, and how OFAC, BIS, the United Nations, the European Union,
// Japan and others spell them, and demonyms, for lists that give a nationality
// so), then among the names that Unicode CLDR gives in
// two dozen languages. If neither has it, shortened words are written out
// ("Dem. People's Rep. of Korea"), and the words that some publishers add and
// others leave out ("the", "republic of", "region", "former") are taken off one
// by one. The second table is built only when the first one does not have a
// text. [Parse] is for what publishers write; [Read] is for the cells of users'
// files, and also takes numeric codes, a code beside a name, and typing errors.
//
// # Invariants
//
//   - A code that is returned is valid: [enduse.Country.Valid].
//   - A text that could mean two countries is not resolved.
//   - What Parse reads, Read reads in the same way.
//   - The tables are built once and never change; calls may run at once.
//
// # Limitations
//
// It does not find a country inside a longer text. Territories that ISO 3166
// does not list (Crimea, Transnistria, Abkhazia, Kashmir) are not resolved; the
// text stays. Gaza and the West Bank are PS. "Congo" is the Republic of the
// Congo, as the United Nations use it, and "Czechoslovakia" has the code CS,
// which Serbia and Montenegro had later.
package country
