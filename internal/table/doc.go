// Package table reads rows from whatever a table comes in: CSV with any usual
// delimiter, XLSX, JSON, NDJSON, each perhaps inside gzip. Open it, range over its rows,
// and get cells by the name of their column; see the example.
//
//	t, err := table.Open("partners.csv", r, table.Options{})
//	for row, err := range t.Rows() {
//
// [Open] looks at the content, never at the name. A file is first unpacked and brought
// to UTF-8: a byte-order mark decides, else the first bytes outside ASCII decide between
// UTF-8, windows-1251, koi8-r, gb18030, windows-1252 and windows-1254 by how often
// letters are where they would be in text. Then the first characters distinguish JSON
// from delimited text, and the delimiter is the one that cuts the most lines into equally
// many cells. Lines that are one quoted cell each, a label and a value, or columns lined
// up by blanks are rows too. Each kind of content is a source of records, and a [Table]
// makes rows of them. The header is the first row that the caller's predicate
// recognises; title rows and blank rows above it are skipped. [Table.Rows] streams: only
// XLSX and a JSON object around an array are held whole. What was assumed is in
// [Table.Notes].
//
// # Invariants
//
//   - A row that cannot be read is a *enduse.RecordError with its line, and the
//     rows after it are still read: a quote that never closes costs one line.
//   - A row that spans lines says so, and so does one with a cell that holds the
//     delimiters of whole rows: [Row.EndLine], [Row.Warning].
//   - A row with more cells than the header, or fewer, is such an error: one
//     unquoted delimiter would shift a country into a name.
//   - Whole lines that hold the delimiter of their neighbours are not one column:
//     half of them make a table without a header, one has a [Row.Warning].
//   - Text that looks decoded by a wrong encoding is named in [Row.Garbled].
//   - The work is linear in the input: what a failed record took is read again
//     once.
//   - Memory is bounded: a field has at most 1 MiB, a row 16,384 cells, a line
//     16 MiB, an XLSX file 256 MiB packed and 512 MiB unpacked,
//     at most 512 sheets and parts packed at most 200 times, a JSON object
//     around an array 256 MiB.
//   - A file that is not a table is an *enduse.Error of code invalid whose hint says how
//     to make one of it.
//
// # Limitations
//
// A table is one sheet of an XLSX workbook, by default the first with content;
// [Table.Sheet] opens the others. Formulas are read by their stored values, and a sheet
// whose XML breaks off is refused. A header in the midst of the rows is known by the
// caller's predicate alone. Only tables of fewer than 50 rows are turned. Shift-JIS, Big5
// and EUC-KR are not recognised; name the encoding or save as UTF-8. UTF-16 needs a byte-order mark or mostly
// Latin text.
package table
