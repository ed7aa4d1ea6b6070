// Package bis reads the Denied Persons List of the US Bureau of Industry and
// Security in its own form, dpl.txt: text with tabs between quoted cells.
//
// A row is one name at one address under one denial order, and neither the
// party nor the order has a number. So a row is an entity, and its id is a
// digest of what tells it from all others: name, address and effective date.
// The id does not depend on the order of the rows. A row that is in the
// file twice gives the same id twice, and whoever stores them merges them.
//
// An order is in force from Effective_Date up to Expiration_Date. One that has
// expired stays in the file for a while, and here with its Until:
// [enduse.Designation.InForce] says that it no longer holds.
//
// # Invariants
//
//   - A row is a legal entity, never taken for a person: the list does not say.
//   - A row with fewer or more cells than the header, or with a quote that does
//     not close, is a *enduse.RecordError with its line.
//   - A column that is not known is kept as unread.
//
// # Limitations
//
// Names are given as printed, a person's with the given name first; the list
// does not split them. A change of a party's address gives another id. The
// file carries no date of publication: Last_Update is that of the row. A file
// cut between two rows looks whole; only the floor of the source tells.
package bis
