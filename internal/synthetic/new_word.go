package synthetic

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
)

// maxTries bounds the attempts to make a word that is not one of its two parents.
const maxTries = 4

// newWord returns the new word of a number: the beginning of one word of the vocabulary
// and the end of another. It depends on the vocabulary and the number only.
func (p *vocabulary) newWord(rank uint64) string {
	rng := chance(p.seed, wordStream, rank)
	var made string
	for range maxTries {
		a, b := p.words[rng.IntN(len(p.words))], p.words[rng.IntN(len(p.words))]
		made = beginning(rng, a) + ending(rng, b)
		if made != a && made != b {
			break
		}
	}
	return made
}

// beginning returns about the first half of a word.
func beginning(rng *rand.Rand, text string) string {
	runes := []rune(text)
	return string(runes[:cut(rng, runes)])
}

// ending returns about the second half of a word.
func ending(rng *rand.Rand, text string) string {
	runes := []rune(text)
	return string(runes[cut(rng, runes):])
}

// cut returns where to cut a word: at the middle or one letter off, if possible between
// a vowel and a consonant, and never before a mark. A word of one letter is its own
// beginning.
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

// variants is the number of other spellings of a word.
const variants = 3

// variant returns another spelling of a word, as aliases have: a Latin vowel is
// replaced, or a letter is doubled or was. A word has few variants, so those of a common
// name are common too.
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

// hash returns a number for texts that is the same on every machine and in every run.
func hash(texts ...string) uint64 {
	h := fnv.New64a()
	for _, s := range texts {
		_, _ = h.Write([]byte(s))
		_, _ = h.Write([]byte{0})
	}
	return h.Sum64()
}
