// Package uk reads the UK Sanctions List of the Foreign, Commonwealth and
// Development Office in its XML, its CSV and its ODS overview. Since 28 January
// 2026 it is the United Kingdom's only list.
//
// The XML is a stream of Designation elements, each read into a small tree;
// the CSV has a row for every name, address and number of a party, which are
// put together by their unique id. Both say the same things, and the table of
// fields.go says what becomes of each, by its path in the XML; columns.go names
// the path that a column means. The ODS overview is a spreadsheet of eight
// columns, a row a party, without aliases: its editions are partial.
//
// The unique id, such as "RUS0001", is the entity's id. A designation has the
// measures that the list imposes, each with the section of the Sanctions and
// Anti-Money Laundering Act 2018 under which regulations may impose it
// (measures.go). A word that is not in that table is kept as unread, and a
// party without a known measure counts as frozen, a ship as barred from
// ports.
//
// # Sources
//
// The overview was read on a real file (11 August 2025). No official XML or CSV
// was at hand; both were built from the publisher's description of the format
// ("UK Sanctions List: change to the list's format",
// https://www.gov.uk/government/publications/uk-sanctions-list-change-in-format),
// from records and the header of 58 columns that public tests quote, from the
// element paths that a public reader found in the file of 6,194 designations,
// and from the crawler of the OpenSanctions project
// (https://github.com/opensanctions/opensanctions, datasets/gb/fcdo_sanctions).
//
// # Invariants
//
//   - Memory is bounded by the longest record of XML, by the file of CSV, and
//     for ODS by 64 MiB packed; repeated rows and columns are not written out.
//   - XML that ends before its root does is a fatal error, and so are CSV that
//     ends inside a row and a spreadsheet that is damaged.
//   - An element or a column never seen before is kept as unread.
//   - XML and CSV give the same entity.
//
// # Limitations
//
// XML and CSV were tested on typed fixtures only. Address lines have no
// meanings; an address is one text. Business registration numbers are free text:
// numbers under a known word are taken out of it, the rest stays one number.
// The country of a passport is guessed from the words that describe it.
package uk
