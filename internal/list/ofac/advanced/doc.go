// Package advanced reads SDN_ADVANCED.XML and CONS_ADVANCED.XML, the lists of
// the US Treasury's Office of Foreign Assets Control in the Advanced Sanctions
// Data Model of the United Nations, by OFAC's schema SDN_ADVANCED.XSD and its
// explanatory notes.
//
// The document is a set of tables that refer to each other by number: reference
// values, locations, documents, parties, relationships, entries. The parties
// stand before what says on which list they are, so the file is read twice. The
// first pass keeps everything but the parties, in short form, keyed by what a
// party has: the number of its identities, of its profiles, of its locations.
// The second streams the parties and joins.
//
// Of a party, the aliases with their parts and scripts become names; features
// and documents are labelled values, read by the table of package ofac that
// reads the CSV's remarks; entries say since when the party is on which
// list, and what its measures are; relationships become interests with the
// numbers of both parties.
//
// # Invariants
//
//   - Every element of a party, a location, a document and an entry is in a
//     field or in Unread; reference values that are not in their table are
//     Unread.
//   - A birth date has the precision that OFAC gave it: the format spells a year
//     as the period from 1 January to 31 December, and it is read as the year.
//   - Memory is bounded: at most [maxSide] records in addition to the parties are held,
//     and one party.
//   - A document that ends before its root element does is a fatal error, before
//     any party is handed on.
//   - A delta file is not a list and is refused.
//
// # Limitations
//
// Of attributes, only those that are used are looked at. Links between entries
// (SanctionsEntryLinks) are not read; no file has any. Verified on
// CONS_ADVANCED.XML of 17 March 2020, which has Latin script only, neither
// vessels nor documents with dates: those are verified on typed fixtures.
package advanced
