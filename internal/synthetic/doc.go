// Package synthetic makes up a list of any length that resembles real ones, to measure
// an index on a million parties whose names behave as real names do:
//
//	for e := range synthetic.Grow(source, 1_000_000, seed) { ... }
//
// # How it works
//
// [Grow] uses the entities of the source as templates, in random order, until there
// are as many as required. It keeps the form of a template: its schema and countries;
// the number, kinds and scripts of its names; their particles, titles, initials and
// legal forms, case and punctuation; the number and kinds of identifiers, the precision
// of dates, the addresses. It draws the rest anew. The words of people's names are
// drawn from words at the same position of a name (given, middle, family), and those
// of organisations from first words, later words and words of trade. They come from
// names of the same list and country where those are enough, else of the same list,
// else of all lists, always of the same script, and as often as they occur there. A
// word that occurs in several names of an entity is replaced by the same word in all
// of them, and a variant of it by a variant.
//
// Real lists never run out of new words. Words follow the two-parameter
// Poisson-Dirichlet process (Pitman and Yor 1997), in which the number of distinct
// words V among n words grows as n^d, Heaps' law. The discount d is estimated as
// n1/(n1+2*n2), with the numbers of words that occur once and twice (Ney, Essen and
// Kneser 1994). A drawn word that occurs c times in the source is replaced, with
// probability d/c, by one of an unlimited series of new words. The r-th of them is
// drawn as often as (r+V)^(-1/d). So rare words give way to new ones, and frequent
// words keep their share. The r-th new word joins the beginning of one real word and
// the end of another; it depends on the seed and r only, so the series needs no memory.
//
// # Invariants
//
//   - Entity i depends on the source, the seed and i only: the first thousand of a
//     million are those of a thousand.
//   - Every template is used once before one is used again, so the shares of schemas,
//     kinds, scripts, countries, identifiers and addresses are those of the source,
//     up to the remainder.
//   - Memory grows with the source, not with the number of entities.
//   - Every entity is valid, and its source, list and id show that it is made up: they
//     are [Source].
//
// # Limitations
//
// Not kept are combinations of words (New York, given names with surnames), the
// correspondence of names in two scripts, of addresses and birthplaces with names,
// relations between parties, e-mail and web addresses, and remarks. Check digits are
// right as often as in the source if one of the last four digits can make them so;
// those of crypto wallets are wrong. A made-up name may be that of a real party: use
// the lists to measure speed and size, never for screening. They say nothing about
// recall. The entities of the source are held in memory.
package synthetic
