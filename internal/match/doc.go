// Package match turns candidates into hits: each with a score, the evidence
// that the score is the sum of, and whether the identity is fixed.
//
// How it works. A party is taken apart once ([Prepare]). The index is asked for
// every entity that could reach the lowest score of interest, given the most
// that the party's other facts could add. Each candidate is compared name by
// name, the best pair counts, and then fact by fact. The contributions sum to
// the log odds; the score is [ScoreOf] of it.
//
// # Invariants
//
//   - One path computes the score and its explanation.
//   - A literally equal name, with nothing against it, has score 1.
//   - Hits are ordered by score, then by entity id: the order of the lists makes
//     no difference.
//   - Identity is never fixed by a name alone.
//
// # Limitations
//
// Several names of one party are taken as alternatives; that two of them agree
// adds nothing.
package match
