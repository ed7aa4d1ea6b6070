package eval

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// cyrillicSystems are ways to write Russian in Latin letters, one letter for each:
// BGN/PCGN 1947 without marks, ICAO Doc 9303, ISO 9 without diacritics as
// scholars type it, and the habits of German and of French papers.
var cyrillicSystems = [...]string{"BGN/PCGN", "ICAO", "scholarly", "German", "French"}

// cyrillicLetters has a spelling of each letter in each of cyrillicSystems.
var cyrillicLetters = map[rune][len(cyrillicSystems)]string{
	'а': {"a", "a", "a", "a", "a"}, 'б': {"b", "b", "b", "b", "b"}, 'в': {"v", "v", "v", "w", "v"},
	'г': {"g", "g", "g", "g", "gu"}, 'д': {"d", "d", "d", "d", "d"}, 'е': {"e", "e", "e", "e", "e"},
	'ё': {"yo", "e", "e", "jo", "io"}, 'ж': {"zh", "zh", "z", "sch", "j"}, 'з': {"z", "z", "z", "s", "z"},
	'и': {"i", "i", "i", "i", "i"}, 'й': {"y", "i", "j", "j", "i"}, 'к': {"k", "k", "k", "k", "k"},
	'л': {"l", "l", "l", "l", "l"}, 'м': {"m", "m", "m", "m", "m"}, 'н': {"n", "n", "n", "n", "n"},
	'о': {"o", "o", "o", "o", "o"}, 'п': {"p", "p", "p", "p", "p"}, 'р': {"r", "r", "r", "r", "r"},
	'с': {"s", "s", "s", "s", "s"}, 'т': {"t", "t", "t", "t", "t"}, 'у': {"u", "u", "u", "u", "ou"},
	'ф': {"f", "f", "f", "f", "f"}, 'х': {"kh", "kh", "h", "ch", "kh"}, 'ц': {"ts", "ts", "c", "z", "ts"},
	'ч': {"ch", "ch", "c", "tsch", "tch"}, 'ш': {"sh", "sh", "s", "sch", "ch"}, 'щ': {"shch", "shch", "sc", "schtsch", "chtch"},
	'ъ': {"", "ie", "", "", ""}, 'ы': {"y", "y", "y", "y", "y"}, 'ь': {"", "", "", "", ""},
	'э': {"e", "e", "e", "e", "e"}, 'ю': {"yu", "iu", "ju", "ju", "iou"}, 'я': {"ya", "ia", "ja", "ja", "ia"},
}

// transliterate writes a Cyrillic name in Latin letters by a random system. It does
// not change a name with letters that Russian does not have.
func transliterate(rng *rand.Rand, text string) (string, bool) {
	system := rng.IntN(len(cyrillicSystems))
	var b strings.Builder
	letters := 0
	runes := []rune(text)
	for i, r := range runes {
		spelling, known := cyrillicLetters[unicode.ToLower(r)]
		switch {
		case known:
			letters++
			b.WriteString(inCase(spelling[system], unicode.IsUpper(r), i+1 < len(runes) && unicode.IsLower(runes[i+1])))
		case unicode.Is(unicode.Cyrillic, r):
			return "", false
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), letters > 3
}

// inCase gives the letters that replace one letter its case: all capitals, or only
// the first where a small letter follows.
func inCase(text string, upper, smallNext bool) string {
	switch {
	case !upper || text == "":
		return text
	case smallNext:
		return strings.ToUpper(text[:1]) + text[1:]
	}
	return strings.ToUpper(text)
}
