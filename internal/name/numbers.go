package name

import (
	_ "embed" // the table
	"strconv"
	"sync"

	"github.com/enduse/enduse/internal/wordlist"
)

// numberTable has the words for numbers: the language ("roman" for Roman numerals),
// the value, and its words, cardinal and ordinal. Tens and units that follow each
// other are one number ("forty four"). The Roman numerals VI and XI are left out: they
// are names too.
//
//go:embed numbers.tsv
var numberTable string

// numberWord is the value of a word for a number. Roman numerals are numbers only
// after another word.
type numberWord struct {
	value int
	roman bool
}

var numberWords = sync.OnceValue(func() map[string]numberWord {
	m := map[string]numberWord{}
	for column := range wordlist.Rows(numberTable) {
		value, _ := strconv.Atoi(column[1])
		for _, w := range foldedWords(column[2]) {
			m[w] = numberWord{value, column[0] == "roman"}
		}
	}
	return m
})

// numberAt reads a number from the front of the words: digits, a word, an ordinal or a Roman
// numeral. It returns how many words the number takes.
func numberAt(words []string, inside bool) (value string, n int) {
	if v, ok := ordinal(words[0]); ok {
		return v, 1
	}
	known := numberWords()
	w, ok := known[words[0]]
	if !ok || w.roman && !inside {
		return "", 0
	}
	v := w.value
	if v >= 20 && v < 100 && len(words) > 1 {
		if unit := known[words[1]]; unit.value > 0 && unit.value < 10 && !unit.roman {
			return strconv.Itoa(v + unit.value), 2
		}
		if unit, err := strconv.Atoi(words[1]); err == nil && unit > 0 && unit < 10 && len(words[1]) == 1 {
			return strconv.Itoa(v + unit), 2
		}
	}
	return strconv.Itoa(v), 1
}

// ordinal reads 1st, 2nd, 3rd, 4th.
func ordinal(word string) (string, bool) {
	if len(word) < 3 {
		return "", false
	}
	digits, suffix := word[:len(word)-2], word[len(word)-2:]
	switch suffix {
	case "st", "nd", "rd", "th":
		return digits, isDigits(digits)
	}
	return "", false
}
