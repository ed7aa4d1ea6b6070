// Package index finds the listed names that a name could be: all of them, and
// few others.
//
// How it works. Every word of every listed name is a term, in its own script
// and in its Latin reading, and so are neighbouring words put together. A
// lookup finds the terms within the edit budget of a word by their pieces (see
// pieces.go); words of other scripts are found by the skeletons that they share
// (cross.go), sounds and nicknames by their keys. Each term found adds to the
// names that hold it the most that this pairing could add to their likeness;
// names whose sum cannot reach the floor are dropped, the others are
// candidates. Identifiers are found by their normal form, address-only entries
// by comparing them all, for they are few.
//
// All of this lies in flat arrays, made by [Build] in memory, written to a file
// by [Index.Write] and mapped from there by [Open], which reads nothing but what
// a query touches. Names are taken apart and entities decoded when they are
// first needed, and kept (lazy.go). docs/index.md has the format of the file.
//
// # Invariants
//
//   - Whatever could reach the floor is returned: indexed search finds what
//     brute force over all names finds. There is no top N.
//   - An index never changes once it is built; it can be used by several
//     goroutines at once.
//   - The order of the entities that it was built from does not matter.
//   - A file gives the hits of the index in memory that it was written from.
//   - Several indexes searched as one ([Set]) give the hits of one index of what
//     is not hidden in them, for no score depends on what else is listed.
//
// # Limitations
//
// What changed is an index beside the old one, and each is looked up for every
// word. A file is read by the very program that made it, for what stands in it
// follows from how names are taken apart; package edition sees to that.
package index
