// Package number reads the numbers that registers give to people, firms and ships,
// as people and programs write them.
//
//	r := number.Read(`="9187629"`, number.Hints{Kind: enduse.IDIMO})
//	r.Found[0].Value // 9187629
//
// How it works. A text is first written plainly: digits of every script as ASCII,
// invisible characters left out, the quoting of spreadsheets undone (clean.go).
// Then it is read in one of two ways.
//
//   - A cell of a column of numbers ([Hints].Kind is set; cell.go) should hold
//     nothing else. Names of kinds, countries and dates around the number are taken
//     off; thousands separators, decimals and an exponent that loses nothing are
//     undone (figure.go); leading zeros, and O and l for 0 and 1, are restored where
//     the form and the check digit then fit (repair.go). What has not the form of
//     its column after that is kept as written, and is a gap.
//   - Any other text (text.go) is searched for numbers behind, or in front of, the
//     name of their kind (labels.go), and for those whose form leaves no doubt: LEI,
//     IBAN, unified social credit codes and wallets by their checksums, and of a ship
//     an IMO number.
//
// # Invariants
//
//   - Reading is a pure function of the text and the hints. Work is linear in the
//     text, of which [MaxLength] bytes are read; the numbers found are bounded.
//   - A repair of digits is made only where a check digit, or the length of the kind,
//     confirms it, and is told in [Found].How.
//   - A cell that holds something is either read or told: it never vanishes.
//
// # Limitations
//
// Digits that a spreadsheet lost are not reckoned back. Numbers without a check digit
// are found in free text only with the name of their kind. A number that is another
// valid one by a slip is not noticed.
package number
