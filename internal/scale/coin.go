package scale

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
)

// coinTries is how often a new word is tried that would be one of its parents.
const coinTries = 4

// coin is the new word of a number: the beginning of one word of the pool and
// the end of another. It follows from the pool and the number.
func (p *pool) coin(rank uint64) string {
	rng := chance(p.seed, wordStream, rank)
	var made string
	for range coinTries {
		a, b := p.words[rng.IntN(len(p.words))], p.words[rng.IntN(len(p.words))]
		made = beginning(rng, a) + ending(rng, b)
		if made != a && made != b {
			break
		}
	}
	return made
}

// beginning is the first half of a word, about.
func beginning(rng *rand.Rand, text string) string {
	runes := []rune(text)
	return string(runes[:cut(rng, runes)])
}

// ending is the second half of a word, about.
func ending(rng *rand.Rand, text string) string {
	runes := []rune(text)
	return string(runes[cut(rng, runes):])
}

// cut finds where to part a word: in the middle or one letter beside it, before
// a consonant where there are vowels, never before a mark. A word of one letter
// is cut before or behind it, so that neither half of two words is always empty.
func cut(rng *rand.Rand, runes []rune) int {
	if len(runes) < 2 {
		return len(runes)
	}
	at := min(max(len(runes)/2+rng.IntN(3)-1, 1), len(runes)-1)
	for i := at; i < min(at+2, len(runes)); i++ {
		if isVowel(runes[i-1]) && !isVowel(runes[i]) && !unicode.IsMark(runes[i]) {
			return i
		}
	}
	for at > 1 && unicode.IsMark(runes[at]) {
		at--
	}
	return at
}

const (
	latinVowels = "aeiou"
	vowels      = latinVowels + "yаеиоуыэюяіїє"
)

func isVowel(r rune) bool { return strings.ContainsRune(vowels, r) }

// variants is how many ways there are to write a word otherwise.
const variants = 3

// variant is a word written in another way, as aliases are: a Latin vowel is
// another one, or a letter is doubled, or was. A word has few variants, so that
// those of a common name are common too.
func variant(rng *rand.Rand, text string) string {
	runes := []rune(text)
	if len(runes) < 2 {
		return text
	}
	rng = chance(hash(text), wordStream, rng.Uint64N(variants))
	at := 1 + rng.IntN(len(runes)-1)
	if i := strings.IndexRune(latinVowels, runes[at]); i >= 0 {
		runes[at] = rune(latinVowels[(i+1+rng.IntN(4))%5])
		return string(runes)
	}
	if runes[at] == runes[at-1] {
		return string(slices.Delete(runes, at, at+1))
	}
	return string(slices.Insert(runes, at, runes[at]))
}

// hash is a number of a text that does not change with the machine or the run.
func hash(texts ...string) uint64 {
	h := fnv.New64a()
	for _, s := range texts {
		_, _ = h.Write([]byte(s))
		_, _ = h.Write([]byte{0})
	}
	return h.Sum64()
}
