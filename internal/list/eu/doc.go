// Package eu reads the consolidated list of persons, groups and entities
// subject to EU financial sanctions (Financial Sanctions Files, FSF) in its
// XML 1.1 and its CSV 1.1.
//
// The XML is a stream of sanctionEntity elements, whose facts stand in
// attributes. Each is read into a small tree; the table of its elements in
// fields.go says what becomes of every one, and a table of attributes what is
// known in each. The CSV has the same facts, one part of an entity in a row:
// columns.go names the element and the attribute that a column means, the
// rows of a logical id are put together into the same tree, and the same code
// reads it.
//
// The reference number of the EU, such as "EU.27.28", is the entity's id; one
// without has its logical id, a number. Being listed freezes assets: the list
// has no other measure. Every regulation is a designation, under its programme
// and with its number as the basis. It holds since the earliest day that the
// record names for it: the file has the last amendment, not the first listing.
//
// The list does not say which name comes first. The first strong one in Latin
// letters without a language does here. Names in other scripts are original,
// except Bulgarian and Greek ones, which are mostly translations.
//
// # Sources
//
// No official file was at hand; the importer was built from the address and
// format names of the Commission's Financial Sanctions Files
// (https://webgate.ec.europa.eu/fsd/fsf), from records that public tests
// quote, and from the elements that public readers expect:
// the crawler of the OpenSanctions project
// (https://github.com/opensanctions/opensanctions, zavod/zavod/shed/fsf.py),
// Lexcovery's reader of the schema's attributes, the CSV header of 118 columns
// as a stored procedure of a public repository lists it, and a public profile
// of the CSV of 5 August 2026 (43,851 rows, 6,234 entities).
//
// # Invariants
//
//   - Memory is bounded by the longest record of XML, and by the file of CSV,
//     whose rows may stand in any order.
//   - XML that ends before its root does is a fatal error, and so is CSV that
//     ends inside a row.
//   - An element, an attribute or a column never seen before is kept as unread.
//   - XML and CSV give the same entity, but for what the CSV leaves out.
//
// # Limitations
//
// Tested on typed fixtures only. The CSV does not say which aliases are strong.
// It has one regulation in a row. The CSV 1.0, with other columns, is not read.
// A birth date in another calendar is kept as unread. Travel bans and sectoral
// measures of the EU stand in other lists.
package eu
