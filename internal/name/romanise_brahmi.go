package name

import "strings"

// The letters of the scripts of India, in the order that they have in every one
// of their Unicode blocks: Devanagari and, at the same distance from the start
// of the block, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and
// Malayalam. Hunterian system, without diacritics; "-" is not read.
var (
	brahmiVowels = strings.Fields("a a i i u u r l e e e ai o o o au") // from 05 on
	brahmiLetter = strings.Fields("k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h")
	brahmiSigns  = strings.Fields("a i i u u r r e e e ai o o o au") // from 3E on
)

const (
	brahmiFirst, brahmiLast = 0x0900, 0x0D7F
	brahmiBlock             = 0x80
)

// brahmi reads a word of a script of India: a consonant carries the vowel a,
// unless a sign says another, a stroke says none, or the word ends. It returns
// false for a letter that it does not know.
func brahmi(word string) (string, bool) {
	var b strings.Builder
	inherent, stroke, cluster := false, false, false
	for _, r := range word {
		if r < brahmiFirst || r > brahmiLast {
			return "", false
		}
		at := int(r-brahmiFirst) % brahmiBlock
		consonant := at >= 0x15 && at <= 0x39
		sign := at >= 0x3E && at <= 0x4D
		if inherent && !sign && at != 0x3C {
			b.WriteByte('a')
		}
		inherent = consonant || inherent && at == 0x3C
		switch {
		case consonant:
			cluster = stroke
			b.WriteString(brahmiLetter[at-0x15])
		case at >= 0x05 && at <= 0x14:
			b.WriteString(brahmiVowels[at-0x05])
		case at >= 0x3E && at <= 0x4C:
			b.WriteString(brahmiSigns[at-0x3E])
		case at == 0x02, at == 0x01:
			b.WriteByte('n')
		case at == 0x03, at == 0x3C, at == 0x4D, at == 0x70, at == 0x71:
		default:
			return "", false
		}
		stroke = at == 0x4D
	}
	if inherent && cluster {
		b.WriteByte('a') // it would be hard to say without
	}
	return b.String(), b.Len() > 0
}
