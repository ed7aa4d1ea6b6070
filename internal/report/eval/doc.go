// Package eval writes what a measurement found: a table for a person at a terminal,
// one HTML page with the operating curve as a plot and every wrong answer, JSON and
// NDJSON for programs.
//
//	out, err := eval.Formats.New("html", file)
//	err = report.Write(out, eval.Header{}, result)
//
// # Invariants
//
//   - A share is written with its 95 % confidence interval.
//   - The page is one file without a link or a script.
//
// # Limitations
//
// The table shows the first wrong answers of each kind only (Header.Show).
package eval
