// Package refdata holds the reference tables that goods are checked against:
// control lists, the concordance of HS vintages, nomenclatures, the lexicon of
// controlled goods and the families of part numbers.
//
// Some come with the program (folder data: CSV, and packs.yaml that says what
// each list is). The others are imported: [Import] reads a table of a publisher
// or of the user's own, by its columns, and keeps it as DIR/refdata/NAME.json,
// written under another name and renamed. [Load] reads both and makes a
// [goods.Checker] of them; what was imported takes the place of what came along.
//
// # Invariants
//
//   - A file is used only if its content has the digest that it states.
//   - An import is whole or is none: a row that cannot be read ends it, with its
//     line, so that a list is never shorter than its publisher's unseen.
//   - A list that is known and not there is a pack without entries, and a gap.
//   - Of the official concordance, pairs of n:n groups are kept only to say that
//     nothing follows from them.
//
// # Limitations
//
// A list states its codes in HS 2022, longer national codes, or control numbers;
// one in HS 2017 must be brought to HS 2022 first. A range of codes in one cell
// is an error. Imported rows without dates count as always in force. Two imports
// at once: the last one stays.
package refdata
