package eval

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse/internal/name"
)

// mostly reports whether a name is in a script.
func mostly(text, script string) bool { return name.ScriptOf(text) == script }

// between puts a text between letters.
func between(mark string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		before := ' '
		for _, r := range s {
			if unicode.IsLetter(before) && unicode.IsLetter(r) {
				b.WriteString(mark)
			}
			b.WriteRune(r)
			before = r
		}
		return b.String()
	}
}

// mapped makes a change of letters by a table. Letters that the table has in one
// case only keep their case.
func mapped(from, to string) func(string) string {
	table := map[rune]rune{}
	other := []rune(to)
	for i, r := range []rune(from) {
		table[r] = other[i]
		if u := unicode.ToUpper(r); u != r {
			if _, ok := table[u]; !ok {
				table[u] = other[i]
			}
		}
	}
	return func(s string) string {
		return strings.Map(func(r rune) rune {
			if t, ok := table[r]; ok {
				return t
			}
			return r
		}, s)
	}
}

const abc = "abcdefghijklmnopqrstuvwxyz"

// shifted maps letters to a block of letters that begins at a code point.
func shifted(first rune) func(string) string {
	return func(s string) string {
		return strings.Map(func(r rune) rune {
			if r = unicode.ToLower(r); r >= 'a' && r <= 'z' {
				return first + r - 'a'
			}
			return r
		}, s)
	}
}

