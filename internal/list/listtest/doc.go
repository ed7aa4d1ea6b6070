// Package listtest tests importers. [Run] is what an importer's test calls with its
// format and a [Fixture]: it tests a golden file, cuts at every byte, damage, and
// malformed texts, and in a fuzz test it fuzzes:
//
//	func TestFormat(t *testing.T)   { listtest.Run(t, Format(), fixture) }
//	func FuzzFormat(f *testing.F)   { listtest.Run(f, Format(), fixture) }
//
// For a test of its own an importer uses [Collect] and [All], which read
// everything, [JSON] and [Lines], which write entities as the store does, [Set] and
// [Count] for a file in memory, and [ReportsCut].
//
// # Invariants
//
//   - Nothing may follow a fatal error.
//   - Every entity is valid, and every fault has a file and a line.
//   - A file that is cut never looks whole, unless the cut is between two lines.
//   - Golden files hold one entity per line, as the store writes it.
//
// # Limitations
//
// A long file is cut at a sample of its bytes. The package is for tests only and
// knows nothing of any publisher.
package listtest
