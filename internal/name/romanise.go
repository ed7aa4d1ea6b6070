package name

import "unicode/utf8"

// romans has one romanisation for each folded letter: BGN/PCGN without its apostrophes for
// Cyrillic, in the spelling that passports and sanctions lists use most; ELOT 743 for Greek;
// the national systems for Georgian and Armenian, each without diacritics. "-" is silent.
var romans = [...]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u",
	'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "-", 'ы': "y", 'ь': "-", 'э': "e",
	'ю': "yu", 'я': "ya", 'і': "i", 'ї': "yi", 'є': "ye", 'ґ': "g", 'ў': "u", 'ј': "j", 'љ': "lj", 'њ': "nj",
	'ђ': "dj", 'ћ': "c", 'џ': "dz", 'ѓ': "gj", 'ќ': "kj", 'ѕ': "dz", 'қ': "q", 'ғ': "gh", 'ң': "ng",
	'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'ә': "a", 'ҳ': "h", 'ҷ': "j", 'ӣ': "i", 'ӯ': "u",

	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k",
	'λ': "l", 'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'τ': "t", 'υ': "y",
	'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",

	'ა': "a", 'ბ': "b", 'გ': "g", 'დ': "d", 'ე': "e", 'ვ': "v", 'ზ': "z", 'თ': "t", 'ი': "i", 'კ': "k",
	'ლ': "l", 'მ': "m", 'ნ': "n", 'ო': "o", 'პ': "p", 'ჟ': "zh", 'რ': "r", 'ს': "s", 'ტ': "t", 'უ': "u",
	'ფ': "p", 'ქ': "k", 'ღ': "gh", 'ყ': "q", 'შ': "sh", 'ჩ': "ch", 'ც': "ts", 'ძ': "dz", 'წ': "ts", 'ჭ': "ch",
	'ხ': "kh", 'ჯ': "j", 'ჰ': "h",

	'ա': "a", 'բ': "b", 'գ': "g", 'դ': "d", 'ե': "e", 'զ': "z", 'է': "e", 'ը': "e", 'թ': "t", 'ժ': "zh",
	'ի': "i", 'լ': "l", 'խ': "kh", 'ծ': "ts", 'կ': "k", 'հ': "h", 'ձ': "dz", 'ղ': "gh", 'ճ': "ch", 'մ': "m",
	'յ': "y", 'ն': "n", 'շ': "sh", 'ո': "o", 'չ': "ch", 'պ': "p", 'ջ': "j", 'ռ': "r", 'ս': "s", 'վ': "v",
	'տ': "t", 'ր': "r", 'ց': "ts", 'ւ': "v", 'փ': "p", 'ք': "k", 'օ': "o", 'ֆ': "f",
}

// romanOf returns the romanisation of a letter, and false if it has none.
func romanOf(r rune) (string, bool) {
	switch {
	case int(r) >= len(romans) || romans[r] == "":
		return "", false
	case romans[r] == "-":
		return "", true
	}
	return romans[r], true
}

// digraph returns the romanisation of two letters that are read together, or "".
func digraph(first, second rune) string {
	switch {
	case first == 'ο' && second == 'υ', first == 'ո' && second == 'ւ':
		return "u"
	case first == 'μ' && second == 'π':
		return "b"
	case first == 'ν' && second == 'τ':
		return "d"
	case first == 'γ' && second == 'γ':
		return "ng"
	case first == 'γ' && second == 'κ':
		return "gk"
	}
	return ""
}

// romanise returns the romanisation of a folded token, and false if one of its letters has
// none.
func romanise(token string) (string, bool) {
	var buf [stackText]byte
	out, ok := appendRoman(buf[:0], token)
	return string(out), ok
}

// appendRoman appends the romanisation of a folded token; it returns false if one of its
// letters has none, or if all are silent.
func appendRoman(out []byte, token string) ([]byte, bool) {
	start := len(out)
	for i := 0; i < len(token); {
		r, n := utf8.DecodeRuneInString(token[i:])
		i += n
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
			continue
		}
		next, size := utf8.DecodeRuneInString(token[i:])
		if both := digraph(r, next); both != "" {
			out = append(out, both...)
			i += size
			continue
		}
		latin, ok := romanOf(r)
		if !ok {
			return out[:start], false
		}
		out = append(out, latin...)
	}
	return out, len(out) > start
}
