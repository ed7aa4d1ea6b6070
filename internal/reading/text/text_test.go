package text

import (
	"strings"
	"testing"
)

// TestBoundaries holds where words and tokens end, where sentences begin, and how words
// are written.
func TestBoundaries(t *testing.T) {
	for _, tt := range []struct {
		raw, words, tokens string
		unspaced           bool
	}{
		{"The firm's plant.", "The firm 's plant", "the firm's plant .", false},
		{"Lt. Gen. J. Smith left. He said so.", "Lt Gen J Smith left ^He said so", "lt . gen . j . smith left . he said so .", false},
		{"U.S. firms", "U S firms", "u.s . firms", false},
		{"l'entreprise a-t-il", "l entreprise a t il", "l' entreprise a-t-il", false},
		{"isn't it", "isn t it", "isn't it", false},
		{"F-16 in Al-Qaida", "F 16 in Al Qaida", "f - 16 in al-qaida", false},

		{"«Нет», — сказал он.", "Нет сказал он", "« нет » , — сказал он .", false},
	} {
		x := Cut(tt.raw, "")
		var words, tokens []string
		for i := range x.Words {
			w := x.Between(i, i+1)
			if i > 0 && x.Words[i].First {
				w = "^" + w
			}
			if x.Words[i].Possessive {
				w = "'" + w
			}
			words = append(words, w)
		}
		for _, token := range x.Tokens(0, len(tt.raw), tt.unspaced) {
			tokens = append(tokens, token.Low)
		}
		if got := strings.Join(words, " "); got != tt.words {
			t.Errorf("%q: words %q, want %q", tt.raw, got, tt.words)
		}
		if got := strings.Join(tokens, " "); got != tt.tokens {
			t.Errorf("%q: tokens %q, want %q", tt.raw, got, tt.tokens)
		}
	}
}

// TestPhrases holds which phrases are found: by stems, capitals, commas and language.
func TestPhrases(t *testing.T) {
	p := NewPhrases[string](8)
	p.Add("arms embargo*", "", "embargo")
	p.Add("EAR", "", "EAR")
	p.Add("Black Sea", "", "sea")
	p.Add("chips, boards", "", "comma")
	p.Add("don", "es", "title")
	for _, tt := range []struct{ raw, language, want string }{
		{"arms embargoes", "en", "embargo"},
		{"arms embargo", "en", "embargo"},
		{"the ear", "en", ""},
		{"the EAR", "en", "EAR"},
		{"black sea", "en", ""},
		{"BLACK SEA", "en", "sea"},
		{"chips boards", "en", ""},
		{"chips, boards", "en", "comma"},
		{"don Juan", "es", "title"},
		{"don Juan", "", "title"},
		{"don Juan", "en", ""},
		{"arms. Embargo", "en", ""},
	} {
		got := ""
		for _, f := range p.All(Cut(tt.raw, tt.language)) {
			got += f.Value
		}
		if got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.language, tt.raw, got, tt.want)
		}
	}
}

// TestTokenPhrases holds which of several phrases of tokens is preferred: the one with
// more words, then a whole word, then the first.
func TestTokenPhrases(t *testing.T) {
	p := NewPhrases[string](8)
	p.AddTokens([]string{"rul*"}, "stem")
	p.AddTokens([]string{"rule"}, "word")
	p.AddTokens([]string{"rule"}, "second")
	p.AddTokens([]string{"rule", "out"}, "two")
	for raw, want := range map[string]string{"rule": "word", "rules": "stem", "rule out": "two", "rulemakingxxx": ""} {
		var best *Phrase[string]
		p.Starting(TokensOf(raw, false), 0, func(x *Phrase[string]) {
			if best == nil || x.Before(best) {
				best = x
			}
		})
		got := ""
		if best != nil {
			got = best.Value
		}
		if got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}

// FuzzCut: whatever the bytes, words, tokens and quotations are in order and in the text.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"The U.S. isn't «A, — said X. — B»", "中国\xff“说”", "a\u00adb\u0301 \"x", "l'A-B.C"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, raw string, unspaced bool) {
		x := Cut(raw, "")
		last := 0
		for i := range x.Words {
			w := &x.Words[i]
			if w.Start < last || w.End <= w.Start || w.End > len(raw) {
				t.Fatalf("word %d of %q is at %d-%d", i, raw, w.Start, w.End)
			}
			last = w.End
		}
		last = 0
		tokens := x.Tokens(0, len(raw), unspaced)
		for _, w := range tokens {
			if w.Start < last || w.End <= w.Start || w.End > len(raw) {
				t.Fatalf("token %q of %q is at %d-%d", w.Low, raw, w.Start, w.End)
			}
			last = w.End
		}
		for _, q := range Quotations(tokens) {
			if q.Open < -1 || q.Close <= q.Open || q.Close > len(tokens) {
				t.Fatalf("%+v of %q", q, raw)
			}
		}
	})
}
