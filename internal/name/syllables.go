package name

import "strings"

// Chinese and Korean syllables in any of the systems of this package begin and
// end with these consonants; y and w count as vowels.
const (
	syllableStarts = " b p m f d t n l g k h j q x zh ch sh r z c s ts hs tz ng kk tt pp ss jj "
	syllableEnds   = " n ng k t p m l h r g b "
	maxSyllables   = 4
	maxEastAsian   = 20 // letters
)

// Syllables returns of how many Chinese or Korean syllables in Latin letters a
// folded word can be, and so the whole name of a person: 0 if it can't. Of two
// syllables without a consonant between them it counts one.
func Syllables(word string) (syllables int) {
	if len(word) < 3 || len(word) > maxEastAsian {
		return 0
	}
	at := 0
	for at < len(word) {
		start := at
		for at < len(word) && consonant(word[at]) {
			at++
		}
		if !boundary(word[start:at], start == 0, at == len(word)) {
			return 0
		}
		if at == len(word) {
			break
		}
		for at < len(word) && !consonant(word[at]) {
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

func consonant(c byte) bool { return strings.IndexByte("bcdfghjklmnpqrstvxz", c) >= 0 }

// boundary reports whether consonants can stand before the first vowel, after
// the last one, or between two.
func boundary(run string, first, last bool) bool {
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
		if boundary(run[:cut], false, true) && boundary(run[cut:], true, false) {
			return true
		}
	}
	return false
}

// SyllableStart reports whether a word can begin what has Syllables: a quick
// test.
func SyllableStart(word string) bool {
	at := 0
	for at < len(word) && consonant(word[at]) {
		at++
	}
	return at < len(word) && len(word) < maxEastAsian && boundary(word[:at], true, false)
}
