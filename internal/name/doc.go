// Package name analyses a name, so that two names can be compared part by part.
//
//	n := name.Analyse("ООО Пример Trading Intl., S.A.")
//	for _, t := range n.Tokens {
//		fmt.Println(t.Text, t.Latin, t.Weight) // llc llc 0.15, пример primer 1, ...
//	}
//
// How it works. [Analyse] folds the text (case, width, diacritics, letters that Unicode does
// not decompose, traditional Chinese characters) and cuts it into tokens at everything that
// is neither a letter nor a digit. A word that mixes the alphabets of Europe is first written
// in one of them, because a Cyrillic а within a Latin word is confusable with its letters.
// Dotted abbreviations are joined ("S.A." is one token), and legal forms are replaced by
// their class ("Aktiengesellschaft" and "AG" are one). Each token has a class and a weight,
// and tokens in other scripts have romanisations. The token as written, folded, is kept as
// well: it decides equality. What Chinese, Japanese and Korean firms write without blanks is
// cut at places, trades and legal forms, which are translated.
//
// [CrossSimilarity] compares words in two scripts. They are the same if one is a usual
// romanisation of the other, or if a model of how each letter is written in Latin ones, which
// was fitted to pairs of names, finds them more probable as one name than as two; see
// translitgen. Only words that have a skeleton in common, their consonants in nine classes,
// are given to the model. An index finds them by it.
//
// The words of languages are tables: nicknames.tsv, words.tsv, abbreviations.tsv,
// tradewords.tsv, translations.tsv, legal.tsv, numbers.tsv, surnames.tsv, places.tsv. To add
// a word, add it to its table, as it is spelt; TestWordTables checks that it can be found.
//
// # Invariants
//
//   - Analyse is a pure function of the text; folding twice changes nothing.
//   - A name that has a letter or a digit has at least one token, and its total weight is
//     above zero.
//   - A script is a property of a token, not of the name.
//   - Work and memory grow with the length of the text and no faster, and the number of
//     allocations is bounded whatever the length. [MaxTokens] words are read, each as at most
//     two tokens. A word of more than 200 bytes has no romanisations, any other at most six.
//     The model does not compare words of more than 28 Latin letters or 32 letters of another
//     script; a form of a word has at most 48 skeletons. Any bytes will do: what is not UTF-8
//     separates words, and what is invisible (joiners, direction marks, combining marks) is
//     left out.
//
// # Limitations
//
// A legal form of few letters that is also a name or initials (C.A., d.d., Est.) is not found
// next to a word known as a name of persons ("Milan d.d."), and is found after a rare
// surname. The dots of a form are not seen.
//
// Words that consist entirely of confusable letters (Cyrillic РАС for Latin PAC) are read as
// they are written. Arabic and Hebrew leave out vowels and have no romanisations, except for
// a few words: only the model compares them, with Latin and with scripts that have
// romanisations, and they are not compared with each other. Japanese names in Han are read
// as Chinese ones, except for the most common surnames and firms. A whole name in Han or
// Hangul without blanks is compared with up to three Latin words as one.
package name
