// Package index finds all listed names that a name could match, and few others.
// [Build] makes an index of entities, [Index.Candidates] returns those that may
// match a [Query], and [Set] searches several indexes as one; the example shows a
// search.
//
// # How it works
//
// Every word of every listed name is a term, in its own script and in its Latin
// romanisation, and so are neighbouring words put together. A lookup finds the
// terms within the edit budget of a word by their pieces (partitions.go). Words of
// other scripts are found by the skeletons that they share (cross.go), sounds and
// nicknames by their keys. Each term that is found adds the most that this pairing
// could contribute to the similarity of the names that contain it; names whose sum
// cannot reach the floor are pruned, the others are candidates. Identifiers are
// found by their normal form. Entries that are only an address are few and are all
// compared.
//
// All of this is in arrays without pointers, made by [Build] in memory, written to
// a file by [Index.Write] and mapped from there by [Open], which reads only what a
// query touches. Names are analysed and entities decoded when they are first
// needed, and kept (lazy.go). docs/index.md describes the format of the file.
//
// # Invariants
//
//   - Every name that could reach the floor is returned: the index finds what
//     brute force over all names finds. There is no top N.
//   - An index never changes once it is built; it can be used by several
//     goroutines at once.
//   - The order of the entities that it was built from does not matter.
//   - A file gives the hits of the index in memory that it was written from.
//   - Several indexes searched as one ([Set]) give the hits of one index of the
//     entities that are not deleted, because no score depends on what else is
//     listed.
//
// # Limitations
//
// Changes are a further index next to the old one, and each is looked up for every
// word. A file can be read only by the program that made it, because its content
// follows from how names are analysed; package snapshot takes care of that.
package index
