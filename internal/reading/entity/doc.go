// Package mention finds what a text names: people, organisations, countries as
// actors, goods, programmes and listed parties.
//
// How it works. A text is cut into words (words.go); of Chinese each character is one.
// All phrases of the tables in folder data (countries, their capitals, adjectives
// and other words for a side; offices, organisations, treaties, goods, verbs of
// speech) are found in one pass over a tree of words; a word of a phrase that is
// written with a capital must have one in the text, and a stem matches words with
// up to three letters more. Capitals with a word such as "Ministry" or "Ltd" in
// them are an organisation. Other capitals are a person if an office stands beside
// them, or a verb of speech, or if they are usual names of people; Chinese names
// are found behind and before offices. The text is read twice, so that a headline
// knows who is named in full below it. A later surname, another spelling, a role
// and a pronoun stand for a person who is named; of several who fit, for the one
// who speaks in the nearest sentence.
//
// A listed name is found by its rarest word: for each word of the text those names
// are followed to both sides whose anchor it is, by hashes of folded words; legal
// forms, particles and a possessive may be there or not, and a family name may
// stand first or last. What was found is compared by the matcher, which gives the
// score and the evidence. Names of people and organisations that are not listed as
// they are written are asked of the matcher, each once.
//
// Numbers behind their label (IMO, INN, passport), and those that are unmistakable
// without one (LEI, wallets), are asked of the matcher as identifiers (numbers.go).
// Behind the label of a trade paper, and in capitals, case tells nothing.
//
// # Invariants
//
//   - Text[Start:End] is the surface, whatever the bytes; mentions are in order.
//     Those of one kind do not overlap. A listed party may lie over a person or an
//     organisation, a country or an organisation within an office.
//   - A listed party has at least one listing, each with evidence; goods have a lead.
//   - A listed name of several words is found in any case of letters, with a capital
//     at each: surely if it has a legal form, three words or one that is not of
//     everyday English, else as uncertain. A single word is a listed party if it is
//     rare and a legal form, a word for a ship or for a firm stands beside it, or if
//     it is listed with a legal form and written just so; a long and rare one
//     without these is uncertain. Words that are common are, without facts beside
//     them, uncertain; so is a person's name that is common.
//   - Lines in capitals are read in the usual case too, for the people in them
//     (capitals.go).
//   - A legal form alone is nobody listed, and a ministry only that of a state that is
//     named within 25 words.
//   - What is uncertain says why.
//   - A Finder never changes; it can be used by several goroutines at once.
//
// # Limitations
//
// No grammar: who acts is told from words that stand side by side. Names of one
// word are found only beside an office or a verb of speech, or where the text has
// the name in full. Chinese names of organisations begin where a character stands
// that is not of names; two characters alone are nobody listed. The labels of
// places and of organisations that speak for a country are those of the tables.
// People beyond a thousand in one text are not referred to by later words. The
// words of a goods lexicon must stand within two words of each other. Part numbers are
// not looked for. Of the numbers of one text 2,000 different ones are asked for.
package entity
