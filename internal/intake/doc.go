// Package intake reads the files of a user into shipments to screen: files of business
// partners, of orders, of shipments. Open a file, range over its records, and show the
// notes; see the example.
//
//	sheets, err := intake.OpenAll("orders.xlsx", r, intake.Options{})
//	for record, err := range sheets[0].Reader.Records() {
//
// [OpenAll] reads the file through package table, every sheet of a workbook, and gives
// every column a meaning by its name, however it is cased, spaced, accented and
// shortened; a key of JSON by its path. The names are in columns.tsv, in sixteen languages
// and as the usual systems export them. [Reader.Columns] says after the records what became
// of each column, and warns of one that was not used and looks like a role, a place, a
// number or a contact; [Options] takes a mapping that the user wrote. A
// column may name a detail of the row's party (name, address, birth date, an
// identifier), a party in a role (consignee, end user, vessel), a detail of that party
// (consignee address), or a part of the order (goods, route).
//
// The columns of a row, the keys of JSON and the merging of the lines of an order go by
// the same tables of fields, in fields.go. To add a column: its field in
// enduse.Item or enduse.Shipment and in schemas/shipment.schema.json, an entry in the
// table, and its words in columns.tsv. Tests say what is missing.
//
// Contacts, directors, owners and others whom a row names in addition to its party are
// parties of their own. Words of any other column, of remarks, of rows above the header
// are texts to search (enduse.Shipment.Texts), ports are places on the way. Numbers in
// columns of the user's own numbers, and long ones among words, are searched as those of
// no known register. Whatever has no meaning passes through in [Record.Extra] too, and
// [Reader.Notes] names its column. [Reader.Records] yields one record per row; rows of one
// order become one record with several items, in the place of its first row; of an order
// to several countries, one record for each. JSON may
// also hold the shape of enduse.Shipment itself.
//
// A cell of names may hold an address too, on lines of its own or after commas; it is
// parted from the name, and a line that could be a name stays one. What people write in the
// place of a name is in nonnames.tsv: TO ORDER names nobody and makes the role unknown
// (enduse.Shipment.Unknown), SAME AS CONSIGNEE is resolved, a sum, a heading or a test
// account is screened and marked with [Record.LeftOut].
//
// # Invariants
//
//   - A row that cannot be read is a *enduse.RecordError with its row and
//     field, and the rows after it are still read.
//   - Nothing is guessed. A date whose day and month may be swapped is settled
//     by the other dates of the file, else only its year is kept, with a note.
//   - An amount that can be read with a decimal point and with a decimal comma is
//     settled by the other amounts of the file. If they show neither, a note says how it
//     is read; if they show both, it has no value.
//   - A cell that has a meaning and cannot be read, a country, a date, a name that
//     names nobody, is a gap that names the cell. It never stops the screening of
//     the row.
//   - Nothing is dropped: what is not used is in Extra, in a text to search, or in a
//     note; in JSON, keys of arrays of objects and of numbers of parties are gaps.
//   - The work is linear in the rows, also of one order and of one cell.
//   - Records come in the order of their first rows.
//
// # Limitations
//
// The rows of an order are brought together while no more than 10,000 orders come
// between them; an order that comes back later is a record of its own, with a note. So
// is what follows the first 10,000 lines or 1,000 parties of an order. At most 1,000
// values of a cell are read. The order of day and month and the decimal mark are settled
// by the first 10,000 rows, which are read ahead if a column has either. Dates with dots
// are read as day, month, year. Years of two digits above 30 are of the last century;
// others are not known. A year from 1250 to 1499 without the mark of a calendar is kept,
// and compared as a Persian and as an Islamic one. A shift of columns within a file is
// not noticed unless a row is ragged.
package intake
