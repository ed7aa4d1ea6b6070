package eval

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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

// inSystem makes a change to Latin letters by one of cyrillicSystems.
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

// inOther is inSystem for a system that differs from BGN in some letters. The text
// has letters and their spellings in turn; "." is an empty spelling.
func inOther(differing string) func(*rand.Rand, string) (string, bool) {
	others := map[rune]string{}
	words := strings.Fields(differing)
	for i := 0; i < len(words); i += 2 {
		letter, _ := utf8.DecodeRuneInString(words[i])
		others[letter] = strings.ReplaceAll(words[i+1], ".", "")
	}
	return ofScript("Cyrl", func(s string) string {
		var b strings.Builder
		for _, r := range strings.ToLower(s) {
			spelling, known := others[r]
			if !known && unicode.Is(unicode.Cyrillic, r) {
				letter, russian := cyrillicLetters[r]
				if spelling, known = letter[0], true; !russian {
					return ""
				}
			}
			if !known {
				spelling = string(r)
			}
			b.WriteString(spelling)
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
	{"gost", "in Latin letters: GOST 7.79-2000, system B", everybody, inOther("ж zh х x ц cz ч ch ш sh щ shh ъ `` ы y' ь ` э e` ю yu я ya й j ё yo")},
	{"iso9", "in Latin letters: ISO 9 with its marks", everybody, inOther("ж ž х h ц c ч č ш š щ ŝ ъ ʺ ы y ь ʹ э è ю û я â й j ё ë")},
	{"polish", "in Latin letters: Polish", everybody, inOther("в w ж ż х ch ц c ч cz ш sz щ szcz ъ . ы y ь . э e ю ju я ja й j ё jo")},
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

var (
	articled   = regexp.MustCompile(`(?i)(?:^|\b)al-`)
	fathers    = regexp.MustCompile(`(?i)\bab[uo] ([a-z]{2,})`)
	sunLetters = regexp.MustCompile(`(?i)\bal-(?:sh|s|d|t|n|r|z)`)
)

// without makes a change that drops words.
func without(words ...string) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, s string) (string, bool) {
		w := wordsOf(s)
		rest := slices.DeleteFunc(slices.Clone(w), func(word string) bool { return slices.Contains(words, strings.ToLower(word)) })
		return joined(rest), len(rest) > 1 && len(rest) < len(w)
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
	{"article_sun", "al- written as the tongue says it: as-, ash-, an-, ar-", everybody, func(_ *rand.Rand, s string) (string, bool) {
		out := sunLetters.ReplaceAllStringFunc(s, func(m string) string {
			end := 2
			if strings.EqualFold(m[3:], "sh") {
				end = 3
			}
			return m[:1] + strings.ToLower(m[3:3+end-1]) + "-" + m[3:]
		})
		return out, out != s
	}},
	{"article_none", "al- left out", everybody, func(_ *rand.Rand, s string) (string, bool) {
		out := articled.ReplaceAllString(s, "")
		return out, out != s && len(strings.Fields(out)) > 1
	}},
	{"article_all", "al- before each word", ofPeople, func(_ *rand.Rand, s string) (string, bool) {
		if !articled.MatchString(s) {
			return "", false
		}
		w := wordsOf(s)
		for i := range w {
			if !articled.MatchString(w[i]) && longWord(w[i]) {
				w[i] = "al-" + w[i]
			}
		}
		return joined(w), true
	}},
	{"son_none", "without bin, ibn and ben", everybody, without("bin", "ibn", "ben", "bint")},
	{"father_joined", "Abu joined", everybody, func(_ *rand.Rand, s string) (string, bool) {
		out := fathers.ReplaceAllString(s, "Abu$1")
		return out, out != s
	}},
	{"son", "bin, ibn, ben", everybody, respelt(map[string][]string{"bin": {"ibn", "ben"}, "ibn": {"bin", "ben"}, "ben": {"bin"}})},
	{"father", "Abu, Abou, Abi", everybody, respelt(map[string][]string{"abu": {"Abou", "Abi", "Aboo"}, "abou": {"Abu"}})},
	{"mohammed", "Mohammed written otherwise", everybody, respelt(map[string][]string{"mohammed": mohammeds, "muhammad": mohammeds, "mohammad": mohammeds, "mohamed": mohammeds, "mohamad": mohammeds})},
}
