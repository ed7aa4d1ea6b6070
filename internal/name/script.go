package name

import "unicode"

// scripts are the scripts that tokens are told apart by, with their codes in
// ISO 15924. Han, the kana and Hangul count as what they are.
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

// ScriptOf returns the ISO 15924 code of the script of most letters of a text,
// "Zyyy" for a text without letters, "Zzzz" for a script not known here.
func ScriptOf(s string) string {
	best, most := "Zyyy", 0
	counts := map[string]int{}
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		code := scriptOfRune(r)
		counts[code]++
		if counts[code] > most {
			best, most = code, counts[code]
		}
	}
	return best
}

func scriptOfRune(r rune) string {
	if r < unicode.MaxLatin1 {
		return "Latn"
	}
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.code
		}
	}
	return "Zzzz"
}
