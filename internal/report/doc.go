// Package report is what all printers have in common: a [Stream] of values in one
// format, the table of [Formats] of a noun, and the ways to set text for a terminal
// ([Style], [Grid], [Wrap]), a spreadsheet ([CSV], [Rows]) and a program ([JSON],
// [NDJSON]). There is one package below it for each noun that is printed: verdict,
// reading, comparison, goods, lists, eval.
//
//	out, err := verdict.Formats.New("html", file) // an error names the formats that there are
//	err = report.Write(out, header, results...)
//
// # How it works
//
// A printer gets what is known before the first value, then the values one after the
// other, then the end; it keeps none of them unless its format cannot be
// written without. A new format of a noun is one function and one line in its table;
// commands and their help take the names from there.
//
// # Invariants
//
//   - JSON is always one array, of one value too; NDJSON is a line for each value.
//   - Nothing foreign acts: no cell is a formula, no text moves a terminal's cursor or
//     turns the line round, no name is mark-up.
//   - Widths are those of a terminal: two cells for Han, none for marks; names of
//     right-to-left scripts are isolated.
//
// # Limitations
//
// A sheet of a workbook has at most 1,048,576 rows and a cell 32,767 characters: more
// rows are an error that names CSV, longer cells are cut with an ellipsis.
package report
