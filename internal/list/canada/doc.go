// Package canada reads the Consolidated Canadian Autonomous Sanctions List,
// the file sema-lmes.xml of Global Affairs Canada: those listed in regulations
// under the Special Economic Measures Act and the Justice for Victims of
// Corrupt Foreign Officials Act.
//
// A record is a person, an entity or a ship, at an item of a schedule of a
// regulation. Country, Schedule and Item together are unique and make the id;
// regimes.go says which regulation a Country means, and what its schedules
// mean. Almost all are lists of those with whom no Canadian may deal, which is
// a freeze of assets. Three schedules of the Russia regulations are not: ships
// (1.1) that may not dock or be served, and debtors (2 and 3) to whom no new
// debt may be given.
//
// The list has no syntax for several aliases: it puts semicolons, commas,
// slashes, "or", or the name of a language between them. aliases.go says what
// is taken for a separator; where a cut would leave scraps, the text stays
// whole.
//
// # Invariants
//
//   - Memory is bounded: a record of more than [maxRecord] bytes is an error.
//   - A file that ends before its root element does is a fatal error, not a
//     short list.
//   - A record with an item that stood before is a *enduse.RecordError.
//   - An element, a regime or a schedule that is not known is kept as unread;
//     such a party counts as frozen.
//
// # Limitations
//
// The Country is that of the regulation, not of the party (Russia's holds
// companies of many states), so it gives the programme and no country. The
// file does not say that listed persons may not enter Canada, nor when it was
// made. An item that the publisher renumbers gets another id.
package canada
