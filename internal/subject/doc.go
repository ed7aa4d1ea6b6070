// Package subject finds the entities of several lists that are one party, and says of
// each pair why. [Resolve] makes a [Table] of all entities; [Table.Members] returns the
// others that are the same party as one, and [Table.Merges] the reasons.
//
// # How it works
//
// Entities that share something are pairs: the publisher's number, a reference of the
// United Nations, an identifier that has one holder, a name with a birth date, a name
// with a country. The pairs are taken in the order of [Rules], the surest first, and join
// the groups of their two entities unless any two members of the new group contradict
// each other. So A and C are never one because both resemble B. The result does not
// depend on the order of the entities.
//
// A Table is flat arrays, which a program keeps in a file and reads in place.
//
// # Invariants
//
//   - Two entries of one list in one source are never one subject: their publisher lists
//     them as two.
//   - No subject has two different references of the United Nations, or a person and a
//     vessel. A merge by anything but a publisher's own number also needs that birth
//     dates, genders and numbers that one has for life do not differ.
//   - Merges never change an entity: each stays as its list has it.
//   - [Settings] only divide subjects, and join none.
//
// # Limitations
//
// Names are compared as folded words, those of firms with one spelling of each legal form:
// two spellings of one name are not equal here. A list
// without birth dates, countries and identifiers gives nothing to merge by except the
// country of its programme. docs/subjects.md has what was measured.
package subject
