// Package wire holds what enduse writes and what other programs read: the
// published output contract as Go types. A program that reads the NDJSON of a
// screening decodes each line into a Result:
//
//	var r wire.Result
//	if err := json.Unmarshal(line, &r); err != nil { ... }
//	for _, f := range r.Findings { fmt.Println(r.Row, f.Severity, f.Message) }
//
// The first line of a run is its head, a Run, which has no row: it stamps all results,
// which name the stamp by its digest, and says how the columns of the file were read.
//
// There is one type for each noun: Run and Column, Result (a record and its verdict), Reading (a
// document), Comparison (two names), GoodsAnswer and GoodsTable (control lists),
// ListStatus, Entity and Diff (lists).
//
// # How it works
//
// FromVerdict puts a verdict into the form of the contract, and Result.Verdict
// reads it back. Every printer of package report takes these types, so a saved
// result is printed as it was when it was made (enduse report), but for the heading
// of a table or a page: a stamp names the policy by its digest.
//
// # Invariants
//
//   - A value that is written and read back is the same value, and is written as
//     the same bytes again: TestRoundTrip holds it for random verdicts.
//   - What is written follows the JSON schemas that are published in schemas/.
//   - Fields are added to the contract; none is renamed or removed.
//
// # Limitations
//
// A verdict that was read back has of a listed subject what the contract says of it, in
// one entity: which of its entities says what is not in the contract. It has of an item its
// line, its description and the codes that it was looked up by.
package wire
