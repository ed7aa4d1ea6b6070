package namefield

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// guess adds what the field would be if it had been written in a way that leaves
// no sure sign.
func (f *Field) guess(text string) {
	if len(text) > longestGuess || utf8.RuneCountInString(text) < shortestGuess {
		return
	}
	for _, to := range typed(text) {
		f.add(Reading{Text: to, Grade: Guess, How: "as if typed on another keyboard"})
	}
	f.add(Reading{Text: reversed(text), Grade: Guess, How: "read from its end"})
	f.add(Reading{Text: undoubled(text), Grade: Guess, How: "with each letter once"})
	f.wade(text)
	if toned.MatchString(text) {
		f.add(Reading{Text: strings.Map(noTone, text), Grade: Repaired, How: "without the numbers of tones"})
	}
	f.places(text)
	if (strings.Contains(text, "bi") || strings.Contains(text, "BI")) && fathers.MatchString(text) {
		f.add(Reading{Text: fathers.ReplaceAllString(text, "${1}Abu "), Grade: Guess, How: "with Abu for Abi", Words: true})
	}
	if !ascii(text) {
		f.unusual(text)
	}
	f.misread(text)
}

// fathers is the genitive of Abu at the front of a name or behind another.
var fathers = regexp.MustCompile(`(?i)(^|[\s,])abi[\s-]`)

// softSigns are marks that stand for the soft and the hard sign of Cyrillic within a
// word, where it is written in Latin letters.
var softSigns = regexp.MustCompile(`(\pL)[´ʹʺ″′]+(\pL|$|\s)`)

// toned is pinyin with numbers for its tones: Li3 Wei3min2.
var toned = regexp.MustCompile(`^(?:[A-Za-zÜüvV:]+[1-5][\s,'-]*){2,}$`)

func noTone(r rune) rune {
	if r >= '1' && r <= '5' {
		return -1
	}
	return r
}

// A guess is made of a text of a name's length.
const (
	shortestGuess = 5
	longestGuess  = 300
)

// unusual adds guesses at text that is not of ASCII.
func (f *Field) unusual(text string) {
	if strings.ContainsAny(text, "´ʹʺ″′") {
		f.add(Reading{Text: softSigns.ReplaceAllString(text, "$1$2"), Grade: Repaired, How: "without the marks of soft signs"})
	}
	for _, to := range otherBytes(text) {
		f.add(Reading{Text: to, Grade: Guess, How: "read in another encoding"})
	}
	f.add(Reading{Text: asLatin(text), Grade: Guess, How: "in the Latin letters that look the same"})
	if to := upsideDown(text); to != "" {
		f.add(Reading{Text: reversed(to), Grade: Guess, How: "upside down"})
		f.add(Reading{Text: to, Grade: Guess, How: "upside down"})
	}
	if strings.ContainsFunc(text, presentation) {
		plain := norm.NFKC.String(text)
		f.add(Reading{Text: reversed(plain), Grade: Guess, How: "read from its end"})
		words := strings.Fields(plain)
		for i, w := range words {
			words[i] = reversed(w)
		}
		f.add(Reading{Text: strings.Join(words, " "), Grade: Guess, How: "with each word read from its end"})
	}
}

// presentation reports whether a letter is one of the shapes of Arabic letters
// that old programs write in the order in which they are seen.
func presentation(r rune) bool { return r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF }

// undoubled writes each letter once in a text in which each stands twice; "" for
// any other.
func undoubled(text string) string {
	var b strings.Builder
	var before rune
	count, all := 0, 0
	ok := true
	end := func() {
		if unicode.IsLetter(before) {
			ok = ok && count%2 == 0
			all++
			for range count / 2 {
				b.WriteRune(before)
			}
		} else if count > 0 {
			b.WriteRune(before)
		}
	}
	for _, r := range strings.ToLower(text) {
		if r == before {
			count++
			continue
		}
		end()
		before, count = r, 1
		if !ok {
			return ""
		}
	}
	end()
	if !ok || all < shortestGuess {
		return ""
	}
	return b.String()
}

// misread adds what the field would be if a reader of scanned pages had taken
// letters for each other, or somebody had written digits for letters. Both are
// compared by name.Keys, which takes such letters for one; here only the signs are
// written as letters that would part words.
func (f *Field) misread(text string) {
	if !leetWords(text) {
		return
	}
	for _, to := range unleet(text) {
		f.add(Reading{Text: to, Grade: Guess, How: "with letters for digits and signs", Words: true})
	}
}
