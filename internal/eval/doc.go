// Package eval measures what a matcher finds, and how many false alerts it raises:
//
//	cases, err := eval.Read("queries.csv", file)
//	suite, err := runner.Run(ctx, cases)
//
// [Generate] makes queries from listed names. The examples run without data.
//
// # How it works
//
// [Read] recognises the kind of a file by its columns: labelled pairs, queries with
// the listed name that is meant, people on no list, aliases to be found after their
// removal, names across scripts. A [Runner] asks the matcher row by row, on all
// cores, through the interface [Matcher] that screening uses too. It sums up shares
// with their [Wilson] intervals, for all rows and by class of manipulation and by
// script; the same at other thresholds; each wrong answer by name; the time of a
// query. Each kind of suite is a type of its own (pairs.go, queries.go and so on).
// [Curve] sets recall on queries against alerts for negatives.
//
// The tests keep the outcome of each row: in testdata/E*.golden under a hash, as
// those rows may not be published, and in testdata/public with the row itself.
//
// # Invariants
//
//   - A rank is 1 + the number of entities that score strictly higher; ties share
//     it. An entity is the one that is meant if one of its names is the name in
//     the file, regardless of word order, case and punctuation.
//   - A row that cannot be measured is counted with its reason. It is never a
//     success or a failure.
//   - The same names, seed and number generate the same queries.
//   - Measures do not depend on the order in which cores finish. Times do, and no
//     golden file contains them.
//
// # Limitations
//
// Recall is measured on the given cases: generated queries show nothing about
// aliases that are unrelated to the listed name. Intervals assume independent rows,
// so they are too narrow where many rows have the same name. Times are those of the
// matcher alone, without reading and reporting. A file of cases is held in memory.
package eval
