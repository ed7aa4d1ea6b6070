package namefield

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// shapes are letters of other shapes, each alphabet in the order of the plain
// letters in front of it; "-" where there is none. Unicode's compatibility
// decomposition leaves these alone; full-width, circled, mathematical and the
// like are folded with every name. The facts are among those of confusables.txt
// (Unicode Technical Standard 39) and of the code charts.
var shapeTables = [][2]string{
	// small capitals
	{"abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ"},
	{"feq", "ғᴇǫ"},
	// negative circled, negative squared, regional indicators
	{"abcdefghijklmnopqrstuvwxyz", "🅐🅑🅒🅓🅔🅕🅖🅗🅘🅙🅚🅛🅜🅝🅞🅟🅠🅡🅢🅣🅤🅥🅦🅧🅨🅩"},
	{"abcdefghijklmnopqrstuvwxyz", "🅰🅱🅲🅳🅴🅵🅶🅷🅸🅹🅺🅻🅼🅽🅾🅿🆀🆁🆂🆃🆄🆅🆆🆇🆈🆉"},
	{"abcdefghijklmnopqrstuvwxyz", "🇦🇧🇨🇩🇪🇫🇬🇭🇮🇯🇰🇱🇲🇳🇴🇵🇶🇷🇸🇹🇺🇻🇼🇽🇾🇿"},
	// Lisu, Cherokee and others that look like capitals
	{"abcdefghijklmnoprstuvwxyz", "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ"},
	{"abcdegijklmprstvwyz", "ᎪᏴᏟᎠᎬᏀᏆᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ"},
	{"abcefhiklmnopstxyz", "𐊠𐊂𐊢𐊆𐊇𐋏𐊊𐊋𐊍𐊎𐊪𐊫𐊱𐊿𐊱𐊴𐊲𐋵"},
	// currency and other signs that stand for a letter within a word
	{"acelsuyfn", "₳₵€Ⱡ₴⋃¥₣₦"},
}

// turned are letters turned upside down, as sites that turn text write them.
const turned = "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz"

// shapeOf has the plain letter of each.
var shapeOf = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{}
	for _, t := range shapeTables {
		other := []rune(t[1])
		for i, r := range []rune(t[0]) {
			if i < len(other) {
				m[other[i]] = r
			}
		}
	}
	return m
})

// turnedOf has the letter that each turned one is, where it is no letter itself.
var turnedOf = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{'∀': 'a', 'Ɔ': 'c', 'Ǝ': 'e', 'Ⅎ': 'f', '⅁': 'g', '⅄': 'y', 'Ɥ': 'h', 'ı': 'i', 'ſ': 'j', '˥': 'l', 'W': 'm', 'M': 'w', '⊥': 't', 'Ո': 'u', 'Ɩ': 'l', 'ꓘ': 'k', 'Ԁ': 'p', 'ᴚ': 'r', 'ɓ': 'g', 'ᵷ': 'g', 'ⅎ': 'f', 'ɿ': 'r', 'ʃ': 'l', 'ᴜ': 'n', 'Λ': 'v', 'ꞁ': 'l', 'ɹ': 'r', 'ꓕ': 't', 'Ꙅ': 's'}
	for i, r := range []rune(turned) {
		m[r] = rune('a' + i)
	}
	return m
})

// undoShapes writes letters of other shapes plainly. Signs count only within a
// word.
func undoShapes(text string) string {
	if ascii(text) {
		return text
	}
	m := shapeOf()
	return strings.Map(func(r rune) rune {
		if to, ok := m[r]; ok {
			return to
		}
		return r
	}, text)
}

// upsideDown reads turned letters, which were written from the end: "" for a text
// that has none.
func upsideDown(text string) string {
	if ascii(text) || !strings.ContainsAny(text, "ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ∀ƎℲ⅄Ʌ⊥ꓕ") {
		return ""
	}
	m := turnedOf()
	return strings.Map(func(r rune) rune {
		if to, ok := m[r]; ok {
			return to
		}
		return r
	}, text)
}

// latinLike are letters of Cyrillic and Greek that look like Latin ones, by case.
var latinLike = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{}
	for _, t := range [][2]string{
		{"abcehhikmoptxyjsdqwnrzu", "авсенһікмортхујѕԁԛԝпгзц"},
		{"abcehikmoptxyjsdqwrz", "АВСЕНІКМОРТХУЈЅԀԚԜГЗ"},
		{"aboikvtxynpuwce", "αβοικντχγηρυωϲε"},
		{"abezhikmnoptyxc", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ"},
	} {
		other := []rune(t[1])
		for i, r := range []rune(t[0]) {
			if _, ok := m[other[i]]; !ok {
				m[other[i]] = r
			}
		}
	}
	return m
})

// asLatin writes text of Cyrillic or Greek letters in the Latin ones that look the
// same; "" where one has none.
func asLatin(text string) string {
	if ascii(text) {
		return ""
	}
	m := latinLike()
	var b strings.Builder
	changed := false
	for _, r := range text {
		if to, ok := m[r]; ok {
			r, changed = to, true
		} else if r >= 0x80 {
			return ""
		}
		b.WriteRune(r)
	}
	if !changed {
		return ""
	}
	return b.String()
}

// leet are digits and signs that stand for letters within words; where two are
// usual the first is tried first.
var leet = map[rune]string{
	'0': "o", '1': "li", '2': "z", '3': "e", '4': "a", '5': "s", '6': "gb", '7': "t", '8': "b", '9': "g",
	'@': "a", '$': "s", '!': "il", '|': "li", '€': "e", '£': "l", '¥': "y", '¢': "c", '+': "t", '(': "c", '<': "c", '§': "s", '¡': "i", '¿': "z", '}': "j", '%': "x", '#': "h", '&': "e",
}

// leetWords reports whether a word of the text mixes letters with digits or signs
// that stand for some.
func leetWords(text string) bool {
	for w := range strings.FieldsSeq(text) {
		letters, signs, digitsLast := 0, 0, false
		for _, r := range w {
			switch {
			case leet[r] != "":
				signs++
				digitsLast = letters > 0
			case r >= utf8.RuneSelf || 'a' <= r|0x20 && r|0x20 <= 'z':
				letters++
				if digitsLast {
					return true
				}
			}
		}
		if letters > 0 && signs > 0 {
			return true
		}
	}
	return false
}

// unleet writes letters for the digits and signs of a text, in each way that is
// usual: all ambiguous ones alike.
func unleet(text string) (out []string) {
	for choice := range 4 {
		to := strings.Map(func(r rune) rune {
			switch letters := leet[r]; {
			case letters == "":
				return r
			case len(letters) == 1:
				return rune(letters[0])
			case r == '6':
				return rune(letters[choice>>1])
			default:
				return rune(letters[choice&1])
			}
		}, text)
		if to != text {
			out = append(out, to)
		}
	}
	return out
}
