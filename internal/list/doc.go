// Package list is the kit of the importers of official lists. An importer
// describes its files with [Single] (or [Format]), makes each party with an
// [EntityBuilder], and passes it to a [Sink]:
//
//	b := list.NewEntity("un-sc", "XXe.001")
//	b.AddName("EXAMPLE COMPANY", enduse.NamePrimary, nil)
//	b.AddAddress(enduse.Address{City: "Tehran"}, "Iran")
//	err := sink.Entity(b.Build(), line)
//
// # How it works
//
// A publication is a [Source]; one of its forms is a [Format], a value with
// functions: Detect recognises a file by its first bytes, and Read yields entities.
// The importers are in the packages below this one, one per publisher, and do not
// import each other; package catalog has the table of their formats, and package
// listtest tests them.
//
// Delimited files are read by [Rows], one line at a time, strictly: a quote out of
// place is a [enduse.RecordError] with its line, and reading goes on with the next
// line, so that one bad byte costs one record. The lax mode of encoding/csv would
// take such a quote for text and could swallow the following records silently; its
// strict mode cannot go on after an error. [Table] reads records that go over
// several rows.
//
// XML documents are read by [XML], one record at a time: [XML.Walk] visits the
// elements, [XML.Tree] reads one whole. [XMLRecords] is all that a document needs
// in which every element below the root is a record.
//
// The US Treasury uses the same words for identifiers and dates in several
// publications: [TreasuryIdentifier] and [ParseTreasuryDate] read them.
//
// # Invariants
//
//   - Memory is bounded whatever the bytes are: a line and a record have at most
//     [MaxRecord] bytes, a record of a document as many as its format says.
//   - A document that ends before its root element is a fatal error, never a
//     shorter list that looks whole.
//   - A record that cannot be read is a fault with file and line. It is never
//     skipped.
//   - Text that is not UTF-8 is read as Windows-1252, line by line.
//
// # Limitations
//
// Rows reads comma-separated text with double quotes. Tables in other shapes are
// read by package table.
package list
