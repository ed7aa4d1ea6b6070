package country

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/enduse/enduse"
)

// cutAt are the lengths at which systems cut names of countries: SAP's short text of a
// country has 15 letters.
const cutAt = 15

// minCut is the fewest letters to which a word of a name is cut where no full stop says
// so, and minLetters the fewest letters of a whole shortened name.
const (
	minCut     = 3
	minLetters = 5
)

// small are words that a shortened name may leave out.
var small = map[string]bool{
	"and": true, "of": true, "the": true, "und": true, "et": true, "y": true, "e": true, "i": true, "a": true, "de": true, "du": true, "des": true, "del": true, "da": true,
	"do": true, "dos": true, "la": true, "les": true, "las": true, "los": true, "der": true, "die": true, "van": true, "en": true, "и": true,
}

// wordsOfKeys are the words of every name of a country that has a code, by the first
// letter of the name.
var wordsOfKeys = sync.OnceValue(func() map[rune][]keyWords {
	out := map[rune][]keyWords{}
	for _, names := range []map[string]enduse.Country{english(), native()} {
		for k, c := range names {
			if c == "" || len(k) < minLetters {
				continue
			}
			first, _ := utf8.DecodeRuneInString(k)
			out[first] = append(out[first], keyWords{strings.Fields(k), c})
		}
	}
	return out
})

type keyWords struct {
	words []string
	code  enduse.Country
}

// shortWord is a word of a text; cut says that its end may be missing.
type shortWord struct {
	text   string
	cut    bool // by a full stop, or by the end of a field
	spoken bool // it is whole, or long enough to be cut without a full stop
}

// abbreviated finds the one country whose name a text shortens word by word:
// "Ver.Arab.Emir.", "Russische Föd.", "Zentralafr.Rep.", "Bosnien-Herz.", or a name that a
// field of 15 letters cuts: "Vereinigte Arab". A text of one word needs a full stop or
// that cut.
func abbreviated(text string) (enduse.Country, bool) {
	words, letters := shortWords(text)
	broken := utf8.RuneCountInString(text) == cutAt
	if len(words) == 0 || letters < minLetters {
		return "", false
	}
	if len(words) == 1 && !words[0].cut {
		return "", false
	}
	var found enduse.Country
	for _, order := range [][]shortWord{words, inverted(text, words)} {
		if len(order) == 0 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(order[0].text)
		for _, k := range wordsOfKeys()[first] {
			if !shortens(order, k.words, broken) {
				continue
			}
			if found != "" && found != k.code {
				return "", false // two countries are shortened so
			}
			found = k.code
		}
		if found != "" {
			break
		}
	}
	return found, found != ""
}

// shortWords cuts a text into its words, and counts their letters.
func shortWords(text string) (words []shortWord, letters int) {
	whole := utf8.RuneCountInString(text) == cutAt
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(text, ".", ". "), func(r rune) bool { return strings.ContainsRune(" ,-/&", r) }) {
		w := shortWord{text: key(part), cut: strings.HasSuffix(part, ".")}
		if w.text == "" || small[w.text] && !w.cut {
			continue
		}
		n := utf8.RuneCountInString(w.text)
		w.spoken = n >= minCut
		letters += n
		words = append(words, w)
	}
	if whole && len(words) > 0 {
		words[len(words)-1].cut = true
	}
	return words, letters
}

// inverted are the words of "Congo, Dem. Rep." in the order in which they are spoken.
func inverted(text string, words []shortWord) []shortWord {
	before, _, found := strings.Cut(text, ",")
	n, _ := shortWords(before)
	if !found || len(n) == 0 || len(n) >= len(words) {
		return nil
	}
	return append(append([]shortWord{}, words[len(n):]...), words[:len(n)]...)
}

// shortens reports whether the words shorten a name, each a word of it, in order. Of one
// that a field broke off, the last words may be missing.
func shortens(words []shortWord, name []string, broken bool) bool {
	i := 0
	for _, n := range name {
		if i == len(words) && broken {
			return true
		}
		if i < len(words) && (n == words[i].text || strings.HasPrefix(n, words[i].text) && (words[i].cut || len(words) > 1 && words[i].spoken)) {
			i++
			continue
		}
		if !small[n] {
			return false
		}
	}
	return i == len(words)
}
