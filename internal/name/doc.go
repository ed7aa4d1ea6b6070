// Package name takes a name apart, so that two names can be compared part by
// part.
//
// How it works. [Analyse] folds the text (case, width, diacritics, letters that
// Unicode does not decompose), cuts it into tokens at everything that is
// neither letter nor digit, joins dotted abbreviations ("S.A." is one token),
// replaces legal forms by their class ("Aktiengesellschaft" and "AG" are one),
// gives each token a class and a weight, and adds a Latin reading to tokens of
// other scripts. The token as written, folded, is always kept beside its
// reading: equality is decided on it.
//
// # Invariants
//
//   - Analyse is a pure function of the text; folding twice changes nothing.
//   - A name that has a letter or a digit has at least one token, and its total
//     weight is above zero.
//   - Script is a property of a token, not of the name.
//
// # Limitations
//
// Latin readings exist for Cyrillic, Greek, Armenian and Georgian, one reading
// a token; tokens of other scripts are compared with their own script only.
// A run of Han, Kana or Hangul without spaces is one token. Nicknames are not
// known.
package name
