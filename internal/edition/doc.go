// Package edition keeps dated, immutable editions of official lists and hands
// out snapshots of those in force.
//
// How it works. Files to import are copied into a staging folder while their
// digests are taken, told apart by content ([formats] is the table), and
// grouped into editions. An edition is read record by record; records with the
// same id are one entity; the entities are written, in order of their ids,
// beside the raw files. Only when all of it is on the disk is the folder
// renamed into place and the small file CURRENT replaced. A snapshot loads the
// editions that CURRENT names, checks their digests, and builds an index.
//
//	lists/<source>/<digest>/edition.json    what is known of the edition
//	lists/<source>/<digest>/entities.ndjson the entities, one a line
//	lists/<source>/<digest>/raw/            the files as they came
//	CURRENT                                 the editions in force
//
// # Invariants
//
//   - Killing the process at any moment leaves the previous editions serving.
//   - An edition that is in force and cannot be loaded, or is not the bytes that
//     were written, is a gap in every verdict, never an empty list.
//   - A record that cannot be read is counted and shown. Above
//     enduse.FaultTolerance the edition is failed and does not replace another.
//   - The order of the records in a file makes no difference to the entities.
//
// # Limitations
//
// Entities are decoded and indexed at each start. Old editions are kept until
// somebody deletes their folders.
package edition
