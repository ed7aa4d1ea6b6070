// Package list is what the importers of official lists share: how a format
// describes itself, and how its bytes become records without trust in them.
//
// A publication is a [Source]; a way in which it is published is a [Format],
// a value with functions: Detect says which part a file plays, from its first
// bytes, and Read yields entities. The importers stand in the packages below
// this one, one per publisher, and do not import each other.
//
// Delimited files are read by [Rows], a line at a time, and it is strict: a
// quote out of place is a [enduse.RecordError] with its line, and reading goes
// on with the next line, so that one bad byte costs one record. The lax mode
// of encoding/csv would take such a quote for text and could swallow the
// records after it in silence; its strict mode cannot go on after an error.
//
// XML documents are read by [XML], a record at a time: [XML.Walk] tells the
// elements, [XML.Tree] reads one whole, and what its reader does not know of it
// is kept as unread. [ReadXML] makes a sequence of entities of that.
//
// The US Treasury prints the same words for identifiers and dates in several
// publications: [TreasuryIdentifier] and [ParseTreasuryDate] read them.
//
// # Invariants
//
//   - Memory is bounded whatever the bytes are: a line and a record are at
//     most [MaxRecord] bytes, a record of a document as many as its format says.
//   - A document that ends before its root element does is a fatal error:
//     never a shorter list that looks whole.
//   - A record that cannot be read is an error with file and line, never
//     skipped.
//   - Text that is not UTF-8 is read as Windows-1252, line by line.
//
// # Limitations
//
// Rows reads comma-separated text with double quotes. Tables in other shapes
// are read elsewhere.
package list
