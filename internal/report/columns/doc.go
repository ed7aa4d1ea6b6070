// Package columns writes how the columns of a user's files were read: for a person as a
// table with a warning at each that looks as if it mattered and was not used, for
// programs as JSON, NDJSON and CSV.
//
//	out, err := columns.Formats.New("table", w)
//	err = report.Write(out, columns.Header{Records: 12}, records.Columns()...)
package columns
