// Package un reads the consolidated list of the United Nations Security
// Council in its XML form.
//
// The file is a stream of INDIVIDUAL and ENTITY elements. Each is read into a
// small tree, and the table of its elements in fields.go says what becomes of
// every one: a field of the entity, a thing that is known and holds nothing
// (ignored), or, for an element never seen before, an Unread. The
// reference number, such as "QDi.001", is the entity's id.
//
// What a regime forbids is not in the file: it is in the table of
// regimes.go, with the paragraph of the resolution. Most freeze assets and bar
// individuals from travel; Iraq's only freezes, Guinea-Bissau's only bars from
// travel, Libya's says in the comments which of the two.
//
// # Invariants
//
//   - Memory is bounded: a record of more than [maxRecord] bytes is an error.
//   - A file that ends before its root element does is a fatal error, not a
//     short list.
//   - A record without a reference number, or with one seen before, is a
//     *enduse.RecordError.
//
// # Limitations
//
// First to fourth name are not given and family name; they are joined, and no
// parts are stated. Facts in the comments (gender, numbers, relatives) stay
// there. Vessels that the Council has designated are not in this file.
package un
