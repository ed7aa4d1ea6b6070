// Package goods says whether goods are controlled: codes, control numbers, part numbers
// and words against control lists, as of a day.
//
//	checker := goods.New(tables)
//	result := checker.Check(&query)
//	answers, err := checker.Lookup("8542.31", day, 10)
//
// How it works. [ParseHS] and [ParseControlNumber] read codes as people write them. A
// code of HS 2017 is brought to HS 2022 by a [Concordance]. A [ControlList] has dated
// entries and, as data, whom it binds, which destinations it is about and how severe a
// finding is. [Checker.Check] looks up what each item of a query states, and makes
// candidates of what it does not state: a [Lexicon] of controlled goods in four
// languages and [Families] of electronic part numbers. [Checker.Lookup] answers one
// code, part number or text, also from a [Nomenclature].
//
// # Invariants
//
//   - A list that applies and holds nothing is a gap, never a clean answer.
//   - What words or part numbers lead to is "a lead, never a classification", and
//     gives at most Review. So does an entry that was not verified.
//   - A pair of an n:n group of the official concordance is never taken for a
//     conversion; a code that only such pairs name is ambiguous and gives a gap.
//   - A rule is data with dates and a citation; no list is in the code.
//   - No I/O, no clock: the day is the query's.
//
// # Limitations
//
// Six digits of the Harmonized System are wider than any control: a match on a
// list of goods is a reason to ask. A code that HS 2017 and HS 2022 both have is
// taken as it is, although its scope may have changed. Entries of munitions lists
// are not checked, and say so. Words are compared by their beginnings, without
// grammar; a description of more than 8 KiB is read to there.
package goods
