package name

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile are texts that are made to cost time or memory, or to hide a name.
var hostile = []struct{ kind, text string }{
	{"letters", strings.Repeat("a", 10_000)},
	{"accented letters", strings.Repeat("é", 10_000)},
	{"Cyrillic letters", strings.Repeat("щ", 10_000)},
	{"Arabic letters", strings.Repeat("ش", 10_000)},
	{"Han", strings.Repeat("陈", 10_000)},
	{"translated words without blanks", strings.Repeat("上海电子", 2_500)},
	{"Hangul", strings.Repeat("김", 10_000)},
	{"kana", strings.Repeat("キャ", 5_000)},
	{"Thai", strings.Repeat("เ", 10_000)},
	{"words", strings.Repeat("word ", 500)},
	{"other words", strings.Repeat("Abdulrahman ", 500)},
	{"Korean names", strings.Repeat("이재용 ", 500)},
	{"Chinese names", strings.Repeat("欧阳修平 ", 500)},
	{"Russian names", strings.Repeat("щербаковщина ", 500)},
	{"dots", strings.Repeat("a.", 10_000)},
	{"marks", "a" + strings.Repeat("\u0301", 10_000)},
	{"marks that are kept", "и" + strings.Repeat("\u0306", 10_000)},
	{"voicing marks", strings.Repeat("か\u3099\u3099", 5_000)},
	{"vowel signs", "क" + strings.Repeat("\u093f", 10_000)},
	{"ligatures of many letters", strings.Repeat("\ufdfa", 3_000)},
	{"what is not seen", strings.Repeat("a\u200b\u200d\u2060\ufeff", 2_500)},
	{"directions", strings.Repeat("\u202e\u2066a\u2069\u202c", 2_500)},
	{"look-alikes", strings.Repeat("a\u0430\u03bf", 3_333)},
	{"look-alikes in words", strings.Repeat("a\u0430 \u03bf", 2_500)},
	{"lone surrogates", strings.Repeat("a\xed\xa0\x80", 2_500)},
	{"bytes", strings.Repeat("\xff\xfe", 5_000)},
	{"zeros", strings.Repeat("\x00", 10_000)},
	{"digits", strings.Repeat("9", 10_000)},
	{"letters of legal forms", strings.Repeat("l i m i t e d ", 700)},
	{"the article", strings.Repeat("ال", 5_000)},
	{"letters beyond the first plane", strings.Repeat("𝔸𐐀", 2_500)},
}

// TestHostile bounds what a name may cost: pieces of memory that are asked for,
// whatever the length, and bytes of the result for each of the text.
func TestHostile(t *testing.T) {
	const (
		maxAllocs     = 40 * 2 * MaxTokens
		bytesOfAByte  = 40
		bytesOfAToken = 32 << 10
		maxOfOneToken = 2*maxSkeletons + maxRomanisations*(maxSkeletons+maxLatinSkeletons)
	)
	for _, c := range hostile {
		t.Run(c.kind, func(t *testing.T) {
			invariants(t, c.text)
			n := Analyse(c.text)
			if got, most := bytesOf(n), bytesOfAByte*len(c.text)+bytesOfAToken*len(n.Tokens); got > most {
				t.Errorf("%d bytes become %d, want no more than %d", len(c.text), got, most)
			}
			for i := range n.Tokens {
				tok := &n.Tokens[i]
				if got := len(tok.AppendSkeletons(nil)); got > maxOfOneToken {
					t.Errorf("%.20q has %d skeletons", tok.Text, got)
				}
				if !utf8.ValidString(tok.Text) || !utf8.ValidString(tok.Latin) {
					t.Errorf("%.20q is not UTF-8", tok.Text)
				}
				for j := range n.Tokens {
					if alike := CrossSimilarity(tok, &n.Tokens[j]); alike < 0 || alike > 1 {
						t.Errorf("%.20q and %.20q are %v alike", tok.Text, n.Tokens[j].Text, alike)
					}
				}
			}
			if got := testing.AllocsPerRun(1, func() { Analyse(c.text) }); got > maxAllocs {
				t.Errorf("%.0f allocations, want no more than %d", got, maxAllocs)
			}
		})
	}
}

// bytesOf is how much of the memory of a name depends on its text.
func bytesOf(n Name) int {
	sum := len(n.Folded)
	for _, t := range n.Tokens {
		sum += len(t.Text) + len(t.Latin) + len(t.Raw) + len(t.Sound)
		f := t.foreign
		if f == nil {
			continue
		}
		for _, r := range f.romanisations {
			sum += len(r)
		}
		for _, form := range f.forms {
			sum += 8 * len(form.units)
		}
		sum += 8 * len(f.skeletons)
		if w := f.whole; w != nil {
			sum += 8*len(w.skeletons) + 8*len(w.units.units) + 8*len(w.given.units)
			for _, r := range w.romanisations {
				sum += len(r)
			}
		}
	}
	return sum
}

// TestHidden holds that what is not seen does not keep a name from being read.
func TestHidden(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"EX\u200bAM\u200dPLE\u2060 NA\ufeffME", "example name"},
		{"\u202eEXAMPLE\u202c \u2066NAME\u2069", "example name"},
		{"E\u0336X\u0336AMPLE N\u0301\u0302\u0303AME", "example name"},
		{"ＥＸＡＭＰＬＥ 𝐍𝐀𝐌𝐄", "example name"},
		{"EXAMPLE\xed\xa0\x80NAME", "example name"},
		{"EX\u00adAMPLE\u00a0NAME", "example name"},
		{"Ｅ\u0425\u0410MPLE NAM\u0395", "example name"},
	} {
		if got := textsOf(Analyse(c.in)); got != c.want {
			t.Errorf("%q has the words %q, want %q", c.in, got, c.want)
		}
	}
}
