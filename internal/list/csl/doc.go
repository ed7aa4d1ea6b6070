// Package csl reads the US Consolidated Screening List in the CSV form of the
// International Trade Administration: thirteen lists of the departments of
// Commerce, State and the Treasury in one file.
//
// The file has a header, which sometimes stands twice. A row is one party on
// one legal list, which its source column names: lists.go says which list that
// is and what it forbids. A party that stands on two lists has two rows with
// the same id; both are yielded, and whoever stores them makes one entity with
// two designations of them.
//
// Cells with several values have "; " between them. An address is kept as
// written, with the country of its last part. The ids column holds numbers,
// facts and statements under the Treasury's words; numbers and facts become
// fields, statements go to Remarks.
//
// # Invariants
//
//   - A row without a type is a legal entity, never taken for a person.
//   - A designation keeps its dates: a denial order that has ended stays, with
//     Until.
//   - An Entity List entry without a name, "Address 01", is an address.
//   - A row whose source is not in the table is kept under the list "us-csl",
//     marked unread.
//   - A file that ends inside a row gives that row as far as it goes, if it
//     holds at least source and name, and a *list.Warning.
//
// # Limitations
//
// Commerce and State do not say whether a party is a person. The file carries
// no date of publication. Dates of the Treasury's lists are not in it.
package csl
