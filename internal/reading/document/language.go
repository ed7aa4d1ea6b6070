package document

import (
	"strings"
	"unicode"
)

// frequent are words that stand in every text of a language and seldom in those of
// the others.
var frequent = map[string]string{
	"en": "the of and to in that is was for on with as by at from has have said not be are this which",
	"es": "de la que el en los las del por con para una su al lo como más pero sus fue este ha según",
	"fr": "de la le les des et en du que dans pour une par sur au avec est pas qui ce son aux cette été",
	"de": "der die und den das von zu mit dem des im ist nicht ein eine auf für sich auch werden",
}

// languageOf recognises a language by script, and Latin ones by their frequent
// words.
func languageOf(blocks []block) string {
	scripts, words := map[string]int{}, map[string]int{}
	of := map[string][]string{}
	for lang, list := range frequent {
		for w := range strings.FieldsSeq(list) {
			of[w] = append(of[w], lang)
		}
	}
	const sample = 20_000
	size := 0
	for _, b := range blocks {
		if b.boilerplate {
			continue
		}
		if size += len(b.text); size > sample {
			break
		}
		for _, r := range b.text {
			switch {
			case unicode.Is(unicode.Han, r):
				scripts["zh"] += 3
			case unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
				scripts[""] += 6
			case unicode.Is(unicode.Cyrillic, r):
				scripts["ru"]++
			case unicode.Is(unicode.Arabic, r):
				scripts["ar"]++
			case unicode.Is(unicode.Latin, r):
				scripts["latin"]++
			}
		}
		for _, w := range strings.FieldsFunc(strings.ToLower(b.text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			for _, lang := range of[w] {
				words[lang] += 12 / len(of[w])
			}
		}
	}
	best := most(scripts)
	if best != "latin" {
		return best
	}
	return most(words)
}

func most(count map[string]int) (best string) {
	n := 0
	for k, c := range count {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}
