// Package statement finds who is reported to have said what, to whom: attributed
// statements, and the events that they tell of.
//
// [Ontologies.Find] cuts a text into sentences, within quotation marks none, and
// looks in each for verbs of speech outside quotations. The speaker is the
// subject: the actor nearest before the verb that no preposition governs, or
// behind it where a quotation or nothing stands before; a verb without one takes
// that of the verb before. In a language without blanks the speaker is what a
// clause begins with (unspaced.go). What is said is the quotation or the clause before
// the verb, if it ends there, else what follows, up to the next verb with its own
// subject. Words of the verb and of what is said give class, modality and events.
//
// Without a verb of speech, words are attributed by a transcript's labels
// (transcript.go), by a colon behind somebody, and by a sentence about somebody
// before a quotation that stands alone (verbless.go).
//
// What a language reports speech with is data, a file each in the folder
// ontology: verbs with their classes, regular ones by patterns, and words by what
// they do.
//
// A notice in the passive ("the following deletions have been made to the list") is a
// statement of who keeps the list, if a listed party stands in it or right behind it.
//
// # Invariants
//
//   - Text[Start:End] of a statement are bytes of the text as it was given.
//   - A statement has a speaker that the text names, or a pronoun for one; a pronoun
//     that nobody fits is the speaker itself, and uncertain.
//   - A statement without a verb of speech has an empty Verb.
//   - "Did not rule out sanctions" is possible, never asserted; what is denied is
//     negated.
//   - No I/O, no clock; the same text and mentions give the same statements.
//
// # Limitations
//
// There is no grammar: clauses are told apart by marks and words. A statement
// whose verb is a noun ("the warning of the minister") is not found. Who is
// spoken to is found where he stands beside the verb. Languages other than those
// of the folder have no statements.
package statement
