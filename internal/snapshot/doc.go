// Package snapshot makes the editions of a store searchable. [New] returns the
// [Lists] of a store; [Lists.Snapshot] returns those in force on a day with their
// index, [Lists.Import] imports files and builds the index, and [Lists.Changes]
// returns the entities that changed between two days:
//
//	lists := snapshot.New(store)
//	report, err := lists.Import(ctx, []string{"downloads/"}, edition.ImportOptions{})
//	today, err := lists.Snapshot(ctx, store.Today())
//
// A *Lists is what a screener asks for its lists. The example has a whole program.
//
// # How it works
//
// A snapshot uses the index that is kept on the disk for exactly these editions
// and this program. If it does not exist, it takes the kept index that differs least
// and adds a delta: a segment with the entities that are new or changed, and the
// tombstones of those that are gone. If too much has changed, it builds a new
// index of all entities. [Lists.Refresh] merges a base and its delta into one
// index while the earlier snapshot stays in use.
//
//	index/<state>.<number>.segments         a manifest: the segments of a state, and what is deleted in them
//	index/<state>-<random>.idx              a segment: all entities, or those that changed
//
// # Invariants
//
//   - An edition that is in force and cannot be loaded is a gap in every verdict,
//     never an empty list. For [Lists.Changes] it is an error.
//   - Segments give the same hits as one index of the editions in force.
//   - Index files are never changed. A file that is not the one that was written is
//     refused and built again.
//   - A caller who asks for a snapshot that exists never waits for another one to
//     be made.
//   - Killing the process at any moment loses no edition and no entity.
//
// # Limitations
//
// Whether the entities of an indexed edition are still those that were written is
// checked by the size and time of their file only. An index that a running program
// has replaced stays mapped until the program ends. If two programs build an index
// at the same time, one keeps it on the disk and the other holds it in memory.
package snapshot
