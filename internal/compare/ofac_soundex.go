package compare

// soundexDigits are the digits of the letters A to Z, 0 for one that is not coded.
const soundexDigits = "01230120022455012623010202"

// soundex is the American Soundex code of a word, a letter and three digits, as
// the US National Archives publish it ("Soundex System", archives.gov/research/census/soundex;
// General Information Leaflet 55). Adjacent letters with one digit, or letters with h or w
// between them, are coded once, including the first letter of the word; letters with a vowel
// between them are coded twice. It is "" for a word that does not begin with a letter. The
// rule to code names both with and without a prefix (van, de, la) is left out, because a
// prefix is a part of its own here.
func soundex(word string) string {
	if word == "" || digitOf(word[0]) == 0 {
		return ""
	}
	code := [4]byte{upper(word[0]), '0', '0', '0'}
	n, last := 1, digitOf(word[0])
	for i := 1; i < len(word) && n < len(code); i++ {
		digit := digitOf(word[i])
		if c := upper(word[i]); c == 'H' || c == 'W' {
			continue
		}
		if digit > '0' && digit != last {
			code[n] = digit
			n++
		}
		last = digit
	}
	return string(code[:])
}

// digitOf returns the digit of a letter, '0' for one that is not coded, and 0 for what is
// not a letter.
func digitOf(c byte) byte {
	if c = upper(c); c < 'A' || c > 'Z' {
		return 0
	}
	return soundexDigits[c-'A']
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}
