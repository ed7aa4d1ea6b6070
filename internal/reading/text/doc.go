// Package text cuts a text into words and tokens, and finds phrases and quotations
// in it:
//
//	t := text.Cut("The U.S. denied it.", "en")
//	t.Words                           // The, U, S, denied, it: for names
//	t.Tokens(0, len(t.Raw), false)    // The, U.S, ., denied, it, .: for syntax
//
// A text is cut into words once; what names somebody is read from words, who said
// what from tokens, which join words and keep the marks. Both use the same classes of
// characters. A word knows how it is written ([Shape]), what lies between it and the
// word before ([Gap]), and whether it begins a sentence. Of Chinese each character is
// a word.
//
// [Phrases] is a trie of phrases by the hashes of their words. [Quotations] pairs
// quotation marks.
//
// # Invariants
//
//   - Raw[Start:End] is the word or the token, whatever the bytes.
//   - Words and tokens are in order and do not overlap.
//   - A Phrases does not change once it is filled; several goroutines can search it.
//
// # Limitations
//
// A sentence begins after a full stop, a mark or an empty line: abbreviations other
// than those known end one. Words of Thai or Khmer, which are written without blanks,
// are not separated.
package text
