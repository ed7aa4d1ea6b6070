// Package goods writes what a question about goods was answered with, and which
// tables of goods are loaded.
//
//	out, err := goods.Answers.New("table", os.Stdout)
//	err = report.Write(out, report.Style{Width: 100}, answers...)
//
// # Invariants
//
// A list is named with its citation: in the table below the answers, elsewhere with
// each listing.
//
// # Limitations
//
// CSV and XLSX name lists without their citations.
package goods
