// Package match finds the listed entities that a party may be, and scores them:
//
//	m := match.Matcher{Index: lists, Weights: weights, Threshold: 0.7}
//	for _, hit := range m.Hits(party, 0.5) { ... }
//
// Each hit has a score, the evidence that sums to it, and whether the identity is
// certain. See the example of [Matcher.Hits].
//
// # How it works
//
// The fields of the party are analysed once. The index returns every entity that
// could reach the lowest score of interest, given the most that the party's other
// facts could add. Each candidate is compared name by name; the best pair counts.
// Then it is compared fact by fact. The contributions sum to the log odds, and the
// score is [ScoreOf] of them.
//
// # Invariants
//
//   - One path computes the score and its explanation.
//   - A literally equal name, without contrary evidence, has score 1.
//   - Hits are in order of score, then of entity id: the order of the lists makes
//     no difference.
//   - A name alone never makes an identity certain.
//
// # Limitations
//
// Several names of one party are alternatives: agreement of two of them adds
// nothing.
package match
