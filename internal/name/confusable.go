package name

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// confusables are letters that look the same in Latin, Cyrillic and Greek, in this order;
// "-" if an alphabet has none. The facts are among those of confusables.txt (Unicode
// Technical Standard 39).
const confusables = `AАΑ BВΒ CСϹ EЕΕ HНΗ IІΙ JЈͿ KКΚ MМΜ N-Ν OОΟ PРΡ QԚ- SЅ- TТΤ WԜ- XХΧ YУΥ Z-Ζ ËЁ- ÏЇΪ
	aаα cсϲ dԁ- eе- hһ- iіι jјϳ lӏ- oоο pрρ qԛ- sѕ- u-υ v-ν wԝ- xх- yуγ ëё- ïїϊ`

// alphabets are the scripts of confusables, in their order.
var alphabets = [...]string{"Latn", "Cyrl", "Grek"}

// confusablesIn has the letters of each alphabet that look like a letter, which include the
// letter itself; 0 if an alphabet has none.
var confusablesIn = sync.OnceValue(func() map[rune][len(alphabets)]rune {
	m := map[rune][len(alphabets)]rune{}
	for row := range strings.FieldsSeq(confusables) {
		var all [len(alphabets)]rune
		for i, r := range []rune(row) {
			if r != '-' {
				all[i] = r
			}
		}
		for _, r := range all {
			if r != 0 {
				m[r] = all
			}
		}
	}
	return m
})

// foldMixedScript writes each word that mixes alphabets in one of them that can write all of
// it, and tries the alphabet of most of its letters first: a Cyrillic а within Vlаdimir is
// there by mistake, or to hide the name. A word that no alphabet can write stays as it is.
func foldMixedScript(text string) string {
	if !mixesScripts(text) {
		return text
	}
	out := make([]byte, 0, len(text))
	for text != "" {
		end := strings.IndexFunc(text, func(r rune) bool { return runeClassOf(r) == separator })
		switch {
		case end < 0:
			end = len(text)
		case end == 0:
			_, end = utf8.DecodeRuneInString(text)
		}
		out = appendInOneAlphabet(out, text[:end])
		text = text[end:]
	}
	return string(out)
}

// mixesScripts is a quick test: the text has ASCII letters, and Greek or Cyrillic ones.
func mixesScripts(text string) bool {
	latin, other := false, false
	for i := range len(text) {
		c := text[i]
		latin = latin || 'a' <= c|0x20 && c|0x20 <= 'z'
		other = other || c >= 0xCD && c <= 0xD4 // what U+0340 to U+053F begin with
	}
	return latin && other
}

// appendInOneAlphabet appends a word in one alphabet, or unchanged if that is not possible.
func appendInOneAlphabet(out []byte, word string) []byte {
	var counts [len(alphabets)]int
	used := 0
	for _, r := range word {
		if i := alphabetOf(r); i >= 0 {
			if counts[i] == 0 {
				used++
			}
			counts[i]++
		}
	}
	if used < 2 {
		return append(out, word...)
	}
	for range used {
		most := 0
		for i, n := range counts {
			if n > counts[most] {
				most = i
			}
		}
		if written, ok := appendWritten(out, word, most); ok {
			return written
		}
		counts[most] = 0
	}
	return append(out, word...)
}

// appendWritten appends a word in one of the alphabets; it returns false if no letter there
// looks like one of its letters.
func appendWritten(out []byte, word string, alphabet int) ([]byte, bool) {
	for _, r := range word {
		if i := alphabetOf(r); i >= 0 && i != alphabet {
			if r = confusablesIn()[r][alphabet]; r == 0 {
				return nil, false
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out, true
}

// alphabetOf returns the number of a letter's alphabet, or -1.
func alphabetOf(r rune) int {
	if runeClassOf(r) == letter {
		code := scriptOfRune(r)
		for i, a := range alphabets {
			if a == code {
				return i
			}
		}
	}
	return -1
}
