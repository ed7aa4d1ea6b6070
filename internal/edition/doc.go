// Package edition stores dated, immutable editions of official lists. [Open] a
// data directory, [Store.Import] files, ask which editions were [Store.InForce] on
// a day, read their [Store.Entities], and [Store.Diff] two of them:
//
//	store := edition.Open(dir, clock, 72*time.Hour)
//	report, err := store.Import(ctx, []string{"downloads/"}, edition.ImportOptions{})
//	editions, err := store.InForce(store.Today())
//
// To search lists, use package snapshot, which also builds their index.
//
// # How it works
//
// The files to import are copied into a staging folder while their digests are
// computed. Their format is recognised by content (package catalog has the
// table), and files of one format become one edition. An edition is compiled
// record by record: records with the same id become one entity, and the entities
// are written in order of their ids next to the raw files. Only when everything
// is on the disk is the folder renamed into place, and the small file CURRENT
// replaced.
//
//	lists/<source>/<digest>/edition.json    the manifest of the edition
//	lists/<source>/<digest>/entities.ndjson the entities, one per line
//	lists/<source>/<digest>/raw/            the imported files, unchanged
//	lists/<source>/BASELINE                 the ids of the last accepted whole edition, hashed
//	CURRENT                                 the editions in force
//
// # Invariants
//
//   - Killing the process at any moment leaves the previous editions in force.
//   - An edition whose bytes are not those that were written is an error, never an
//     empty list.
//   - A record that cannot be read is a fault: it is counted and shown. Above
//     enduse.FaultTolerance the edition has failed and does not replace another.
//   - An edition that lacks more than 2.5 % of the ids of the edition in force, or
//     of the baseline, does not replace it unless the user accepts that. This holds
//     even if the edition in force cannot be read.
//   - The state of an official list is that of its own sources. A table of the
//     user's own counts for it only if it holds as much of it as a whole edition.
//   - The order of the records in a file makes no difference to the entities.
//
// # Limitations
//
// A loss of at most 2.5 % in 60 days is reported and not refused. An edition
// without a date is recognised as older only by its numbers or its place in the
// store. Old editions are kept until somebody deletes their folders.
package edition
