package compare

import (
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
)

// Budget returns how many edits (insertions, deletions, substitutions, swaps of
// neighbours) may separate two tokens of at most n runes that count as one word, misspelt.
// Short words are too close to other words to allow any.
func Budget(n int) int {
	switch {
	case n <= 3:
		return 0
	case n <= 6:
		return 1
	case n <= 11:
		return 2
	}
	return 3
}

// firstSyllable is where the scripts of East Asia begin: kana, Han and Hangul.
const firstSyllable = 0x3040

// editCosts has what edits take from the similarity of a word, by their number, as a share
// of its length: the more there are, the less likely it is that each is a slip.
var editCosts = [...]float64{0, 1.1, 2.5, 4}

// syllableCost is how much more an edit costs in a word that is written in syllables or in
// characters: each of them is worth several letters.
const syllableCost = 1.6

// firstLetterCost is how much more edits cost if the words begin with different letters:
// 1 to 7 % of misspellings are in the first letter, far fewer than in the others (Kukich, "Techniques for Automatically Correcting Words in Text", ACM
// Computing Surveys 24:4, 1992, which reports three counts).
const firstLetterCost = 1.3

// Similarity returns the similarity of two folded tokens: 1 if they are equal, 0 if there
// are more edits between them than Budget allows, otherwise 1 less the cost of the edits as
// a share of the length.
func Similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	longer := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	budget := Budget(longer)
	if budget == 0 {
		return 0
	}
	d, ok := edit.Edits(a, b, budget)
	if !ok {
		return 0
	}
	cost := editCosts[d]
	r, _ := utf8.DecodeRuneInString(a)
	if s, _ := utf8.DecodeRuneInString(b); r != s {
		cost *= firstLetterCost
	}
	if r >= firstSyllable {
		cost *= syllableCost
	}
	return max(0, 1-cost/float64(longer))
}
