package name

import (
	"strings"
	"unicode/utf8"
)

// appendSound appends the sound of a Latin word: what its spellings in different languages
// have in common. Usama and Osama, Bashar and Bachar, Yusuf and Yousuf, Nuristani and
// Nooristani each have one sound. There are three classes of vowels (a, e/i, o/u), so that
// Maria and Mario have two. A word of one syllable only loses doubled letters, because its
// vowel distinguishes it: Meng and Ming. A word without a vowel has no sound, because it
// could sound like anything.
func appendSound(out []byte, word string) []byte {
	switch syllables(word) {
	case 0:
		return out
	case 1:
		return appendUndoubled(append(out, '1'), word)
	}
	start, last := len(out), rune(0)
	put := func(r rune) {
		if r = soundOfLetter(r, len(out) == start); r != last {
			out = utf8.AppendRune(out, r)
		}
		last = r
	}
	for i := 0; i < len(word); {
		if n, as := spellingAt(word[i:]); n > 0 {
			for _, r := range as {
				put(r)
			}
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		put(r)
		i += n
	}
	return out
}

// soundOfLetter returns the class of sound of a letter. A j at the beginning of a word is
// not a vowel.
func soundOfLetter(r rune, first bool) rune {
	switch r {
	case 'j':
		if first {
			return 'j'
		}
		return 'i'
	case 'y', 'e':
		return 'i'
	case 'w':
		return 'v'
	case 'o':
		return 'u'
	case 'c', 'q':
		return 'k'
	case 'z':
		return 's'
	}
	return r
}

// spellings has the ways in which languages write a sound, and the one that they are reduced
// to. The longest come first.
var spellings = [...][2]string{
	{"shch", "sh"},
	{"tsch", "tch"},
	{"sch", "sh"},
	{"chtch", "tch"},
	{"tch", "tch"},
	{"zh", "j"},
	{"dzh", "j"},
	{"dj", "j"},
	{"kh", "h"},
	{"gh", "g"},
	{"ph", "f"},
	{"th", "t"},
	{"dh", "d"},
	{"ck", "k"},
	{"ch", "sh"},
	{"ou", "u"},
	{"oo", "u"},
	{"ee", "i"},
	{"ie", "i"},
	{"ei", "i"},
	{"ey", "i"},
	{"ay", "ai"},
	{"aa", "a"},
	{"iy", "i"},
	{"ij", "i"},
	{"yy", "i"},
}

// spellingGroup has the spellings that begin with a letter, in order, and a bit for each
// letter that is the second of one.
type spellingGroup struct {
	all     [][2]string
	seconds uint32
}

var spellingsOf = func() (of [26]spellingGroup) {
	for _, s := range spellings {
		first := &of[s[0][0]-'a']
		first.all = append(first.all, s)
		first.seconds |= 1 << (s[0][1] - 'a')
	}
	return of
}()

// spellingAt returns the length of the spelling at the front of a word, and what it is
// reduced to; 0 without one.
func spellingAt(word string) (n int, as string) {
	if len(word) < 2 || word[0]-'a' >= 26 || word[1]-'a' >= 26 {
		return 0, ""
	}
	of := &spellingsOf[word[0]-'a']
	if of.seconds>>(word[1]-'a')&1 == 0 {
		return 0, ""
	}
	for _, s := range of.all {
		if strings.HasPrefix(word, s[0]) {
			return len(s[0]), s[1]
		}
	}
	return 0, ""
}

// syllables counts the groups of vowels in a word.
func syllables(word string) (n int) {
	inside := false
	for i := range len(word) {
		switch word[i] {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if !inside {
				n++
			}
			inside = true
		default:
			inside = false
		}
	}
	return n
}

// appendUndoubled writes each run of a letter as one letter.
func appendUndoubled(out []byte, word string) []byte {
	var last rune
	for _, r := range word {
		if r != last {
			out = utf8.AppendRune(out, r)
		}
		last = r
	}
	return out
}
