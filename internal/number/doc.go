// Package number reads the numbers that registers give to people, firms and ships, as
// people and programs write them.
//
//	r := number.Read(`="9187629"`, number.Hints{Kind: enduse.IDIMO})
//	r.Found[0].Value // 9187629
//
// How it works. A text is first normalised: digits of every script become ASCII,
// invisible characters are dropped, the quoting of spreadsheets is undone (clean.go).
// Then it is read in one of two ways.
//
//   - A cell of a column of numbers ([Hints].Kind is set; cell.go) should hold nothing
//     else. Labels, countries and dates around the number are taken off; thousands
//     separators, decimals and an exponent that loses no digits are undone (figure.go);
//     leading zeros, and 0 and 1 for O and l, are restored if the form and the check
//     digit then fit (repair.go). What does not have the form of its column after that
//     is kept as written, and is a gap.
//   - Any other text (text.go) is searched for numbers before or after the name of their
//     kind (labels.tsv), and for numbers whose form leaves no doubt: LEI, IBAN, unified
//     social credit codes and wallets by their checksums, and the IMO number of a ship.
//
// # Invariants
//
//   - Reading is a pure function of the text and the hints. Work is linear in the text;
//     at most [MaxLength] bytes are read, and the numbers found are bounded.
//   - Digits are repaired only where a check digit, or the length of the kind, confirms
//     it; [Found].How reports the repair.
//   - A cell that holds something is either read or is a gap: it never vanishes.
//
// # Limitations
//
// Digits that a spreadsheet lost cannot be restored. Numbers without a check digit are
// found in free text only with the name of their kind. A typing error that gives another
// valid number is not noticed.
package number
