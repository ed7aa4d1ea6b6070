// Package index finds the listed names that a name could be: all of them, and
// few others.
//
// How it works. Every word of every listed name is a term, in its own script
// and in its Latin reading, and so are two neighbouring words put together. A
// lookup finds the terms within the edit budget of a word: terms are kept by
// length, most fall to their letter signature, the rest are compared. Each
// term found adds to the names that hold it the most that this pairing could
// add to their likeness; names whose sum cannot reach the floor are dropped,
// the others are candidates. Identifiers are found by their normal form,
// address-only entries by comparing them all, for they are few.
//
// # Invariants
//
//   - Whatever could reach the floor is returned: indexed search finds what
//     brute force over all names finds. There is no top N.
//   - An index never changes once it is built; it can be used by several
//     goroutines at once.
//   - The order of the entities that it was built from does not matter.
//
// # Limitations
//
// The index is built in memory at each start, and a lookup scans the terms of
// its length. Both cost time in proportion to the lists.
package index
