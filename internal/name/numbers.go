package name

import "strconv"

// numberWords are the English words for numbers and ordinals. Tens and units
// that follow each other are one number ("forty four").
var numberWords = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"ii": 2, "iii": 3, "iv": 4, "vii": 7, "viii": 8, "ix": 9, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xx": 20,
}

// romanFirst are the Roman numerals above; they are numbers only behind another
// word. VI and XI are left out: they are names too.
var romanFirst = map[string]bool{"ii": true, "iii": true, "iv": true, "vii": true, "viii": true, "ix": true, "xii": true, "xiii": true, "xiv": true, "xv": true, "xvi": true, "xx": true}

// numberAt reads a number from the front of the words, written in digits, as a
// word, as an ordinal or in Roman numerals, and says how many words it takes.
func numberAt(words []string, inside bool) (value string, n int) {
	if v, ok := ordinal(words[0]); ok {
		return v, 1
	}
	v, ok := numberWords[words[0]]
	if !ok || romanFirst[words[0]] && !inside {
		return "", 0
	}
	if v >= 20 && v < 100 && len(words) > 1 {
		if unit, ok := numberWords[words[1]]; ok && unit > 0 && unit < 10 && !romanFirst[words[1]] {
			return strconv.Itoa(v + unit), 2
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
