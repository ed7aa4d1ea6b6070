package name

import "strings"

// The letters of Hangul in Revised Romanization, in the order of Unicode, and in
// McCune-Reischauer without its diacritics.
var (
	rrLeads  = jamoOf("g kk n d tt r m b pp s ss - j jj ch k t p h")
	rrVowels = jamoOf("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
	rrTails  = jamoOf("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
	mrLeads  = jamoOf("k kk n t tt r m p pp s ss - ch tch ch k t p h")
	mrVowels = jamoOf("a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i")
)

// jamoOf reads a table of letters; "-" is silent.
func jamoOf(text string) []string {
	letters := strings.Split(text, " ")
	for i, l := range letters {
		letters[i] = strings.Trim(l, "-")
	}
	return letters
}

// hangulRomanisations returns the romanisations of a word of Hangul syllables: in both
// systems, and with the usual spellings of the first syllable as a surname. Changes of sound
// between syllables are left out, as mostly in names.
func hangulRomanisations(word string) []string {
	var text [2 * stackText]byte
	var ends [maxRomanisations]int
	r := romanisations{text[:0], ends[:0], maxRomanisations}
	return r.addHangul(word).list()
}

func (r romanisations) addHangul(word string) romanisations {
	var store [stackRunes]rune
	runes := appendRunes(store[:0], word)
	for _, s := range runes {
		if s < hangulFirst || s > hangulLast {
			return r
		}
	}
	if len(runes) == 0 {
		return r
	}
	r = r.addSyllables("", runes, rrLeads, rrVowels)
	if len(runes) <= maxHanName {
		n := 0
		for surname := range strings.FieldsSeq(surnames().korean[runes[0]]) {
			if n++; n > 2 && len(runes) > 1 {
				break
			}
			r = r.addSyllables(surname, runes[1:], rrLeads, rrVowels)
			r = r.addSyllables(surname, runes[1:], mrLeads, mrVowels)
		}
	}
	return r.addSyllables("", runes, mrLeads, mrVowels)
}

// addSyllables adds a romanisation that begins as given and continues with the syllables.
func (r romanisations) addSyllables(begin string, runes []rune, leads, vowels []string) romanisations {
	r.text = append(r.text, begin...)
	for i, s := range runes {
		lead, vowel, tail := jamo(s)
		l := leads[lead]
		if i > 0 && (lead == 0 || lead == 3 || lead == 7 || lead == 12) {
			l = rrLeads[lead] // k, t, p and ch inside a word are voiced
		}
		r.text = append(r.text, l...)
		r.text = append(r.text, vowels[vowel]...)
		r.text = append(r.text, rrTails[tail]...)
	}
	return r.end()
}
