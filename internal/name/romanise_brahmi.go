package name

import "strings"

// The letters of the scripts of India, in the order that they have in each of the Unicode
// blocks: Devanagari and, at the same distance from the start of the block, Bengali,
// Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and Malayalam. Hunterian system, without
// diacritics.
var (
	brahmiVowels = strings.Fields("a a i i u u r l e e e ai o o o au") // first at 05
	brahmiLetter = strings.Fields("k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h")
	brahmiSigns  = strings.Fields("a i i u u r r e e e ai o o o au") // first at 3E
)

const (
	brahmiFirst, brahmiLast = 0x0900, 0x0D7F
	brahmiBlock             = 0x80
)

// brahmi romanises a word in a script of India: a consonant has the vowel a, unless a sign
// gives it another vowel, a virama gives it none, or the word ends. It returns false for a
// letter that it does not know.
func brahmi(word string) (string, bool) {
	var b strings.Builder
	inherent, virama, cluster := false, false, false
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
			cluster = virama
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
		virama = at == 0x4D
	}
	if inherent && cluster {
		b.WriteByte('a') // it would be hard to say without
	}
	return b.String(), b.Len() > 0
}
