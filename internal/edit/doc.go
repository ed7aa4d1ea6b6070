// Package edit counts the typing errors between two words.
//
//	d, ok := edit.Edits("jonson", "johnson", 2) // 1, true
//
// How it works. [Edits] is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours each count as one, and no letter is edited twice.
// Common beginnings and ends are cut off, three rows of the table are kept, and it stops
// when no cell of a row is within the limit. [Signature] and [Apart] rule most pairs out
// without computing a distance.
//
// # Invariants
//
//   - Edits equals the textbook recursion (a property test).
//   - Apart is never true for two words that are within k edits.
//
// # Limitations
//
// Letters are Unicode code points; a letter with a combining mark counts as two. Fold
// first.
package edit
