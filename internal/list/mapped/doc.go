// Package mapped reads any table as a list, through a small YAML file that says
// which column is what.
//
// A [Mapping] names the source, the columns by which its table is recognised,
// and for each part of an entity the columns it comes from: names with their
// kinds, identifiers, dates with their layouts, and the designation with its
// list, programme and measures. Each part is a constant, a column, or a column
// looked up in a table of values. There is no code in a mapping, so a list can
// be added or mended without a new program. [Parse] reads a mapping strictly:
// an unknown key is an error with its line. [Mapping.Format] makes of it a
// format like every other. [Shipped] are the mappings that come along.
//
// # Invariants
//
//   - An id follows from the content of its row, never from its place: a table
//     in another order gives the same entities.
//   - A column that the mapping does not name is counted as unread once, a
//     value that its table does not know each time, and a party is never made a
//     person for want of a known type.
//   - Two rows that are alike in everything are one entity; two that share an
//     id and differ are an error.
//
// # Limitations
//
// A mapping describes one table: an edition may have several files of the same
// columns, but no joins. A workbook or an object around an array is recognised
// by content only if it fits into the first 64 KiB; otherwise name the format.
// Dates of calendars other than the Gregorian stay unread.
package mapped
