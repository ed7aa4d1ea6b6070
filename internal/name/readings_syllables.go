package name

import "strings"

// Chinese and Korean syllables in any of the systems of this package begin and
// end with these consonants; y and w count as vowels.
const (
	syllableStarts = " b p m f d t n l g k h j q x zh ch sh r z c s ts hs tz ng kk tt pp ss jj "
	syllableEnds   = " n ng k t p m l h r g b "
	mostSyllables  = 4
	mostEastAsian  = 20 // letters
)

// EastAsian reports whether a folded word could be a few Chinese or Korean
// syllables in Latin letters, and so the whole name of a person.
func EastAsian(word string) bool {
	if len(word) < 3 || len(word) > mostEastAsian {
		return false
	}
	syllables, at := 0, 0
	for at < len(word) {
		start := at
		for at < len(word) && consonant(word[at]) {
			at++
		}
		if !boundary(word[start:at], start == 0, at == len(word)) {
			return false
		}
		if at == len(word) {
			break
		}
		for at < len(word) && !consonant(word[at]) {
			if word[at] < 'a' || word[at] > 'z' {
				return false
			}
			at++
		}
		syllables++
	}
	return syllables > 0 && syllables <= mostSyllables
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

// EastAsianStart reports whether EastAsian could hold of what begins with the
// word: a quick test.
func EastAsianStart(word string) bool {
	at := 0
	for at < len(word) && consonant(word[at]) {
		at++
	}
	return at < len(word) && len(word) < mostEastAsian && boundary(word[:at], true, false)
}
