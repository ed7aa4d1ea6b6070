package namefield

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// shapeTables are letters of other shapes: each alphabet in the order of the plain
// letters before it. Unicode's compatibility decomposition does not cover these;
// full-width, circled, mathematical and similar letters are folded with every name. The
// facts are among those of confusables.txt (Unicode Technical Standard 39) and of the
// code charts.
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
	// currency and other signs that are written for a letter within a word
	{"acelsuyfn", "₳₵€Ⱡ₴⋃¥₣₦"},
}

// turned are the letters a to z upside down, as websites that turn text write them.
const turned = "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz"

// shapeOf has the plain letter for each letter of another shape.
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

// turnedOf has the letter for each turned one.
var turnedOf = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{'∀': 'a', 'Ɔ': 'c', 'Ǝ': 'e', 'Ⅎ': 'f', '⅁': 'g', '⅄': 'y', 'Ɥ': 'h', 'ı': 'i', 'ſ': 'j', '˥': 'l', 'W': 'm', 'M': 'w', '⊥': 't', 'Ո': 'u', 'Ɩ': 'l', 'ꓘ': 'k', 'Ԁ': 'p', 'ᴚ': 'r', 'ɓ': 'g', 'ᵷ': 'g', 'ⅎ': 'f', 'ɿ': 'r', 'ʃ': 'l', 'ᴜ': 'n', 'Λ': 'v', 'ꞁ': 'l', 'ɹ': 'r', 'ꓕ': 't', 'Ꙅ': 's'}
	for i, r := range []rune(turned) {
		m[r] = rune('a' + i)
	}
	return m
})

// undoShapes writes letters of other shapes as plain letters.
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

// upsideDown reads turned letters, which were written from the end. It returns "" for a
// text that has none.
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

// latinLike has the Latin letter that a Cyrillic or Greek one looks like.
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

// asLatin writes Cyrillic or Greek letters as the Latin ones that look the same. It
// returns "" if one of them looks like no Latin letter.
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

// leet has the letters that a digit or a sign is written for within a word, the more
// usual one first.
var leet = map[rune]string{
	'0': "o", '1': "li", '2': "z", '3': "e", '4': "a", '5': "s", '6': "gb", '7': "t", '8': "b", '9': "g",
	'@': "a", '$': "s", '!': "il", '|': "li", '€': "e", '£': "l", '¥': "y", '¢': "c", '+': "t", '(': "c", '<': "c", '§': "s", '¡': "i", '¿': "z", '}': "j", '%': "x", '#': "h", '&': "e",
}

// leetWords reports whether a word of the text mixes letters with digits or signs that
// are written for letters.
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

// unleet writes letters for the digits and signs of a text, in each usual way: all
// ambiguous ones in the same way.
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
