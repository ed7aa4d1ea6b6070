package name

import (
	_ "embed" // the table
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/wordlist"
)

// translationTable has the words of other scripts that lists translate and do not
// transliterate: what firms do, what they are, and where. The columns are:
//
//   - language: zh for words in Chinese characters, ja for those that only Japanese
//     has. Traditional characters are folded to simplified ones.
//   - word: in its own script.
//   - latin: the Latin word for it, in each of its spellings, the usual one first.
//
//go:embed translations.tsv
var translationTable string

// translation has the words that are translated.
type translation struct {
	latin map[string][]string // the Latin words for each, in all their spellings
	begin map[rune]bool       // what they begin with
}

var translations = sync.OnceValue(func() *translation {
	t := &translation{latin: map[string][]string{}, begin: map[rune]bool{}}
	for column := range wordlist.Rows(translationTable) {
		words := foldedWords(column[2])
		if long, ok := lexicon().abbreviations[words[0]]; ok && len(words) == 1 {
			words[0] = long
		}
		word := foldedWord(column[1])
		first, _ := utf8.DecodeRuneInString(word)
		t.latin[word], t.begin[first] = slices.Clip(words), true
	}
	return t
})

// translate returns the Latin words for a word that is translated, none for any other word.
// The caller must not change them.
func translate(word string) []string {
	words := translations().latin[word]
	if words == nil {
		return nil
	}
	first, _ := utf8.DecodeRuneInString(word)
	if _, servant := lexicon().classes[words[0]]; servant || hanReadingOf(first) == (hanReading{}) {
		return words
	}
	for _, r := range hanRomanisationsOf(word) { // a name can also be a Chinese one
		words = appendRomanisation(words, r)
	}
	return words
}
