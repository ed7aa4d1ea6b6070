// Package seco reads the consolidated list of the sanctions of Switzerland
// (SECO, SESAM) in its XML.
//
// The file has programmes with their sets of sanctions, then targets, then the
// places that targets refer to. A target is an individual, an entity or an
// object, with identities that have names in parts, dates, documents and
// addresses; it names the sets that it is under. Targets are read as they come,
// and yielded when the file has ended, because the places come after them.
//
// A target keeps its history: modifications that list, amend and de-list it,
// with copies of what was added and removed, which are passed over. The latest
// by its date governs (of equal dates the one that comes first, for the file
// has the newest first). A target that was de-listed stays, with the day before
// as the last of its designations. They hold since the listing that began the
// present stay on the list.
//
// A name is put together of its parts in their order, titles aside. The
// spellings of parts in another script make a name in that script, a weak alias
// where only one of several parts has one; in Latin letters each makes an alias
// with the other parts as they stand.
//
// What a set forbids follows from its title, measures.go; the legal basis is the
// ordinance of its programme, under the Embargo Act (EmbA, SR 946.231).
//
// # Sources
//
// No whole official file was at hand; the importer was built from SECO's own
// example of an amendment list (programme PPDM), from targets that public tests
// quote of the list of 27 August 2026, from the elements and attributes that
// Lexcovery's public reader expects, from the crawler of the OpenSanctions
// project (https://github.com/opensanctions/opensanctions,
// datasets/ch/seco_sanctions), and from public notes on the list of September
// 2026 (42 MB, about 8,670 targets, about 1,550 of them de-listed). SECO
// offers it under https://www.sesam.search.admin.ch.
//
// # Invariants
//
//   - Memory is bounded by the targets as they are yielded, the places, and the
//     longest element of a target; its history is never held.
//   - A file that ends before its root does is a fatal error and yields nothing;
//     so is one that says that it is only an amendment.
//   - An element or an attribute never seen before is kept as unread.
//
// # Limitations
//
// Tested on typed fixtures only. Other information is free text: numbers and
// contacts under a known word are taken out of it, all of it stays in Remarks.
// A set whose title says nothing of its measures counts as an asset freeze, and
// is reported. Dates in other calendars are kept as unread.
package seco
