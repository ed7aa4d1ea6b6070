// Package listtest holds what the tests of importers share: reading all that an
// importer yields, sets of files in memory, entities as the text of golden files, and the
// question whether a file that was cut is known to be.
//
// An importer's test gives its own Read and its own fixtures; [Collect] and
// [All] read them, [JSON] writes them for testkit.Golden, [Set] and [Count] try
// the format as the store uses it, and [Told] says of a file whether it would be
// refused or make a partial edition.
//
// # Invariants
//
//   - Nothing may follow a fatal error: [Collect] fails the test.
//   - Golden files hold an entity a line, as the store writes it.
//
// # Limitations
//
// It is for tests only, and knows nothing of any publisher.
package listtest
