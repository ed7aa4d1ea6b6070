// Package triage brings the results of a run into the order in which somebody should
// look at them, and each hit into the form in which somebody can decide it: what was
// asked and what is listed, side by side, and one sentence.
//
//	run := triage.New(wire.Run{Gaps: basis.Gaps}, triage.Limits{})
//	defer run.Close()
//	for r := range results {
//		if err := run.Add(r); err != nil { ... }
//	}
//	for r, err := range run.Ranked() { ... } // what matters most comes first
//
// # How it works
//
// A Run keeps every result, in memory and beyond Limits.Memory in a temporary file, and
// of each one its Key. When the run is at its end, Ranked yields the results by their
// keys and InOrder in the order of the file; both set Rank. Class says what a record asks
// of the reader: Decide, Incomplete, Lead, Nothing or Folded.
//
// Keys compare by what the record asks for, then by whether an identity is fixed, then
// by weight: the probability of a hit times the weight of its measure times whether the
// regime of its list binds the seller. The weights order records; they decide nothing.
//
// Compare puts a party and a hit side by side. Each line says agrees, differs or
// unknown; the strongest difference comes first, and what only the list knows is shown.
// The sentence is built from the same evidence.
//
// # Invariants
//
//   - Every result that was added is yielded, once, by both iterators.
//   - Equal results in equal order have equal ranks.
//   - A record that found something is never folded because it is a total or a test
//     account, and a duplicate only under the record that it repeats.
//
// # Limitations
//
// Nothing is yielded before all results are known: a rank needs them all.
package triage
