// Package compare sets two values side by side and says, as evidence, how far
// they speak for one and the same party.
//
// How it works. A [Namer] aligns two names token by token so that together they
// agree most (assign.go): single tokens with single tokens, two or three joined
// ones with one ("van der" and "vander"), an initial with a word, an acronym
// with the words of an organisation. What is paired counts for, by its weight
// and its likeness; what only one name has is an omission and counts a little
// against; what both have and does not pair is a contradiction and counts more
// (likeness.go). Where names differ and what they share is common, something is
// taken again (rarity.go). The other comparisons (dates of birth, countries,
// identifiers, addresses) add or take a fixed weight. All weights come from the
// policy.
//
// # Invariants
//
//   - Every comparison is symmetric: who is asked about and who is listed makes
//     no difference to the figure. Only the countries of who is asked about stand in
//     for those of the issuers of its numbers.
//   - A literally equal name, case and diacritics aside, has likeness 1, and no
//     other has.
//   - [Alike] is 0 wherever the index would not find the one token from the
//     other, so that searching through the index loses nothing.
//   - What is unknown on either side is no evidence.
//
// # Limitations
//
// Likeness of tokens is edit distance with swaps, and an equal sound. What the
// shared words tell is added up as if they were independent of each other.
package compare
