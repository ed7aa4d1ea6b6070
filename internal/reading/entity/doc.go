// Package entity recognises what a text names: organisations, countries as actors, goods,
// programmes and listed parties, and the offices and names of people:
//
//	r := entity.Tag(text.Cut("Beijing sold drones to Moscow.", "en"))
//	r.CountryMentions()        // China, Russia
//	lists.Find(r, nil, nil)    // listed parties
//
// Who the people are, and what refers to them, is found by package coref, which uses
// [Offices] and [PersonNames]; [reading.Finder] puts all of it together.
//
// How it works. [Tag] finds all phrases of the lexicon (countries, their capitals,
// adjectives and other words for a side; offices, organisations, treaties, goods, verbs of
// speech) in one pass. Recognisers read the tagged text. Words with capitals are an
// organisation if one of them is a head such as "Ministry" or "Ltd"; Chinese names of
// organisations are found from their ends.
//
// Each listed name is filed under its rarest word, its anchor. Where an anchor occurs in the
// text, the words on both sides are compared with the rest of the name, by hashes of folded
// words; legal forms, particles and a possessive may be missing, and a family name may be
// first or last ([Lists]). What is found is graded by how distinctive its words are, compared
// by the matcher, which gives the score and the evidence, and marked as uncertain if a
// namesake is as probable. People and organisations that are not listed as they are written
// are looked up by the matcher, each once.
//
// Numbers after their label (IMO, INN, passport), and those that are unmistakable without
// one (LEI, wallets), are looked up as identifiers. After the label of a trade paper, and in
// capitals, case says nothing.
//
// # Invariants
//
//   - Text[Start:End] is the surface, whatever the bytes.
//   - A listed party has at least one listing, each with evidence; goods have a lead.
//   - A listed name of several words is found in any case of letters, with a capital at
//     each: surely if it has a legal form, three words or one that is not of everyday
//     English, else as uncertain. A single word is a listed party if it is rare and a legal
//     form, a word for a ship or for a firm is next to it, or if it is listed with a legal
//     form and written just so; a long and rare one without these is uncertain. Common words
//     without facts near them are uncertain; so is a common name of a person.
//   - A legal form alone is nobody listed, and a ministry only that of a state that is named
//     within 25 words.
//   - What is uncertain says why.
//   - A Lists never changes; several goroutines can use it at once.
//
// # Limitations
//
// There is no grammar. Chinese names of organisations begin after a character that does not
// occur in names; two characters alone are nobody listed. The words of a goods lexicon must
// be within two words of each other. Part numbers are not looked for. Of the numbers of one
// text 2,000 different ones are looked up.
//
// [reading.Finder]: https://pkg.go.dev/github.com/enduse/enduse/internal/reading#Finder
package entity
