package eval

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/enduse/enduse/internal/name"
)

// ofScript makes a change for names of a script.
func ofScript(script string, change func(string) string) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, s string) (string, bool) {
		if !mostly(s, script) {
			return "", false
		}
		out := change(s)
		return out, out != ""
	}
}

const (
	russianKeys = "йцукенгшщзхъфывапролджэячсмитьбю"
	usKeys      = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
)

// inSystem writes Cyrillic in Latin letters by one of cyrillicSystems.
func inSystem(system int) func(*rand.Rand, string) (string, bool) {
	return ofScript("Cyrl", func(s string) string {
		var b strings.Builder
		for _, r := range s {
			spelling, known := cyrillicLetters[unicode.ToLower(r)]
			switch {
			case known:
				b.WriteString(spelling[system])
			case unicode.Is(unicode.Cyrillic, r):
				return ""
			default:
				b.WriteRune(r)
			}
		}
		return b.String()
	})
}

var cyrillicWays = []way{
	{"as_written", "as it is listed", everybody, ofScript("Cyrl", func(s string) string { return s + " " })},
	{"latin_layout", "typed on the Latin layout", everybody, ofScript("Cyrl", mapped(russianKeys, usKeys))},
	{"cyrillic_layout", "a Latin name typed on the Cyrillic layout", everybody, latin(mapped(usKeys, russianKeys))},
	{"bgn", "in Latin letters: BGN", everybody, inSystem(0)},
	{"icao", "in Latin letters: ICAO", everybody, inSystem(1)},
	{"scholarly", "in Latin letters: as scholars do", everybody, inSystem(2)},
	{"german", "in Latin letters: German", everybody, inSystem(3)},
	{"french", "in Latin letters: French", everybody, inSystem(4)},
	{"without_marks", "without ё, й and ъ", everybody, ofScript("Cyrl", func(s string) string {
		return strings.NewReplacer("ё", "е", "й", "и", "ъ", "", "Ё", "Е", "Й", "И", "Ъ", "").Replace(s) + " "
	})},
	{"surname_first", "the last word first", everybody, ofScript("Cyrl", func(s string) string {
		w := wordsOf(s)
		return joined(slices.Concat(w[len(w)-1:], w[:len(w)-1])) + " "
	})},
}

// presentationForms has the isolated form of each Arabic letter.
var presentationForms = func() map[rune]rune {
	m := map[rune]rune{}
	for r := rune(0xFE70); r < 0xFEFD; r++ {
		if letters := []rune(norm.NFKC.String(string(r))); len(letters) == 1 {
			if _, ok := m[letters[0]]; !ok {
				m[letters[0]] = r
			}
		}
	}
	return m
}()

func shaped(s string) string {
	return strings.Map(func(r rune) rune {
		if to, ok := presentationForms[r]; ok {
			return to
		}
		return r
	}, s)
}

// respelt replaces whole words of a Latin name by other ways to write them.
func respelt(pairs map[string][]string) func(*rand.Rand, string) (string, bool) {
	return func(rng *rand.Rand, s string) (string, bool) {
		w := strings.Fields(s)
		changed := false
		for i := range w {
			bare := strings.ToLower(strings.Trim(w[i], ",."))
			if all := pairs[bare]; all != nil {
				w[i], changed = strings.Replace(strings.ToLower(w[i]), bare, pickOne(rng, all), 1), true
			}
		}
		return joined(w), changed
	}
}

var mohammeds = []string{"Mohamed", "Muhammad", "Mohammad", "Muhammed", "Mohamad", "Mohd", "Mehmet", "Mohammed", "Muhamad", "Mahomet"}

