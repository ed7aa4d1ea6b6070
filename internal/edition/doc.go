// Package edition keeps dated, immutable editions of official lists and hands
// out snapshots of those in force.
//
// How it works. Files to import are copied into a staging folder while their
// digests are taken, told apart by content ([formats] is the table), and
// grouped into editions. An edition is read record by record; records with the
// same id are one entity; the entities are written, in order of their ids,
// beside the raw files. Only when all of it is on the disk is the folder
// renamed into place and the small file CURRENT replaced. A snapshot loads the
// editions that CURRENT names, by an index that was kept of just these editions; or
// it makes one: a segment of what has changed since the index nearest to them, or
// one of all entities. [Snapshots.Refresh] makes the segments one while the
// snapshot before serves.
//
//	lists/<source>/<digest>/edition.json    what is known of the edition
//	lists/<source>/<digest>/entities.ndjson the entities, one a line
//	lists/<source>/<digest>/raw/            the files as they came
//	lists/<source>/BASELINE                 the ids of the last accepted whole edition, hashed
//	CURRENT                                 the editions in force
//	index/<state>.<number>.segments         names the segments of a state, and what of them is hidden
//	index/<state>-<random>.idx              a segment: of all entities, or of those that changed
//
// # Invariants
//
//   - Killing the process at any moment leaves the previous editions serving.
//   - An edition that is in force and cannot be loaded, or is not the bytes that
//     were written, is a gap in every verdict, never an empty list.
//   - A record that cannot be read is counted and shown. Above
//     enduse.FaultTolerance the edition is failed and does not replace another.
//   - An edition in which more than 2.5 % of the ids of the one in force are gone, or
//     of the baseline, does not replace it unless the user says so; an edition in
//     force that cannot be read is no exception.
//   - The state of an official list is that of its own sources; a table of the user's
//     own stands for one only if it holds as much of it as a whole edition.
//   - Segments give the hits of one index of the editions in force. Files of the
//     index are never changed; one that is not the one that was written is refused
//     and made again.
//   - Who asks for a snapshot that is there never waits for one that is made.
//   - The order of the records in a file makes no difference to the entities.
//
// # Limitations
//
// A loss of at most 2.5 % in 60 days is said and not refused. An edition without a
// date is told to be older by its numbers or its place in the store only. Old
// editions are kept until somebody deletes their folders. Whether the
// entities of an edition that is indexed are still those that were written is told
// by size and time of their file. An index that a running program has replaced
// stays mapped until it ends. Of two programs that make an index at the same time
// one keeps it, and the other has it in memory.
package edition
