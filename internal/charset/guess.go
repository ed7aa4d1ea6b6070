package charset

import (
	"math"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Guess names the encoding of a sample that holds bytes outside ASCII.
func Guess(sample []byte) string {
	if mostlyUTF8(sample) {
		return "utf-8"
	}
	runs, attached := shape(sample)
	switch {
	case looksChinese(sample):
		return "gb18030"
	case attached*2 > runs:
		return westOrTurkish(sample)
	case cyrillic(sample, charmap.KOI8R) > cyrillic(sample, charmap.Windows1251):
		return "koi8-r"
	}
	return "windows-1251"
}

// mostlyUTF8 allows one broken sequence in twenty: a single bad cell must not
// turn a whole file into another encoding. The end of a sample may be cut.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			if !utf8.FullRune(b) {
				return good > bad*20
			}
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good > bad*20
}

// shape counts the runs of bytes outside ASCII, and those of at most two bytes
// that touch an ASCII letter: accented letters are among plain ones, words
// in another script do not.
func shape(b []byte) (runs, attached int) {
	for i := 0; i < len(b); {
		if b[i] < 0x80 {
			i++
			continue
		}
		start := i
		for i < len(b) && b[i] >= 0x80 {
			i++
		}
		runs++
		before := start > 0 && isLetter(b[start-1])
		after := i < len(b) && isLetter(b[i])
		if i-start <= 2 && (before || after) {
			attached++
		}
	}
	return runs, attached
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// westOrTurkish recognises windows-1254 by the six letters in which it differs from
// windows-1252: thorn and eth hardly occur in trade, Turkish letters do.
func westOrTurkish(b []byte) string {
	turkish, all := 0, 0
	for _, c := range b {
		if c < 0xc0 {
			continue
		}
		all++
		switch c {
		case 0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe:
			turkish++
		}
	}
	if turkish*5 > all {
		return "windows-1254"
	}
	return "windows-1252"
}

// looksChinese reports whether the bytes outside ASCII are GB18030 pairs that
// are mostly in the rows of common characters. Cyrillic fails by words of
// odd length and by never using the trail bytes A1 to BF.
func looksChinese(b []byte) bool {
	pairs, common, low, broken := 0, 0, 0, 0
	for i := 0; i < len(b); {
		if b[i] < 0x80 {
			i++
			continue
		}
		if i+1 >= len(b) {
			break
		}
		lead, trail := b[i], b[i+1]
		switch {
		case lead == 0x80 || lead == 0xff || trail < 0x30 || trail == 0x7f || trail == 0xff:
			broken++
			i++
			continue
		case trail < 0x40: // the second byte of four
			i += 4
			continue
		}
		pairs++
		if trail >= 0xa1 && (lead >= 0xb0 && lead <= 0xd7 || lead >= 0xa1 && lead <= 0xa3) {
			common++
		}
		if trail >= 0xa1 && trail <= 0xbf || trail < 0xa1 {
			low++
		}
		i += 2
	}
	return pairs > 0 && broken*20 <= pairs && common*10 >= pairs*7 && (low*12 >= pairs || pairs < 6 && low > 0)
}

// russian is how often each letter occurs in Russian text, per thousand, from
// a to ya. Source: the frequency table of the Russian National Corpus, rounded.
var russian = [32]float64{
	80, 16, 45, 17, 30, 85, 9, 17, 74, 12, 35, 44, 32, 67, 110, 28,
	47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 0.4, 19, 17, 3, 6, 20,
}

// cyrillic says how well bytes read as Russian in an encoding: the mean log
// likelihood of the letters, less for capitals that follow small letters.
func cyrillic(b []byte, m *charmap.Charmap) float64 {
	sum, n := 0.0, 0.0
	var prev rune
	for _, c := range b {
		r := m.DecodeByte(c)
		if c >= 0x80 {
			sum += letterScore(r)
			n++
			if unicode.IsUpper(r) && unicode.IsLower(prev) {
				sum -= 4
			}
		}
		prev = r
	}
	return sum / max(n, 1)
}

func letterScore(r rune) float64 {
	switch low := unicode.ToLower(r); {
	case low >= 'а' && low <= 'я':
		return math.Log(russian[low-'а'])
	case unicode.Is(unicode.Cyrillic, r):
		return 0
	case unicode.IsPunct(r) || unicode.IsSpace(r) || r == '№':
		return 1
	}
	return -4
}
