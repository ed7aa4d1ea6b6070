package eval

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// edit mistypes one letter of a word: it is replaced, added, dropped or swapped. New
// letters are of the alphabet of the word.
func edit(rng *rand.Rand, word string) string {
	r := []rune(word)
	at := rng.IntN(len(r))
	other := letterLike(rng, r[at])
	switch rng.IntN(4) {
	case 0:
		r[at] = other
	case 1:
		r = slices.Insert(r, at, other)
	case 2:
		r = slices.Delete(r, at, at+1)
	default:
		next := (at + 1) % len(r)
		r[at], r[next] = r[next], r[at]
	}
	return string(r)
}

// letterLike returns another letter of the same alphabet and case.
func letterLike(rng *rand.Rand, r rune) rune {
	first, count := 'a', 26
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		first, count = 'а', 32
	case !unicode.Is(unicode.Latin, r):
		return r
	}
	other := first + rune(rng.IntN(count))
	if unicode.IsUpper(r) {
		return unicode.ToUpper(other)
	}
	return other
}

// longWord reports whether a word has at least four letters, of an alphabet that
// people type letter by letter.
func longWord(word string) bool {
	return utf8.RuneCountInString(word) >= 4 && !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Cyrillic, r)
	})
}

func oneEdit(rng *rand.Rand, text string) (string, bool) {
	w := wordsOf(text)
	at := numbersWhere(w, longWord)
	if len(at) == 0 {
		return "", false
	}
	i := pickOne(rng, at)
	w[i] = edit(rng, w[i])
	return joined(w), true
}

func editEachWord(rng *rand.Rand, text string) (string, bool) {
	w := wordsOf(text)
	at := numbersWhere(w, longWord)
	for _, i := range at {
		w[i] = edit(rng, w[i])
	}
	return joined(w), len(at) > 1
}

func doubleLetter(rng *rand.Rand, text string) (string, bool) {
	r := []rune(text)
	var at []int
	for i, c := range r {
		if unicode.Is(unicode.Latin, c) || unicode.Is(unicode.Cyrillic, c) {
			at = append(at, i)
		}
	}
	if len(at) < 4 {
		return "", false
	}
	i := pickOne(rng, at)
	if i+1 < len(r) && unicode.ToLower(r[i]) == unicode.ToLower(r[i+1]) {
		return string(slices.Delete(r, i, i+1)), true
	}
	return string(slices.Insert(r, i, r[i])), true
}

// accents are the accented forms of a letter.
var accents = map[rune]string{
	'a': "áàâäã", 'c': "ç", 'e': "éèêë", 'g': "ğ", 'i': "íîï", 'n': "ñ", 'o': "óôöõ", 's': "ş", 'u': "úûü", 'z': "ž",
}

func addDiacritics(rng *rand.Rand, text string) (string, bool) {
	w := strings.Fields(text)
	changed := false
	for i, word := range w {
		r := []rune(word)
		at := numbersWhere(r, func(c rune) bool { return accents[unicode.ToLower(c)] != "" })
		if len(at) == 0 {
			continue
		}
		k := pickOne(rng, at)
		accented := pickOne(rng, []rune(accents[unicode.ToLower(r[k])]))
		if unicode.IsUpper(r[k]) {
			accented = unicode.ToUpper(accented)
		}
		r[k], changed = accented, true
		w[i] = string(r)
	}
	return joined(w), changed
}

// dropDiacritics takes the accents off Latin letters; й without its mark would
// be another letter.
func dropDiacritics(_ *rand.Rand, text string) (string, bool) {
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		if bare, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); unicode.Is(unicode.Latin, r) {
			r = bare
		}
		b.WriteRune(r)
	}
	return b.String(), b.String() != norm.NFC.String(text)
}

// respell replaces, at one place of a word, one of two spellings by the other,
// in the case of the place.
func respell(rng *rand.Rand, text string, pairs [][2]string) (string, bool) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // some letters have another length in lower case
		return "", false
	}
	type place struct {
		at, length int
		by         string
	}
	var places []place
	for _, p := range pairs {
		for _, way := range [][2]string{{p[0], p[1]}, {p[1], p[0]}} {
			for from := 0; ; {
				i := strings.Index(lower[from:], way[0])
				if i < 0 {
					break
				}
				places = append(places, place{from + i, len(way[0]), way[1]})
				from += i + len(way[0])
			}
		}
	}
	if len(places) == 0 {
		return "", false
	}
	p := pickOne(rng, places)
	by := p.by
	if old := text[p.at : p.at+p.length]; old == strings.ToUpper(old) {
		by = strings.ToUpper(by)
	}
	return text[:p.at] + by + text[p.at+p.length:], true
}

// sounds are spellings of one sound.
var sounds = [][2]string{{"ph", "f"}, {"c", "k"}, {"y", "i"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"x", "ks"}, {"q", "k"}, {"z", "s"}, {"ck", "k"}}

func respellSound(rng *rand.Rand, text string) (string, bool) { return respell(rng, text, sounds) }

// habits are pairs of spellings that languages use for one sound.
var habits = [][2]string{
	{"kh", "h"},
	{"kh", "ch"},
	{"sh", "ch"},
	{"sh", "sch"},
	{"zh", "j"},
	{"zh", "sch"},
	{"v", "w"},
	{"ya", "ia"},
	{"ya", "ja"},
	{"yu", "iu"},
	{"yu", "ju"},
	{"ts", "tz"},
	{"ts", "z"},
	{"iy", "y"},
	{"ei", "ey"},
	{"dj", "j"},
	{"gh", "g"},
	{"ou", "u"},
	{"al-", "el-"},
	{"abdul", "abdel"},
}

func respellLatin(rng *rand.Rand, text string) (string, bool) { return respell(rng, text, habits) }

// homoglyph pairs: Latin letters and the Cyrillic ones that look the same.
var lookalikes = map[rune]rune{
	'a': 'а', 'c': 'с', 'e': 'е', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у', 'i': 'і', 's': 'ѕ', 'j': 'ј',
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'J': 'Ј', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'S': 'Ѕ', 'T': 'Т', 'X': 'Х',
}

func homoglyphs(rng *rand.Rand, text string) (string, bool) {
	r := []rune(text)
	at := numbersWhere(r, func(c rune) bool { return lookalikes[c] != 0 })
	if len(at) == 0 {
		return "", false
	}
	for n := 1 + rng.IntN(min(len(at), 3)); n > 0; n-- {
		if i := pickOne(rng, at); lookalikes[r[i]] != 0 {
			r[i] = lookalikes[r[i]]
		}
	}
	return string(r), true
}
