// Package attribution finds who is reported to have said what, to whom: attributed
// statements, and the events that they are about:
//
//	sentences := attribution.Sentences(t, mentions)
//	for _, s := range attribution.Find(t, sentences, mentions) {
//		fmt.Println(s.Speaker.Resolved, s.Class, s.Text, s.Events)
//	}
//
// A text is read in passes, each with a type of its own:
//
//	tokens      → roles and verbs of the lexicon   (tagged)
//	sentences   → quotations and mentions          (Sentence)
//	verbs       → outside quotations               (verb)
//	speakers    → the subject of each verb         (attributed)
//	contents    → what each verb reports           (content)
//	statements  → modality and events              (Statement)
//
// The speaker is the verb's subject: the nearest preceding actor that is not the object of a
// preposition. After a quotation the subject may follow the verb. A verb without a subject
// inherits the previous verb's. In a language without blanks the speaker is what a clause
// begins with (subject_unspaced.go). What is said is the quotation or the clause before the
// verb, if it ends there, else what follows it, up to the next verb with its own subject.
// Words of the verb and of what is said give class, modality and events.
//
// Without a verb of speech, words are attributed by the labels of a transcript
// (transcript.go), by a colon after somebody, and by a sentence about somebody before a
// quotation that is alone.
//
// What a language reports speech with is data: speech.yaml of its folder in the lexicon has
// verbs with their classes, regular ones by patterns, and words by what they do ([Role]).
//
// A notice in the passive ("the following deletions have been made to the list") is a
// statement of the keeper of the list, if a listed party is named in it or right after it.
//
// # Invariants
//
//   - Text[Start:End] of a statement are bytes of the text as it was given.
//   - A statement has a speaker that the text names, or a pronoun for one; a pronoun that fits
//     nobody is the speaker itself, and uncertain.
//   - A statement without a verb of speech has an empty Verb.
//   - "Did not rule out sanctions" is possible, never asserted; what is denied is negated.
//   - No I/O, no clock; the same text and mentions give the same statements.
//
// # Limitations
//
// There is no grammar: clauses are separated by marks and words. A statement whose verb is a
// noun ("the warning of the minister") is not found. An addressee is found next to the verb
// only. Languages without a speech.yaml have no statements.
package attribution
