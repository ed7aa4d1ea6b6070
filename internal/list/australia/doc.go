// Package australia reads the Consolidated List of the Australian Department
// of Foreign Affairs and Trade, the workbook regulation8_consolidated.xlsx.
//
// A row is one name. The number that its Reference begins with names the party:
// 26 has the primary name, 26a, 26b and so on its aliases and its name in its
// own script. Rows of one party repeat the other columns, with differences here
// and there; what differs is put together, and of the instrument that of the
// primary name governs.
//
// Four columns say what is imposed: targeted financial sanction (a freeze of
// assets), travel ban, arms embargo (no arms may be supplied: an export
// measure, said so in the policy) and maritime restriction (ports and waters
// closed to a ship).
//
// # Invariants
//
//   - Every row belongs to exactly one party; a row without a number in front of
//     its Reference is a *enduse.RecordError.
//   - A date is as precise as the cell: a year stays a year.
//   - A type, a kind of name or a column that is not known is kept as unread.
//   - A workbook without the list's columns is an error, never an empty list.
//
// # Limitations
//
// A workbook is packed, so its first bytes do not show its columns: [Format]
// recognises it by the name of the file and leaves the proof to reading. Who
// renames it names the format. Control Date is the day of the last change and
// not of the listing; the latter is taken from the words of Listing
// Information where they give a day. Numbers in the additional information are
// read where they are of digits and named; the rest stays text. The workbook
// does not say when it was published.
package australia
