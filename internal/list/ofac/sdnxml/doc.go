// Package sdnxml reads SDN.XML and CONSOLIDATED.XML, the basic XML of the US
// Treasury's Office of Foreign Assets Control: an sdnList of sdnEntry elements,
// a party each.
//
// The elements are those of OFAC's schema, SDN.XSD. Their namespace changed in
// 2024, from http://tempuri.org/sdnList.xsd to one of the Sanctions List
// Service, and nothing else did; it is not looked at. What an id is called
// (idType) is the label that the CSV's remarks have, and the same table of
// package ofac reads it; so are the programmes, the directives and what is left
// of the remarks.
//
// The two lists have the same form and do not name themselves. Which one a file
// is follows from the programmes of the parties in its first 64 KiB: see
// [ofac.SourceOf].
//
// # Invariants
//
//   - Every element of an entry is in a field or in Unread; an element that is
//     not known is Unread, also when it is empty.
//   - A document that ends before its root element does is a fatal error; one
//     that has not as many entries as its Record_Count says is a warning.
//   - An alias is weak exactly when its category says so.
//   - Statements that no field holds, such as "Secondary sanctions risk", are in
//     Remarks, after the remarks proper.
//
// # Limitations
//
// The format has no dates of listing but those that stand among the ids, and
// of other parties only names, no numbers. Verified on CONSOLIDATED.XML of 28
// March 2025; for SDN.XML, which has vessels and aircraft, on typed fixtures.
package sdnxml
