// Package refdata reads and imports the reference tables that goods are checked
// against: control lists, the concordance of HS vintages, nomenclatures, the lexicon of
// controlled goods and the families of part numbers.
//
//	tables, err := refdata.Load(dir)
//	result := tables.Check(&query)
//
// How it works. Some tables come with the program (folder data: CSV, and packs.yaml,
// which says what each list is). The others are imported: [Import] reads a table of a
// publisher or of the user's own, by its columns, and keeps it as
// DIR/refdata/NAME.json, written under another name and renamed. [Load] reads both and
// makes a [goods.Checker] of them; an imported table takes the place of one that comes
// with the program.
//
// # Invariants
//
//   - A file is used only if its content has the digest that it states.
//   - An import is complete or has no effect: a row that cannot be read ends it, with
//     its line, so that a list is never shorter than its publisher's without notice.
//   - A list that is known and not there is a control list without entries, and a gap.
//   - Of the official concordance, pairs of n:n groups are kept only to say that
//     nothing follows from them.
//
// # Limitations
//
// A list states its codes in HS 2022, longer national codes, or control numbers;
// one in HS 2017 must be brought to HS 2022 first. A range of codes in one cell
// is an error. Imported rows without dates count as always in force. Of two imports
// at once, the last one stays.
package refdata