func turnedRound(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

var unicodeWays = []way{
	{"zero_width_space", "zero-width spaces between letters", everybody, always(between("\u200b"))},
	{"joiners", "joiners and soft hyphens between letters", everybody, always(between("\u200d\u00ad"))},
	{"variation", "variation selectors between letters", everybody, always(between("\ufe0f"))},
	{"bidi_reversed", "a right-to-left override, and the letters reversed", everybody, latin(func(s string) string { return "\u202e" + turnedRound(s) + "\u202c" })},
	{"bidi_marks", "direction marks", everybody, always(func(s string) string { return "\u200e" + strings.ReplaceAll(s, " ", " \u2066\u2069") + "\u200f" })},
	{"cyrillic_all", "all letters that Cyrillic has alike", everybody, latin(mapped("acehkmopstxyiABCEHKMOPTXY", "асенкморѕтхуіАВСЕНКМОРТХУ"))},
	{"cyrillic_some", "some letters of Cyrillic", everybody, homoglyphs},
	{"greek", "letters of Greek", everybody, latin(mapped("ABEHIKMNOPTXYZovu", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖονυ"))},
	{"marks", "a combining mark on each vowel", everybody, latin(func(s string) string {
		return strings.NewReplacer("a", "a\u0301", "e", "e\u0308", "o", "o\u0302", "A", "A\u0301", "E", "E\u0308", "O", "O\u0302").Replace(s)
	})},
	{"marks_three", "three combining marks on each letter", everybody, latin(func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteRune(r)
			if unicode.IsLetter(r) {
				b.WriteString("\u0301\u0323\u0338")
			}
		}
		return b.String()
	})},
	{"tags", "tags between letters", everybody, latin(between("\U000E0061"))},
	{"double_struck", "mathematical double-struck letters", everybody, latin(shifted('𝕒'))},
	{"full_width", "full-width letters", everybody, latin(shifted('ａ'))},
	{"bold", "mathematical bold letters", everybody, latin(shifted('𝐚'))},
	{"circled", "circled letters", everybody, latin(shifted('ⓐ'))},
	{"small_capitals", "small capitals", everybody, latin(mapped(abc, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ"))},
	{"turned", "letters turned upside down", everybody, latin(func(s string) string {
		return turnedRound(mapped(abc, "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz")(s))
	})},
	{"flags", "regional indicators", everybody, latin(shifted('🇦'))},
}

// worded changes each word of letters.
func worded(change func(string) string) func(string) string {
	return func(s string) string {
		w := wordsOf(s)
		for i := range w {
			w[i] = change(w[i])
		}
		return joined(w)
	}
}

// edits mistypes several letters, each in another word where possible.
func edits(n int) func(*rand.Rand, string) (string, bool) {
	return func(rng *rand.Rand, s string) (string, bool) {
		w := wordsOf(s)
		at := numbersWhere(w, longWord)
		if len(at) == 0 {
			return "", false
		}
		rng.Shuffle(len(at), func(i, j int) { at[i], at[j] = at[j], at[i] })
		for k := range n {
			i := at[k%len(at)]
			w[i] = edit(rng, w[i])
		}
		return joined(w), true
	}
}

// neighbours has the keys next to each key of a US keyboard.
var neighbours = map[rune]string{
	'a': "sq", 'b': "vn", 'c': "xv", 'd': "sf", 'e': "wr", 'f': "dg", 'g': "fh", 'h': "gj", 'i': "uo", 'j': "hk", 'k': "jl", 'l': "k", 'm': "n", 'n': "bm",
	'o': "ip", 'p': "o", 'q': "w", 'r': "et", 's': "ad", 't': "ry", 'u': "yi", 'v': "cb", 'w': "qe", 'x': "zc", 'y': "tu", 'z': "x",
}

func nearKey(rng *rand.Rand, s string) (string, bool) {
	w := wordsOf(s)
	at := numbersWhere(w, longWord)
	for _, i := range at {
		r := []rune(w[i])
		k := rng.IntN(len(r))
		if keys := neighbours[unicode.ToLower(r[k])]; keys != "" {
			r[k] = pickOne(rng, []rune(keys))
		}
		w[i] = string(r)
	}
	return joined(w), len(at) > 0
}

var letterWays = []way{
	{"leet", "digits for all letters that they look like", everybody, latin(mapped("aeiost", "431057"))},
	{"leet_two", "digits for two letters", everybody, latin(func(s string) string {
		return strings.NewReplacer("o", "0", "O", "0", "e", "3", "E", "3").Replace(s)
	})},
	{"spaced", "blanks between letters", everybody, latin(between(" "))},
	{"points", "points between letters", everybody, latin(between("."))},
	{"hyphens", "hyphens between letters", everybody, latin(between("-"))},
	{"cut_words", "a blank in each word", everybody, latin(worded(func(w string) string {
		if len(w) < 4 {
			return w
		}
		return w[:len(w)/2] + " " + w[len(w)/2:]
	}))},
	{"underscores", "underscores for blanks", everybody, always(func(s string) string { return strings.ReplaceAll(s, " ", "_") })},
	{"no_blanks", "no blanks", everybody, joinAll},
	{"no_blanks_small", "no blanks, small letters", everybody, func(rng *rand.Rand, s string) (string, bool) {
		out, ok := joinAll(rng, s)
		return strings.ToLower(out), ok
	}},
	{"words_reversed", "the words from the last to the first", everybody, func(_ *rand.Rand, s string) (string, bool) {
		w := wordsOf(s)
		slices.Reverse(w)
		return joined(w), len(w) > 1
	}},
	{"letters_reversed", "the letters from the last to the first", everybody, latin(turnedRound)},
	{"no_vowels", "without vowels", everybody, latin(func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("aeiouAEIOU", r) {
				return -1
			}
			return r
		}, s)
	})},
	{"doubled", "each letter twice", everybody, latin(func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteRune(r)
			if unicode.IsLetter(r) {
				b.WriteRune(r)
			}
		}
		return b.String()
	})},
	{"first_lost", "the first letter of each word lost", everybody, latin(worded(func(w string) string { return w[min(1, len(w)-1):] }))},
	{"last_lost", "the last letter of each word lost", everybody, latin(worded(func(w string) string { return w[:max(1, len(w)-1)] }))},
	{"edit_1", "one typing error", everybody, edits(1)},
	{"edit_2", "two typing errors", everybody, edits(2)},
	{"edit_3", "three typing errors", everybody, edits(3)},
	{"near_key", "a neighbouring key in each word", everybody, nearKey},
	{"phonetic", "another spelling of a sound", everybody, respellSound},
	{"phonetic_more", "other spellings of several sounds", everybody, func(rng *rand.Rand, s string) (string, bool) {
		once, ok := respellSound(rng, s)
		twice, again := respellSound(rng, once)
		return twice, ok && again
	}},
	{"ocr_1", "one error of a scanner", everybody, func(rng *rand.Rand, s string) (string, bool) {
		return respell(rng, s, [][2]string{{"m", "rn"}, {"l", "1"}, {"o", "0"}, {"s", "5"}, {"b", "8"}, {"d", "cl"}, {"w", "vv"}})
	}},
	{"ocr_all", "all errors of a scanner", everybody, latin(func(s string) string {
		return strings.NewReplacer("m", "rn", "l", "1", "o", "0", "s", "5", "w", "vv", "d", "cl", "I", "l", "O", "0", "S", "5", "B", "8").Replace(s)
	})},
}
