// Package comparison writes the comparison of two names: for a person their parts
// next to each other, for programs the contract.
//
//	out, err := comparison.Formats.New("table", os.Stdout)
//	err = report.Write(out, comparison.Header{}, &compared)
//
// # Invariants
//
// The score is written with the evidence that it is the sum of, except in CSV, which
// has the figures alone.
//
// # Limitations
//
// Pairs of a file are written as CSV only, with all columns of the file.
package comparison
