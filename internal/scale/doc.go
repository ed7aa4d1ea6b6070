// Package scale grows a list of any length from real ones, so that an index can
// be measured on a million parties whose names behave as real names do.
//
// How it works. [Grow] takes each entity of the source as a template in turn, in
// an order of chance, until there are as many as asked for. The shape of a
// template stays: its schema and countries, how many names of which kind and
// script, the particles, titles, initials and legal forms in them, case and
// punctuation, how many identifiers of which kind, dates of which precision,
// addresses. What tells it from others is drawn anew. The words of persons'
// names come from those of the same place in the name (given, middle, family),
// and those of organisations from first words, later words and words of trade,
// each from names of the same list and country where there are enough of them,
// else of the list, else of all, always of the same script, and as often as they
// stand there. A word that stands in several names of an entity is replaced by
// the same word in all, and a variant of it by a variant.
//
// Real lists do not run out of new words. Words follow the two-parameter
// Poisson-Dirichlet process (Pitman and Yor 1997), by which the number of
// distinct words V of n grows as n^d, Heaps' law. Its discount d is estimated as
// n1/(n1+2*n2) from the words that stand once and twice (Ney, Essen and Kneser
// 1994). A word that was drawn and stands c times in the source is, with
// probability d/c, replaced by one of an unlimited series of new words, whose
// r-th is drawn as often as (r+V)^(-1/d). So rare words make room for new ones,
// and frequent words keep their share. The r-th new word is the beginning of one
// real word and the end of another; it follows from the seed and r, so that the
// series needs no memory.
//
// # Invariants
//
//   - Entity i depends on the source, the seed and i alone: the first thousand of
//     a million are those of a thousand.
//   - Every template is taken once before one is taken again, so shares of
//     schemas, kinds, scripts, countries, identifiers and addresses are those of
//     the source, but for the remainder.
//   - Memory grows with the source, not with the number of entities.
//   - Every entity is valid, and says that it is made up: its source, its list and
//     its id are [Source].
//
// # Limitations
//
// Not kept: which words go together (New York, given names with surnames), which
// names are the same in two scripts, which addresses and birthplaces belong to
// which names, ties between parties, e-mail and web addresses, remarks. Check
// digits are made to fit as often as the source's do where one of the last four
// digits can do it; those of crypto wallets are wrong. A made-up name may be that of somebody real:
// the lists are for measuring speed and size, never for screening, and say
// nothing of recall. Source entities are held in memory.
package scale
