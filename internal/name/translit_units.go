package name

// Units cuts a folded word in another script into the units that are transliterated: letters
// and, for Hangul, the letters of each syllable.
func Units(word string) []rune { return appendUnits(make([]rune, 0, len(word)), word) }

func appendUnits(out []rune, word string) []rune {
	for _, r := range word {
		switch {
		case r >= hangulFirst && r <= hangulLast:
			lead, vowel, tail := jamo(r)
			out = append(out, leadFirst+lead, vowelFirst+vowel)
			if tail > 0 {
				out = append(out, tailFirst+tail)
			}
		case isWordRune(r) && runeClassOf(r) != digit:
			out = append(out, r)
		}
	}
	return out
}

// Hangul syllables are numbered by their letters: (lead * 21 + vowel) * 28 +
// tail. See section 3.12 of the Unicode standard.
const (
	hangulFirst, hangulLast          = '가', '힣'
	leadFirst, vowelFirst, tailFirst = 0x1100, 0x1161, 0x11A7
	hangulVowels, hangulTails        = 21, 28
	jamoTo                           = 0x1200
)

// jamo returns the numbers of the lead, the vowel and the tail of a syllable; 0 for no tail.
func jamo(r rune) (lead, vowel, tail rune) {
	n := r - hangulFirst
	return n / (hangulVowels * hangulTails), n / hangulTails % hangulVowels, n % hangulTails
}

// latinLetters returns the letters a to z of a folded word.
func latinLetters(word string) string {
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			out := make([]byte, 0, len(word))
			for j := range len(word) {
				if c := word[j]; c >= 'a' && c <= 'z' {
					out = append(out, c)
				}
			}
			return string(out)
		}
	}
	return word
}

// LatinLetters returns what the model compares of a Latin word: its letters a to z.
func LatinLetters(word string) string { return latinLetters(Fold(word)) }

// IsHeldOut reports whether a Latin name is in the fifth of names that the models are never
// fitted to, so that they can be measured on these.
func IsHeldOut(latin string) bool {
	h := uint32(2166136261)
	for i := range len(latin) {
		h = (h ^ uint32(latin[i])) * 16777619
	}
	return h%5 == 0
}
