package name

import "strings"

// soundOf reduces a Latin word to what its spellings in different languages
// have in common: Usama and Osama, Bashar and Bachar, Yusuf and Yousuf,
// Nuristani and Nooristani are one. Vowels keep three classes (a, e/i, o/u), so
// that Maria and Mario stay two. A word of one syllable only loses doubled
// letters: there a vowel is the name, as in Meng and Ming.
func soundOf(word string) string {
	switch syllables(word) {
	case 0:
		return "" // letters without a vowel sound like anything
	case 1:
		return "1" + undoubled(word)
	}
	s := spellings.Replace(word)
	var b strings.Builder
	var last rune
	for i, r := range s {
		switch r {
		case 'y', 'e', 'j':
			if r != 'j' || i > 0 {
				r = 'i'
			}
		case 'o', 'w':
			if r == 'w' {
				r = 'v'
			} else {
				r = 'u'
			}
		case 'c', 'q':
			r = 'k'
		case 'z':
			r = 's'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// spellings puts the ways in which languages write a sound into one. The
// longest come first.
var spellings = strings.NewReplacer(
	"shch", "sh", "tsch", "tch", "sch", "sh", "chtch", "tch", "tch", "tch", "zh", "j", "dzh", "j", "dj", "j",
	"kh", "h", "gh", "g", "ph", "f", "th", "t", "dh", "d", "ck", "k", "ch", "sh",
	"ou", "u", "oo", "u", "ee", "i", "ie", "i", "ei", "i", "ey", "i", "ay", "ai", "aa", "a", "iy", "i", "ij", "i", "yy", "i",
)

// syllables counts the groups of vowels of a word.
func syllables(word string) (n int) {
	inside := false
	for _, r := range word {
		vowel := strings.ContainsRune("aeiouy", r)
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	return n
}

// undoubled writes each run of a letter as one.
func undoubled(word string) string {
	var b strings.Builder
	var last rune
	for _, r := range word {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
