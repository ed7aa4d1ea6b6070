package country

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"

	"github.com/enduse/enduse"
)

// Read returns the country of a cell that users fill in: what [Parse] reads, and
//
//   - the three digits of the United Nations' M49 ("364");
//   - a code and a name in one cell ("RU - Russia", "Iran (IR)", "IR/Iran", "KR Korea"),
//     which must agree; a code decides which of two countries an unclear name means;
//   - a name of at least seven letters with one typing error ("Azerbajan"), if only one
//     country is possible; in shorter names, a doubled letter ("Irann");
//   - a name whose words are shortened, or that a field of 15 letters cuts
//     ("Ver.Arab.Emir.", "Vereinigte Arab"), if only one country is possible.
//
// Like Parse, it returns false for what could be two countries.
func Read(text string) (enduse.Country, bool) {
	if c, ok := Parse(text); ok {
		return c, true
	}
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxText {
		return "", false
	}
	if c, ok := m49()[text]; ok {
		return c, true
	}
	parts := pieces(text)
	if len(parts) > 1 {
		if c, ok := agreed(parts); ok {
			return c, true
		}
		return abbreviated(text)
	}
	if c, ok := mistyped(key(text)); ok {
		return c, true
	}
	return abbreviated(text)
}

// m49 holds the numeric codes of present-day countries.
var m49 = sync.OnceValue(func() map[string]enduse.Country {
	codes := make(map[string]enduse.Country, 300)
	for _, r := range rows() {
		region, err := language.ParseRegion(string(r.code))
		if err != nil || r.code.Successors() != nil || region.M49() == 0 {
			continue
		}
		n := strconv.Itoa(region.M49())
		codes[strings.Repeat("0", max(0, 3-len(n)))+n] = r.code
	}
	return codes
})

// pieces cuts a cell that gives a country twice: at brackets, slashes, colons and dashes,
// else after a code at its beginning or before one at its end.
func pieces(text string) []string {
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " - ", "|"), func(r rune) bool {
		return strings.ContainsRune("/|()[]:;,–—=", r)
	})
	kept := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	if len(kept) != 1 {
		return kept
	}
	for _, cut := range []int{strings.IndexAny(text, " -"), strings.LastIndexAny(text, " -")} {
		if cut <= 0 || cut == len(text)-1 {
			continue
		}
		one, other := strings.TrimSpace(text[:cut]), strings.TrimSpace(text[cut+1:])
		if isCode(one) || isCode(other) {
			return []string{one, other}
		}
	}
	return kept
}

// isCode reports whether a text is a code, in capitals or in digits.
func isCode(text string) bool {
	if len(text) != 2 && len(text) != 3 || text != strings.ToUpper(text) {
		return false
	}
	_, number := m49()[text]
	_, letters := code(text)
	return number || letters
}

// unclear are names that two countries have; a code in the same cell decides.
var unclear = map[string][]enduse.Country{
	"korea": {"KR", "KP"}, "congo": {"CG", "CD"}, "virgin islands": {"VG", "VI"}, "guinea": {"GN", "GW", "GQ"},
}

// agreed returns the country that all pieces of a cell mean.
func agreed(parts []string) (enduse.Country, bool) {
	if len(parts) < 2 || len(parts) > 4 {
		return "", false
	}
	var found enduse.Country
	var open []enduse.Country
	for _, p := range parts {
		if all, ok := unclear[key(p)]; ok {
			open = all
			continue
		}
		c, ok := Parse(p)
		if !ok {
			c, ok = m49()[p]
		}
		if !ok || found != "" && c != found {
			return "", false
		}
		found = c
	}
	if found == "" || open != nil && !slices.Contains(open, found) {
		return "", false
	}
	return found, true
}

var speller = sync.OnceValue(func() *Speller {
	var words []string
	for k, c := range english() {
		if !strings.HasSuffix(k, " "+strings.ToLower(string(c))) { // "Iran IR" is a letter away from "Iran Air"
			words = append(words, k)
		}
	}
	for k, c := range native() {
		if c != "" {
			words = append(words, k)
		}
	}
	return NewSpeller(words)
})

// mistyped finds the one country whose key is a typing error away.
func mistyped(k string) (enduse.Country, bool) {
	if single := undoubled(k); single != k {
		if c, ok := english()[single]; ok {
			return c, true
		}
	}
	var found enduse.Country
	for _, w := range speller().Near(k) {
		c, ok := english()[w]
		if !ok {
			c = native()[w]
		}
		if found != "" && c != found {
			return "", false
		}
		found = c
	}
	return found, found != ""
}

// undoubled writes doubled letters once, in words of at least five letters.
func undoubled(k string) string {
	r := []rune(k)
	if len(r) < 5 {
		return k
	}
	out := r[:1:1]
	for i := 1; i < len(r); i++ {
		if r[i] != r[i-1] || !unicode.IsLetter(r[i]) {
			out = append(out, r[i])
		}
	}
	return string(out)
}
