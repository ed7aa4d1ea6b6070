package namefield

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// guesses returns what the field would be if it had been written in a way that leaves
// no sure sign.
func guesses(text string) (out []Reading) {
	if len(text) > maxGuess || utf8.RuneCountInString(text) < minGuess {
		return nil
	}
	for _, to := range typed(text) {
		out = append(out, Reading{Text: to, Grade: Guess, How: "as if typed on another keyboard"})
	}
	out = append(out,
		Reading{Text: reversed(text), Grade: Guess, How: "read from its end"},
		Reading{Text: undoubled(text), Grade: Guess, How: "with each letter once"})
	out = append(out, inPinyin(text)...)
	if toned.MatchString(text) {
		out = append(out, Reading{Text: strings.Map(noTone, text), Grade: Repaired, How: "without the numbers of tones"})
	}
	out = append(out, withoutPlace(text)...)
	if (strings.Contains(text, "bi") || strings.Contains(text, "BI")) && genitiveAbu.MatchString(text) {
		out = append(out, Reading{Text: genitiveAbu.ReplaceAllString(text, "${1}Abu "), Grade: Guess, How: "with Abu for Abi", Words: true})
	}
	if !ascii(text) {
		out = append(out, guessesBeyondASCII(text)...)
	}
	return append(out, unleeted(text)...)
}

// genitiveAbu is the genitive of Abu, at the front of a name or after another.
var genitiveAbu = regexp.MustCompile(`(?i)(^|[\s,])abi[\s-]`)

// softSigns are the marks within a word in Latin letters that transliterate the soft and
// the hard sign of Cyrillic.
var softSigns = regexp.MustCompile(`(\pL)[´ʹʺ″′]+(\pL|$|\s)`)

// toned is pinyin with numbers for its tones: Li3 Wei3min2.
var toned = regexp.MustCompile(`^(?:[A-Za-zÜüvV:]+[1-5][\s,'-]*){2,}$`)

func noTone(r rune) rune {
	if r >= '1' && r <= '5' {
		return -1
	}
	return r
}

// Guesses are made only of a text as long as a name.
const (
	minGuess = 5   // letters
	maxGuess = 300 // bytes
)

// guessesBeyondASCII returns the guesses that are made only of text beyond ASCII.
func guessesBeyondASCII(text string) (out []Reading) {
	if strings.ContainsAny(text, "´ʹʺ″′") {
		out = append(out, Reading{Text: softSigns.ReplaceAllString(text, "$1$2"), Grade: Repaired, How: "without the marks of soft signs"})
	}
	for _, to := range otherBytes(text) {
		out = append(out, Reading{Text: to, Grade: Guess, How: "read in another encoding"})
	}
	out = append(out, Reading{Text: asLatin(text), Grade: Guess, How: "in the Latin letters that look the same"})
	if to := upsideDown(text); to != "" {
		out = append(out, Reading{Text: reversed(to), Grade: Guess, How: "upside down"})
		out = append(out, Reading{Text: to, Grade: Guess, How: "upside down"})
	}
	if strings.ContainsFunc(text, isPresentationForm) {
		plain := norm.NFKC.String(text)
		out = append(out, Reading{Text: reversed(plain), Grade: Guess, How: "read from its end"})
		words := strings.Fields(plain)
		for i, w := range words {
			words[i] = reversed(w)
		}
		out = append(out, Reading{Text: strings.Join(words, " "), Grade: Guess, How: "with each word read from its end"})
	}
	return out
}

// isPresentationForm reports whether a letter is a presentation form of Arabic, which
// old programs write in the order in which the letters are seen.
func isPresentationForm(r rune) bool { return r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF }

// undoubled writes each letter once in a text that has each of them twice; it returns
// "" for any other text.
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
	if !ok || all < minGuess {
		return ""
	}
	return b.String()
}

// unleeted returns what the field would be if optical character recognition had
// confused letters, or somebody had written digits for letters. Such names are found by
// name.Keys, which take confusable letters for one; only the signs, which would separate
// words, have to be written as letters here.
func unleeted(text string) (out []Reading) {
	if !leetWords(text) {
		return nil
	}
	for _, to := range unleet(text) {
		out = append(out, Reading{Text: to, Grade: Guess, How: "with letters for digits and signs", Words: true})
	}
	return out
}
