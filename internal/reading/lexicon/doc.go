// Package lexicon holds the words of each language that documents are read with: one
// folder per language, and the folder "any" for what is not of one language.
//
//	lexicon.AllPhrases()                    // names, offices, goods, ...
//	lexicon.NewWordSet("legal_form")        // of all languages: inc, gmbh, ...
//	lexicon.Read[Speech]("speech.yaml")     // one value per language that has the file
//
// To add a language, add a folder; no Go code names the languages. README.md in this
// folder says what each file is for and how its words are written. A language may
// have some of the files only.
//
// # Invariants
//
//   - Every word of a set is folded as the code looks it up, and is there once.
//   - A phrase is once in a file for its table.
//   - A file that cannot be read is a defect of the program: the functions panic, and
//     the tests read every file.
//
// # Limitations
//
// What recognises a number or a date by a pattern is not here: the labels of numbers
// (entity/numbers.go), of codes of goods (entity/goods_codes.go) and of rules
// (entity/programme.go) and the forms of dates (document/date.go) are regular
// expressions for all languages. The names of countries are those of CLDR.
package lexicon
