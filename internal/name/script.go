package name

import "unicode"

// scripts are the scripts that are distinguished, with their ISO 15924 codes. Han, the two
// kana and Hangul are scripts of their own.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"Latn", unicode.Latin},
	{"Cyrl", unicode.Cyrillic},
	{"Arab", unicode.Arabic},
	{"Hani", unicode.Han},
	{"Hebr", unicode.Hebrew},
	{"Grek", unicode.Greek},
	{"Hang", unicode.Hangul},
	{"Kana", unicode.Katakana},
	{"Hira", unicode.Hiragana},
	{"Armn", unicode.Armenian},
	{"Geor", unicode.Georgian},
	{"Thai", unicode.Thai},
	{"Deva", unicode.Devanagari},
	{"Beng", unicode.Bengali},
	{"Taml", unicode.Tamil},
	{"Telu", unicode.Telugu},
	{"Mymr", unicode.Myanmar},
	{"Khmr", unicode.Khmer},
	{"Laoo", unicode.Lao},
	{"Ethi", unicode.Ethiopic},
	{"Sinh", unicode.Sinhala},
	{"Thaa", unicode.Thaana},
	{"Syrc", unicode.Syriac},
	{"Mong", unicode.Mongolian},
	{"Tibt", unicode.Tibetan},
}

// latinTo is the code point at which the letters of other scripts than Latin begin.
const latinTo = 0x0250

// ScriptOf returns the ISO 15924 code of the script that most letters of a text are in:
// "Zyyy" for a text without letters, "Zzzz" for a script that is not known here.
func ScriptOf(s string) string {
	best, most := "Zyyy", 0
	var counts [32]int
	for _, r := range s {
		if runeClassOf(r) != letter {
			continue
		}
		n := scriptNumber(r)
		counts[n]++
		if counts[n] > most {
			best, most = scriptCode(n), counts[n]
		}
	}
	return best
}

// scriptNumber returns the number of the script of a code point in scripts plus one, 0 for a
// script that is not known here.
func scriptNumber(r rune) uint8 {
	if r < unicode.MaxLatin1 {
		return 1
	}
	if r>>16 == 0 {
		return runeTable()[r] & 31
	}
	for i, s := range scripts {
		if unicode.Is(s.table, r) {
			return uint8(i) + 1
		}
	}
	return 0
}

func scriptCode(n uint8) string {
	if n == 0 {
		return "Zzzz"
	}
	return scripts[n-1].code
}

func scriptOfRune(r rune) string { return scriptCode(scriptNumber(r)) }
