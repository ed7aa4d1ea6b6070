// Package reading reads a document as an analyst would underline it: who said what
// about whom, which listed parties, goods and countries are named, which corridor
// it is about, and how relevant it is to export control and sanctions.
//
// [Reader.Read] puts together package document (the text of a page), mention (what
// it names) and statement (who said what). [TopicsOf] weighs the phrases of
// data/topics.yaml.
//
// # Invariants
//
//   - Every place is bytes of the text that is returned with it.
//   - A relevance is never given without the phrases that make it: the topics.
//
// # Limitations
//
// Relevance is a sum of phrases, not of meaning: a text that quotes a regulation in
// passing has its words too. See the packages that it puts together.
package reading
