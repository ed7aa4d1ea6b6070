// Package compare sets two values side by side and says, as evidence, how far
// they speak for one and the same party.
//
// How it works. Names are aligned token by token: the best pairs first, single
// tokens with single tokens, two joined tokens with one ("van der" and
// "vander"), an initial with a word. What is paired counts for, by its weight
// and its likeness; what only one name has is an omission and counts a little
// against; what both have and does not pair is a contradiction and counts
// more. The other comparisons (dates of birth, countries, identifiers,
// addresses) add or take a fixed weight. All weights come from the policy.
//
// # Invariants
//
//   - Every comparison is symmetric: who is asked about and who is listed makes
//     no difference to the figure.
//   - A literally equal name, case and diacritics aside, has likeness 1, and no
//     other has.
//   - [Alike] is 0 wherever the index would not find the one token from the
//     other, so that searching through the index loses nothing.
//   - What is unknown on either side is no evidence.
//
// # Limitations
//
// Weights are set by hand, not fitted. Likeness of tokens is edit distance
// with swaps; sounds are not compared.
package compare
