// Package compare compares two values, of a party and of a listed entity, and returns how
// far they suggest that both are the same.
//
//	namer := compare.Namer{Weights: weights}
//	a, b := name.Analyse("Usama bin Ladin"), name.Analyse("Osama bin Laden")
//	namer.Compare(&a, &b).Similarity // 0 to 1
//
// How it works. A [Namer] aligns two names token by token so that they agree most in total
// (assign.go): single tokens with single tokens, two or three joined ones with one ("van
// der" and "vander"), an initial with a word, an acronym with the words of an organisation.
// A pairing counts for a match, by its weight and its similarity. A token that only one name
// has is an omission and costs a little; tokens that both names have and that do not pair
// are a contradiction and cost more (similarity.go). Names that differ and share only common
// words pay a penalty (rarity.go). The other comparisons (dates of birth, countries,
// identifiers, addresses) add or take a fixed weight. All weights come from the policy.
//
// # Invariants
//
//   - Every comparison is symmetric: it makes no difference which side is asked about and
//     which is listed. There is one exception: the countries of the party asked about are
//     taken for the issuers of its numbers.
//   - Names that are literally equal, except for case and diacritics, have similarity 1,
//     and no others have.
//   - [Similarity] is 0 for any two tokens that the index would not find from each other,
//     so searching through the index loses nothing.
//   - What is unknown on either side is not evidence.
//
// # Limitations
//
// The similarity of tokens is edit distance with swaps, and an equal sound. The information
// in the shared words is added as if they were independent.
package compare
