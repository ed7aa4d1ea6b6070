// Package edit counts the typing errors between two words.
//
// How it works. [Edits] is the optimal string alignment distance: insertions,
// deletions, substitutions, and swaps of neighbours, each counted as one, no
// letter edited twice. Common beginnings and ends are cut off, three rows of
// the table are kept, and it stops when no cell of a row is within the limit.
// [Signature] and [Apart] tell most pairs apart without computing a distance.
//
// # Invariants
//
//   - Edits equals the textbook recursion (a property test).
//   - Apart never says apart of two words that are within k edits.
//
// # Limitations
//
// Letters are Unicode code points; a letter with a combining mark counts as
// two. Fold first.
package edit
