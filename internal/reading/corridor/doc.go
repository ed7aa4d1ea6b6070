// Package corridor finds the trade corridors that a text names, from country to country:
//
//	for _, c := range corridor.Find(attribution.Sentences(t, mentions)) {
//		fmt.Println(c.From, "to", c.To) // TR to RU
//	}
//
// Each sentence is read by itself. Prepositions name a corridor ("from Dubai to Moscow")
// if the sentence is about goods. Else the word of supply is looked for: the supplier
// precedes it, the destination follows it. A country whose officials speak of the supply
// is not a supplier.
//
// # Invariants
//
//   - The two countries of a corridor differ, and both are mentions of the sentence.
//   - The same sentences give the same corridors; there is no I/O.
//
// # Limitations
//
// Whether the supply is asserted or denied is not considered. Where a reader would put
// together two sentences, nothing is found. Without a preposition only five destinations
// are recognised.
package corridor
