// Package country reads the names of countries as publishers and users write them, and
// returns their codes.
//
//	c, ok := country.Parse("Islamic Republic of Iran") // IR, true
//	c, ok = country.Read("KR - Korea")                 // KR, true
//
// How it works. A text of two or three letters is first read as a code. Any other text is
// folded (case, diacritics, punctuation and spaces do not matter) and looked up whole. The
// project's own table comes first (countries.csv): ISO 3166, the official names, how OFAC,
// BIS, the United Nations, the European Union, Japan and others spell them, and demonyms,
// because some lists give a nationality that way. The names that Unicode CLDR gives in two
// dozen languages come second; that table is built only when it is needed. If neither has
// the text, shortened words are written out ("Dem. People's Rep. of Korea"), and the words
// that some publishers add and others leave out ("the", "republic of", "region", "former")
// are taken off one by one. [Parse] is for what publishers write. [Read] is for the cells
// of users' files: it also accepts numeric codes, a code with a name, and typing errors.
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
// does not list (Crimea, Transnistria, Abkhazia, Kashmir) are not resolved. Gaza and the West Bank are PS. "Congo" is the Republic of the
// Congo, as the United Nations use it, and "Czechoslovakia" has the code CS,
// which Serbia and Montenegro had later.
package country
