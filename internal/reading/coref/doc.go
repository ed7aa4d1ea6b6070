// Package coref finds the people in a text and what refers to them: parts of a name, other
// spellings, roles and pronouns:
//
//	people := coref.People(entity.Tag(t)) // "Ann Example", "Example", "the minister", "she"
//
// A text is read from its beginning as a discourse: who has been named, and who has spoken.
// Words with capitals are a person if an office is next to them, or a verb of speech, or if
// they are usual names of people; Chinese names are found before and after offices. A later
// surname, another spelling, a role or a pronoun refers to a person who has been named; of
// several who fit, to the one who speaks in the nearest sentence. The text is read twice, so
// that a headline knows who is named in full below it. Lines in capitals are read in the
// usual case, too ([PeopleInCapitals]).
//
// [Antecedents] resolves the pronouns of speakers, for package attribution: there a pronoun
// may also refer to a body or a country, and the speaker before counts most.
//
// # Invariants
//
//   - A mention of somebody who is referred to has the full name as Resolved.
//   - If several people fit, the mention is uncertain and says who they are.
//   - The time grows with the text and no faster.
//
// # Limitations
//
// There is no grammar: who acts is decided by words that are next to each other. Names of one
// word are found only next to an office or a verb of speech, or if the text has the name in
// full. Later words refer to the first thousand people of a text only.
package coref
