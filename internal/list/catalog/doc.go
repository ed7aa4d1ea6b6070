// Package catalog is the table of the formats that the program recognises.
// [Formats] returns it:
//
//	for _, f := range catalog.Formats() {
//		fmt.Println(f.Source.ID, f.ID)
//	}
//
// To add a list as a table, add a mapping file to internal/list/mapped/mappings;
// it is found by itself. To add a list by code, add its folder to internal/list
// and one line to [Formats].
//
// # Invariants
//
//   - The first table of docs/lists.md is generated from the formats.
//   - No two formats have the same id.
//
// # Limitations
//
// The order matters where one file could be taken for two formats: the first
// that recognises it wins.
package catalog
