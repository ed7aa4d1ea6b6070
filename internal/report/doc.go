// Package report writes verdicts for people and for programs.
//
// How it works. A [Writer] is told what the screening rests on, then one
// [Result] after the other, then that it ends. Table is for a person at a
// terminal, HTML for a browser or for paper; JSON, NDJSON and CSV are for
// programs and follow the published output contract: fields may be added, none
// is renamed or removed.
//
// # Invariants
//
//   - Results come out in the order in which they went in, one for each record,
//     records that could not be read included.
//   - A score is never written without its evidence, except in CSV, which has a
//     column for the reason in words.
//   - Widths are those of a terminal: wide for Han, none for marks; names of
//     right-to-left scripts are isolated so that they do not turn the line round.
//
// # Limitations
//
// CSV holds one row for each hit, without the alignment of names.
package report
