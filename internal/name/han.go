package name

import (
	_ "embed" // the table
	"strings"
	"sync"
	"unicode/utf8"
)

// hanReadingTable has one line for each set of pronunciations: Mandarin, Cantonese in
// Jyutping, Korean, and the characters that have these. See hangen.
//
//go:embed han_readings.tsv
var hanReadingTable string

// hanReading is how a character is pronounced: in Mandarin, in pinyin and in Wade-Giles; in
// Cantonese, as written in Hong Kong; in Korean, in Hangul.
type hanReading struct{ mandarin, wade, hongKong, korean string }

// hanReadings holds the lines of the table, and the number of the line of each character,
// plus one.
type hanReadings struct {
	lines  []hanReading
	lineOf []uint16
}

var readHan = sync.OnceValue(func() *hanReadings {
	h := &hanReadings{lineOf: make([]uint16, hanLast-hanFirst+1), lines: make([]hanReading, 0, strings.Count(hanReadingTable, "\n"))}
	wade, hk := map[string]string{}, map[string]string{}
	for line := range strings.Lines(hanReadingTable) {
		mandarin, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		cantonese, rest, _ := strings.Cut(rest, "\t")
		korean, characters, _ := strings.Cut(rest, "\t")
		mandarin = strings.ReplaceAll(mandarin, "v", "u")
		h.lines = append(h.lines, hanReading{mandarin, memoize(wade, mandarin, wadeGilesOf), memoize(hk, cantonese, hongKong), korean})
		for _, r := range characters {
			h.lineOf[r-hanFirst] = uint16(len(h.lines))
		}
	}
	return h
})

// memoize returns how a syllable is written, which write computes the first time.
func memoize(known map[string]string, syllable string, write func(string) string) string {
	out, ok := known[syllable]
	if !ok {
		out = write(syllable)
		known[syllable] = out
	}
	return out
}

func hanReadingOf(r rune) hanReading {
	if r < hanFirst || r > hanLast {
		return hanReading{}
	}
	h := readHan()
	if at := h.lineOf[r-hanFirst]; at > 0 {
		return h.lines[at-1]
	}
	return hanReading{}
}

func mapOf(text string) map[string]string {
	m := map[string]string{}
	fields := strings.Fields(text)
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	return m
}

// maxHanName is how many characters the name of a person has at most; a longer word is read
// only in Mandarin.
const maxHanName = 4

// hanRomanisationsOf returns the romanisations of a word in Han characters: Mandarin in pinyin
// and in Wade-Giles, Cantonese as in Hong Kong, Korean.
func hanRomanisationsOf(word string) []string {
	var store [stackRunes]rune
	return hanRomanisationsOfRunes(appendRunes(store[:0], word))
}

func hanRomanisationsOfRunes(runes []rune) []string {
	var text [2 * stackText]byte
	var ends [maxRomanisations]int
	r := romanisations{text[:0], ends[:0], maxRomanisations}.addHan("", runes, mandarinOf)
	if len(r.ends) > 0 && len(runes) <= maxHanName {
		r = r.addHanName(runes)
	}
	return r.list()
}

// addHanName adds the romanisations of what may be the name of a person, after the first.
func (r romanisations) addHanName(runes []rune) romanisations {
	surname, given := hanSplit(runes)
	special := surnames().mandarin[string(surname)]
	if special != "" {
		r = r.addHan(special, given, mandarinOf)
		r = r.addHan(wadeGilesOf(special), given, wadeOf)
	} else {
		r = r.addHan("", runes, wadeOf)
	}
	if hk := surnames().cantonese[string(surname)]; hk != "" {
		r = r.addHan(hk, given, hongKongOf)
	} else {
		r = r.addHan("", runes, hongKongOf)
	}
	return r.addKoreanOfHan(runes)
}

// hanSplit separates the surname and the given name.
func hanSplit(runes []rune) (surname, given []rune) {
	n := 1
	if len(runes) > 2 && surnames().mandarin[string(runes[:2])] != "" {
		n = 2
	}
	return runes[:n], runes[n:]
}

// addHan adds a romanisation that begins as given and continues with that of each character;
// it is not continued if one of these has none.
func (r romanisations) addHan(begin string, runes []rune, read func(rune) string) romanisations {
	r.text = append(r.text, begin...)
	start := len(r.text)
	for _, c := range runes {
		s := read(c)
		if s == "" {
			r.text = r.text[:start]
			break
		}
		r.text = append(r.text, s...)
	}
	return r.end()
}

func mandarinOf(r rune) string { return hanReadingOf(r).mandarin }
func wadeOf(r rune) string     { return hanReadingOf(r).wade }
func hongKongOf(r rune) string { return hanReadingOf(r).hongKong }
func koreanOf(r rune) string   { return hanReadingOf(r).korean }

// addKoreanOfHan adds the Korean romanisations of characters in both systems, the first one as
// a surname in its most usual spelling.
func (r romanisations) addKoreanOfHan(runes []rune) romanisations {
	if len(runes) < 2 {
		return r
	}
	var store, text [2 * stackText]byte
	var ends [maxRomanisations]int
	hangul := romanisations{store[:0], ends[:0], 1}.addHan("", runes, koreanOf)
	word := string(hangul.text)
	if runes[0] == '金' {
		word = strings.Replace(word, "금", "김", 1) // gold, but as a surname Kim
	}
	all := romanisations{text[:0], ends[:0], maxRomanisations}.addHangul(word)
	first, _ := utf8.DecodeRuneInString(word)
	surname, _, _ := strings.Cut(surnames().korean[first], " ")
	for i, end := range all.ends {
		if one := all.text[all.start(i):end]; strings.HasPrefix(string(one), surname) {
			r.text = append(r.text, one...)
			r = r.end()
		}
	}
	return r
}
