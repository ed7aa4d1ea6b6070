package name

import "strings"

// thaiLetters are romanised by the Royal Thai General System as at the start of a syllable;
// "อ" only carries a vowel. Vowels that are written before their consonant are moved after
// it.
var thaiLetters = pairsOf(`ก k ข kh ฃ kh ค kh ฅ kh ฆ kh ง ng จ ch ฉ ch ช ch ซ s ฌ ch ญ y ฎ d ฏ t ฐ th ฑ th ฒ th ณ n ด d ต t ถ th ท th ธ th น n
	บ b ป p ผ ph ฝ f พ ph ฟ f ภ ph ม m ย y ร r ล l ว w ศ s ษ s ส s ห h ฬ l อ - ฮ h ะ a ั a า a ำ am ิ i ี i ึ ue ื ue ุ u ู u เ e แ ae โ o ใ ai ไ ai ๅ - ็ - ์ - ่ - ้ - ๊ - ๋ -`)

// ethiopicRows has the consonant of each row of eight syllables, beginning at U+1200.
var ethiopicRows = strings.Fields("h l h m s r s sh q kw q kw b v t ch h hw n n - k kw k kw w - z zh y d d j g gw g t ch p ts ts f p")

// ethiopicVowels are the vowels of a row, in order.
var ethiopicVowels = strings.Fields("e u i a e - o wa")

func pairsOf(text string) map[rune]string {
	m := map[rune]string{}
	fields := strings.Fields(text)
	for i := 0; i+1 < len(fields); i += 2 {
		m[[]rune(fields[i])[0]] = strings.Trim(fields[i+1], "-")
	}
	return m
}

func thai(word string) (string, bool) {
	var b strings.Builder
	before := "" // a vowel that is written before its consonant
	for _, r := range word {
		latin, ok := thaiLetters[r]
		switch {
		case !ok:
			return "", false
		case r >= 'เ' && r <= 'ไ':
			before = latin
		case before != "":
			b.WriteString(latin + before)
			before = ""
		default:
			b.WriteString(latin)
		}
	}
	return b.String(), b.Len() > 0
}

func ethiopic(word string) (string, bool) {
	var b strings.Builder
	for _, r := range word {
		at := int(r) - 0x1200
		if at < 0 || at/8 >= len(ethiopicRows) {
			return "", false
		}
		vowel := ethiopicVowels[at%8]
		if row := at / 8; ethiopicRows[row] == "-" && at%8 == 0 {
			vowel = "a"
		}
		b.WriteString(strings.Trim(ethiopicRows[at/8], "-") + strings.Trim(vowel, "-"))
	}
	return b.String(), b.Len() > 0
}
