// Package opensanctions reads the three bulk forms that OpenSanctions
// publishes its data sets in.
//
//   - entities.ftm.json: an entity of the FollowTheMoney model a line, parties
//     and what ties them alike. The file is read twice: first the edges
//     (Sanction, Ownership, Directorship, Family, Occupancy, Identification,
//     Address and others) are gathered by the party they belong to, then the
//     parties are yielded with them.
//   - targets.nested.json: a target a line, its edges and their other ends
//     nested in its properties. No end that points back is given; it is the one
//     that is missing.
//   - targets.simple.csv: a target a row, several values in a cell parted by
//     semicolons, identifiers without their kinds.
//
// The model is that of followthemoney.tech and the forms those of
// opensanctions.org/docs/bulk. properties.go says what becomes of a property,
// edges.go of an edge. An entity's list is its data set, "os-" and its name,
// if it is in just one, else "opensanctions". A file of one data set is a
// source of that name; a collection is the source "opensanctions".
//
// OpenSanctions is not an authority: a topic says that some list names the
// party, not what is forbidden. So a topic of risk gives a red flag
// (export.control an export licence), a Sanction gives the measures that its
// own words name ("asset freeze", "travel ban") or else a red flag, and a party
// without either gets no designation. That somebody holds an office or is close
// to someone who does is kept in the remarks and is no measure.
//
// # Invariants
//
//   - Memory is bounded by the edges of a file and by [maxLine].
//   - A line that is no entity, or has an id that stood before, is a
//     *enduse.RecordError.
//   - A property that is not known is kept as unread; a kind of record that is
//     not known, and an edge whose party is not in the file, are counted in a
//     *list.Warning.
//
// # Limitations
//
// A collection is known as one by its first entities: one that begins with many
// of a single data set is refused, with a hint. The nested form was tried on
// typed fixtures only. What the CSV calls a data set is its title:
// those known are named as in the other forms, others by their words. Kinds of
// identifiers in the CSV are recognised by their own check digits; the rest are
// "other".
package opensanctions
