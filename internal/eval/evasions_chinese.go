package eval

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/enduse/enduse/internal/name"
)

// wadeGiles writes pinyin syllables as Wade-Giles does.
var wadeGiles = strings.NewReplacer("zhong", "chung", "zhang", "chang", "zhou", "chou", "zhao", "chao", "zhu", "chu", "zhi", "chih", "zh", "ch", "xiang", "hsiang", "xiao", "hsiao", "xin", "hsin", "xie", "hsieh", "xue", "hsueh", "xu", "hsu", "xi", "hsi",
	"qing", "ch'ing", "qi", "ch'i", "jin", "chin", "jiang", "chiang", "jian", "chien", "jie", "chieh", "ji", "chi", "dong", "tung", "de", "te", "guo", "kuo", "gang", "kang", "bo", "po", "bin", "pin", "rong", "jung", "long", "lung", "hong", "hung", "zi", "tzu", "ze", "tse")

var chineseWays = []way{
	{"as_written", "as it is listed", everybody, ofScript("Hani", func(s string) string { return s + " " })},
	{"spaced", "blanks between characters", everybody, ofScript("Hani", between(" "))},
	{"tone_numbers", "pinyin with tone numbers", everybody, pinyinName(func(w string) string { return w + "1" })},
	{"tone_marks", "pinyin with tone marks", everybody, pinyinName(toneMark)},
	{"hyphen", "a given name with a hyphen", everybody, pinyinName(func(w string) string { return w })},
	{"given_spaced", "each syllable a word", ofPeople, chinesePerson(func(family string, given []string) string { return family + " " + joined(given) })},
	{"given_joined", "the given name in one word", ofPeople, chinesePerson(func(family string, given []string) string { return family + " " + strings.Join(given, "") })},
	{"given_first", "the given name first", ofPeople, chinesePerson(func(family string, given []string) string {
		return capital(strings.Join(given, "")) + " " + capital(family)
	})},
	{"given_hyphen", "the given name with a hyphen", ofPeople, chinesePerson(func(family string, given []string) string {
		return capital(family) + " " + capital(strings.Join(given, "-"))
	})},
	{"camel", "the words joined, with capitals", ofPeople, chinesePerson(func(family string, given []string) string { return capital(family) + capital(strings.Join(given, "")) })},
	{"joined", "the words joined, small letters", ofPeople, chinesePerson(func(family string, given []string) string { return family + strings.Join(given, "") })},
	{"initials", "the given name as initials", ofPeople, chinesePerson(func(family string, given []string) string {
		return capital(family) + " " + initialsOf(given)
	})},
	{"english_given", "an English given name in front", ofPeople, func(rng *rand.Rand, s string) (string, bool) {
		return chinesePerson(func(family string, given []string) string {
			return pickOne(rng, []string{"David", "Tony", "Jenny", "Kevin", "Amy"}) + " " + capital(family) + " " + capital(strings.Join(given, ""))
		})(rng, s)
	}},
	{"traditional", "simplified characters written as traditional ones", everybody, hanOther(traditionalOf)},
	{"simplified", "traditional characters written as simplified ones", everybody, hanOther(simplifiedOf)},
	{"form_none", "without the legal form", everybody, ofScript("Hani", func(s string) string {
		for _, form := range []string{"股份有限公司", "有限责任公司", "有限公司", "公司", "會社", "会社"} {
			if rest, ok := strings.CutSuffix(s, form); ok && len([]rune(rest)) > 3 {
				return rest
			}
		}
		return ""
	})},
	{"wade_giles", "Wade-Giles", everybody, pinyinName(func(w string) string { return wadeGiles.Replace(w) })},
}

// surnames are the most common ones of China.
var surnames = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan fan jin shi liao jia xia fu fang zou xiong bai meng qin qiu hou jiang yin yan xue lei long duan hao kong shao mao chang wan gu lai kang qian dai mo`) {
		m[w] = true
	}
	return m
}()

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// chinesePerson makes a change from the family name and the syllables of the given
// name, both in pinyin.
func chinesePerson(write func(family string, given []string) string) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, s string) (string, bool) {
		w := wordsOf(strings.ToLower(s))
		if len(w) != 2 || !surnames[w[0]] || surnames[w[1]] {
			return "", false
		}
		given := syllablesOf(strings.ReplaceAll(w[1], "-", ""))
		if len(given) != 2 {
			return "", false
		}
		out := write(w[0], given)
		return out, out != strings.ToLower(s)
	}
}

// toneMark puts a mark on the first vowel of a syllable.
func toneMark(syllable string) string {
	at := strings.IndexAny(syllable, "aeiou")
	if at < 0 {
		return syllable
	}
	return norm.NFC.String(syllable[:at+1] + "\u0301" + syllable[at+1:])
}

func simplifiedOf(r rune) rune {
	to, _ := utf8.DecodeRuneInString(name.Fold(string(r)))
	return to
}

// traditionalOf returns a character whose simplified form is the given one, or that
// character itself.
func traditionalOf(r rune) rune {
	if to, ok := traditionals()[r]; ok {
		return to
	}
	return r
}

var traditionals = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{}
	for r := rune(0x4E00); r < 0x9FA6; r++ {
		if to := simplifiedOf(r); to != r && m[to] == 0 {
			m[to] = r
		}
	}
	return m
})

// hanOther changes each character of a name by a map of characters.
func hanOther(to func(rune) rune) func(*rand.Rand, string) (string, bool) {
	return ofScript("Hani", func(s string) string { return strings.Map(to, s) })
}

// pinyinName changes each word of a name that consists of pinyin syllables.
func pinyinName(change func(string) string) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, s string) (string, bool) {
		w := wordsOf(strings.ToLower(s))
		if len(w) < 2 || len(w) > 3 || !slices.ContainsFunc(w, func(word string) bool { return surnames[word] }) {
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

// syllablesOf cuts a word into syllables of pinyin; nil if that is impossible.
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
