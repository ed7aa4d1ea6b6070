// Package csl reads the US Consolidated Screening List in the CSV and the JSON
// of the International Trade Administration: thirteen lists of the departments
// of Commerce, State and the Treasury in one file.
//
// The file has a header, which is sometimes repeated. A row is one party on
// one legal list, which its source column names: lists.go says which list that
// is and what it forbids. A party that is on two lists has two rows with
// the same id; both are yielded, and whoever stores them makes one entity with
// two designations of them.
//
// Cells with several values have "; " between them. An address is kept as
// written, with the country of its last part. The ids column holds numbers,
// facts and statements under the Treasury's words; numbers and facts become
// fields, statements go to Remarks.
//
// The JSON has an array of results, which are read one at a time. Each is put
// into the cells that the CSV would have, json.go, and read by the same code.
//
// # Sources
//
// The CSV was read on a real, partial file. No official JSON was at hand: its
// members are those of the CSV's columns, by the description of the API
// (https://developer.trade.gov), by records of the downloadable file
// (https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json)
// that public tests quote, and by public readers of it.
//
// # Invariants
//
//   - CSV and JSON give the same entity of the same record.
//   - JSON that ends before its object does is a fatal error; one whose number of
//     results is not what it says gives a *list.Warning.
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
