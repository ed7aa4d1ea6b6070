package document

import (
	"strings"
	"unicode"
)

// languageOf recognises a language by script, and those in Latin script by their frequent
// words.
func languageOf(blocks []block) string {
	scripts, words := map[string]int{}, map[string]int{}
	of := pagePhrases().frequent
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
	best := mostCounted(scripts)
	if best != "latin" {
		return best
	}
	return mostCounted(words)
}

func mostCounted(count map[string]int) (best string) {
	n := 0
	for k, c := range count {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}
