// Package reading reads a document as an analyst would underline it: who said what about
// whom, which listed parties, goods and countries are named, which corridor it is about, and
// how relevant it is to export control and sanctions:
//
//	r := &reading.Reader{Finder: reading.NewFinder(entity.NewLists(index, matcher))}
//	all, err := r.Read(ctx, "page.html", file)
//
// [Reader.Read] puts the packages below it together:
//
//	document     a page, a mail, a PDF, a feed → clean text, boilerplate separated
//	text         words, tokens, quotations, phrases
//	entity       organisations, countries, goods, programmes, listed parties
//	coref        people, and what refers to them
//	attribution  who said what
//	corridor     from country to country
//	topic        how relevant a text is, with the phrases that say so
//	lexicon      the words of each language, one folder per language
//
// A text is cut into words once, and into sentences once. [Finder] finds what it names.
//
// # Invariants
//
//   - Every place is bytes of the text that is returned with it.
//   - Mentions are in order. Those of one kind do not overlap. A listed party may overlap a
//     person or an organisation; a country or an organisation may be within an office.
//   - A relevance is never given without the phrases that make it: the topics.
//   - A Reader never changes; several goroutines can use it at once.
//
// # Limitations
//
// Relevance is a sum of phrases, not of meaning. See the packages that it puts together.
package reading
