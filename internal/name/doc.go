// Package name takes a name apart, so that two names can be compared part by
// part.
//
// How it works. [Analyse] writes words that mix the alphabets of Europe in one of
// them (a Cyrillic а within a Latin word looks like one of its letters, and is
// taken for it), folds the text (case, width, diacritics, letters that Unicode
// does not decompose), cuts it into tokens at everything that is neither letter
// nor digit, joins dotted abbreviations ("S.A." is one token),
// replaces legal forms by their class ("Aktiengesellschaft" and "AG" are one),
// gives each token a class and a weight, and adds Latin readings to tokens of
// other scripts. The token as written, folded, is always kept beside its
// readings: equality is decided on it. Traditional characters are folded to
// simplified ones. What Chinese, Japanese and Korean firms write without blanks
// is cut at places, trades and legal forms, which are translated.
//
// Words of two scripts are compared by [CrossSimilarity]: a usual reading of the one
// is the other; or a model of how each letter is written in Latin ones, fitted
// to pairs of names, finds the two more probable as one name than as two. See
// translitgen. Only words that share a skeleton, their consonants in nine
// classes, are given to the model: an index looks them up by it.
//
// # Invariants
//
//   - Analyse is a pure function of the text; folding twice changes nothing.
//   - A name that has a letter or a digit has at least one token, and its total
//     weight is above zero.
//   - Script is a property of a token, not of the name.
//   - Work and memory grow with the length of the text and no faster, and pieces
//     of memory are bounded whatever the length: [MaxTokens] words are read, each
//     of them two tokens at most; a word of more than 200 bytes has no readings,
//     any other at most six; one of more than 28 Latin letters, or 32 of another
//     script, is not compared by the model; a form of a word has no more than 48
//     skeletons. Any bytes will do: what is not UTF-8 parts words, and what is
//     not seen (joiners, direction marks, combining marks) is left out.
//
// # Limitations
//
// A legal form of few letters that is a name or initials too (C.A., d.d., Est.)
// is not found beside a word known as a name of persons ("Milan d.d."), and is
// found behind a person's rare surname. The dots of a form are not seen.
//
// Words that are wholly of look-alikes (Cyrillic РАС for Latin PAC) are read as
// what they are. Arabic and Hebrew leave vowels out and have no readings, but
// for a few words: they are compared with Latin, and scripts that have readings,
// by the model alone, and not with each other. Japanese names in Han are read as Chinese ones,
// but for the most common surnames and firms. A whole name in Han or Hangul
// without blanks is compared with up to three Latin words as one.
package name
