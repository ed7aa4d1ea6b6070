package name

import "strings"

// Chinese and Korean syllables begin and end with these consonants in the systems of this
// package; y and w count as vowels.
const (
	syllableStarts = " b p m f d t n l g k h j q x zh ch sh r z c s ts hs tz ng kk tt pp ss jj "
	syllableEnds   = " n ng k t p m l h r g b "
	maxSyllables   = 4
	maxEastAsian   = 20 // letters
)

// Syllables returns how many Chinese or Korean syllables a folded word in Latin letters can
// consist of, and so be the whole name of a person; 0 if it cannot. Two syllables without a
// consonant between them count as one.
func Syllables(word string) (syllables int) {
	if len(word) < 3 || len(word) > maxEastAsian {
		return 0
	}
	at := 0
	for at < len(word) {
		start := at
		for at < len(word) && isConsonant(word[at]) {
			at++
		}
		if !canBound(word[start:at], start == 0, at == len(word)) {
			return 0
		}
		if at == len(word) {
			break
		}
		for at < len(word) && !isConsonant(word[at]) {
			if word[at] < 'a' || word[at] > 'z' {
				return 0
			}
			at++
		}
		syllables++
	}
	if syllables > maxSyllables {
		return 0
	}
	return syllables
}

func isConsonant(c byte) bool { return strings.IndexByte("bcdfghjklmnpqrstvxz", c) >= 0 }

// canBound reports whether consonants can be before the first vowel, after the last one, or
// between two.
func canBound(run string, first, last bool) bool {
	switch {
	case run == "":
		return true
	case first && last || len(run) > 4:
		return false
	case first:
		return strings.Contains(syllableStarts, " "+run+" ")
	case last:
		return strings.Contains(syllableEnds, " "+run+" ")
	}
	for cut := range len(run) + 1 {
		if canBound(run[:cut], false, true) && canBound(run[cut:], true, false) {
			return true
		}
	}
	return false
}

// SyllableStart is a quick test whether a word that begins with the given one can have
// Syllables.
func SyllableStart(word string) bool {
	at := 0
	for at < len(word) && isConsonant(word[at]) {
		at++
	}
	return at < len(word) && len(word) < maxEastAsian && canBound(word[:at], true, false)
}
