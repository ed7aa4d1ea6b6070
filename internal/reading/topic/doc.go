// Package topic weighs how relevant a text is to export control and sanctions, with
// the phrases that say so:
//
//	topics, relevance := topic.Find("The firm was added to the entity list.")
//
// The phrases are in topics.yaml of each language of the lexicon. A strong phrase is
// seldom used about anything else, a weak one often; phrases of other subjects that
// use the same words count against. Each phrase counts once. The relevance is a
// logistic function of the sum.
//
// # Invariants
//
//   - A relevance is never given without the phrases that make it: the topics.
//   - The same text gives the same topics; there is no I/O.
//
// # Limitations
//
// It is a sum of phrases, not of meaning: a text that quotes a regulation in passing
// has its words too.
package topic
