// Package eval measures what a matcher finds and what it alerts on in vain.
//
// How it works. [Read] takes a file of cases and recognises by its columns what
// it holds: labelled pairs, queries with the listed name that is meant, people
// on no list, aliases to be found without them, names across scripts. A
// [Runner] asks the matcher row by row, on all cores, through the interface
// [Matcher] that screening uses too, and sums up: shares with their [Wilson]
// intervals, for the whole and by class of manipulation and by script; what
// other thresholds would give; each wrong answer by name; the time of a query.
// [Curve] sets recall on queries against alerts for clean people. [Generate]
// makes queries from names by the table of [Manipulations]. [Table], [HTML] and
// the JSON of [Result] report.
//
// A golden file keeps the outcome of each row under a hash of the row, so that
// it may be kept where the rows may not: see [Changes].
//
// # Invariants
//
//   - A rank is 1 + the number of entities that score strictly higher; ties share
//     it. An entity is the one that is meant if one of its names is the name in
//     the file, the order of words, case and punctuation aside.
//   - A row that cannot be measured is counted with its reason, never dropped in
//     silence and never counted as a success or a failure.
//   - The same names, seed and number generate the same queries.
//   - What is measured does not depend on the order in which cores finish; times
//     do, and are in no golden file.
//
// # Limitations
//
// Recall is that on the cases given: generated queries say nothing about aliases
// that are other names altogether. Rows are taken as independent, so intervals
// are too narrow where one name stands in many rows. Times are of the matcher
// alone, without reading and reporting. A file of cases is held in memory.
package eval