var arabicWays = []way{
	{"as_written", "as it is listed", everybody, ofScript("Arab", func(s string) string { return s + " " })},
	{"letters_alike", "letters that are written alike", everybody, ofScript("Arab", func(s string) string {
		return strings.NewReplacer("ي", "ى", "ة", "ه", "أ", "ا", "إ", "ا").Replace(s) + " "
	})},
	{"tatweel", "with tatweel and vowel marks", everybody, ofScript("Arab", between("ـ"))},
	{"forms_reversed", "presentation forms, reversed", everybody, ofScript("Arab", func(s string) string { return turnedRound(shaped(s)) })},
	{"forms", "presentation forms", everybody, ofScript("Arab", shaped)},
	{"no_blanks", "no blanks", everybody, ofScript("Arab", func(s string) string { return strings.ReplaceAll(s, " ", "") })},
	{"article_joined", "al- joined", everybody, func(_ *rand.Rand, s string) (string, bool) {
		out := strings.NewReplacer("AL-", "Al", "Al-", "Al", "al-", "al").Replace(s)
		return out, out != s
	}},
	{"article_el", "al- written el", everybody, func(_ *rand.Rand, s string) (string, bool) {
		out := strings.NewReplacer("AL-", "EL ", "Al-", "El-", "al-", "el-").Replace(s)
		return out, out != s
	}},
	{"son", "bin, ibn, ben", everybody, respelt(map[string][]string{"bin": {"ibn", "ben"}, "ibn": {"bin", "ben"}, "ben": {"bin"}})},
	{"father", "Abu, Abou, Abi", everybody, respelt(map[string][]string{"abu": {"Abou", "Abi", "Aboo"}, "abou": {"Abu"}})},
	{"mohammed", "Mohammed written otherwise", everybody, respelt(map[string][]string{"mohammed": mohammeds, "muhammad": mohammeds, "mohammad": mohammeds, "mohamed": mohammeds, "mohamad": mohammeds})},
}

// wadeGiles writes pinyin syllables as Wade-Giles does.
var wadeGiles = strings.NewReplacer("zhong", "chung", "zhang", "chang", "zhou", "chou", "zhao", "chao", "zhu", "chu", "zhi", "chih", "zh", "ch", "xiang", "hsiang", "xiao", "hsiao", "xin", "hsin", "xu", "hsu", "xi", "hsi",
	"qing", "ch'ing", "qi", "ch'i", "jin", "chin", "jian", "chien", "jiang", "chiang", "ji", "chi", "dong", "tung", "de", "te", "guo", "kuo", "gang", "kang", "bo", "po", "bin", "pin", "rong", "jung", "long", "lung", "hong", "hung", "zi", "tzu", "ze", "tse")

var chineseWays = []way{
	{"as_written", "as it is listed", everybody, ofScript("Hani", func(s string) string { return s + " " })},
	{"spaced", "blanks between characters", everybody, ofScript("Hani", between(" "))},
	{"tone_numbers", "pinyin with tone numbers", everybody, pinyinName(func(w string) string { return w + "1" })},
	{"hyphen", "a given name with a hyphen", everybody, pinyinName(func(w string) string { return w })},
	{"wade_giles", "Wade-Giles", everybody, pinyinName(func(w string) string { return wadeGiles.Replace(w) })},
}

// pinyinName changes each word of a name that is all of pinyin syllables.
func pinyinName(change func(string) string) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, s string) (string, bool) {
		w := wordsOf(strings.ToLower(s))
		if len(w) < 2 || len(w) > 3 {
			return "", false
		}
		for i, word := range w {
			parts := syllablesOf(word)
			if parts == nil {
				return "", false
			}
			for k := range parts {
				parts[k] = change(parts[k])
			}
			w[i] = strings.Join(parts, "-")
			if w[i] == word || strings.HasSuffix(parts[0], "1") {
				w[i] = strings.Join(parts, "")
			}
		}
		return joined(w), true
	}
}

// syllablesOf cuts a word into syllables of pinyin, nil if it cannot be.
func syllablesOf(word string) []string {
	if word == "" {
		return []string{}
	}
	for n := min(len(word), 6); n > 0; n-- {
		if !name.IsPinyin(word[:n]) {
			continue
		}
		if rest := syllablesOf(word[n:]); rest != nil {
			return append([]string{word[:n]}, rest...)
		}
	}
	return nil
}
