// Package enduse is the vocabulary of end-use screening: write down who gets what and
// where it goes as a [Query], and read the answer, a [Verdict].
//
//	q := enduse.Query{Shipment: enduse.Shipment{
//		Parties: []enduse.Party{{Role: enduse.RoleConsignee, Name: "Example Trading"}},
//		Items:   []enduse.Item{{HS: "8542.31", Quantity: enduse.NewAmount("1,000")}},
//	}}
//
// The words fall into three groups. What is asked about: [Query], [Shipment],
// [Party], [Item], [Amount]. What is listed: [Edition], [Entity], [Name], [Identifier],
// [Address], [Designation], [Interest]. What is found: [Evidence], [Hit], [Finding] and
// its [Grounds], [Question], [Gap], [Stamp], [Verdict]. A Party is asked about and an
// Entity is listed; they are different types so that neither is taken for the other.
// What each check of a screening finds is a [Checked].
//
// # Invariants
//
//   - The package holds values and pure functions: no I/O, no clock, no
//     logger, no goroutine, and nothing but the standard library.
//   - A date has the precision that its source gave it. A year is not the
//     first of January.
//   - What a source says and the package does not understand is kept, marked
//     and counted ([Unread]), never dropped.
//   - An [Amount] keeps the text that the user wrote and is never rounded.
//   - [Verdict] can be Clear only if it is complete: see [Verdict.Conclude].
//
// # Limitations
//
// Country codes are ISO 3166-1 alpha-2 with the formerly used codes that
// sanctions lists still need (SU, YU, CS, DD, AN, ZR, BU, TP); sub-national
// territories are kept as text. Hijri dates are kept as text.
package enduse
