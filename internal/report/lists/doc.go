// Package lists writes what is known of lists: the editions in force (Statuses),
// entities (Entities), and what changed between two editions (Diffs).
//
//	out, err := lists.Statuses.New("json", os.Stdout)
//	err = report.Write(out, lists.Header{}, statuses...)
//
// # Invariants
//
// Text of a publisher is shown as it is, but for what would act in a terminal or a
// spreadsheet.
//
// # Limitations
//
// CSV and XLSX of entities hold a row for each name, not all facts.
package lists
