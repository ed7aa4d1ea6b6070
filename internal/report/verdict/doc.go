// Package verdict writes the results of a screening: a table for a person at a
// terminal, HTML for a browser or for paper, CSV and XLSX for a spreadsheet, SARIF
// for what shows findings in files, JSON and NDJSON for programs.
//
//	out, err := verdict.Formats.New("html", file)
//	err = report.Write(out, verdict.Header{Engine: "0.1.0"}, results...)
//
// # How it works
//
// Every format takes [wire.Result], the published form of a verdict, so results
// that were saved are written like those that were just made.
//
// # Invariants
//
//   - Results come out in the order in which they came in, one for each record,
//     records that could not be read included.
//   - A score is never written without its evidence, except in CSV and XLSX, which
//     have a column for the reason in words.
//
// # Limitations
//
// CSV and XLSX hold one row for each hit, without the alignment of names.
package verdict
