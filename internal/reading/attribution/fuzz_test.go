package attribution_test

import (
	"testing"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/corridor"
	"github.com/enduse/enduse/internal/reading/text"
)

// FuzzFind: whatever the text, in whatever language, places are of the text, and a
// statement has somebody who makes it and a class that the lexicon has.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"The minister, Anna Ortiz, said on Monday that Ruritania would not sell arms to Moscow.",
		"«No hemos vendido nada a Moscú», afirmó el ministro Juan Pérez ante la prensa.",
		"« C'est faux », a-t-elle lancé. Selon elle, « rien ne change, affirme Mme Durand. Il faut agir. »",
		"«Нет, — сказал он. — Никогда». В МИД сообщили, что, по его словам, всё готово.",
		"外交部发言人王伟24日在例行记者会上表示，“中方反对”，她说。",
		"Q: Has trade grown?\nA: It has.\n\nJournalist: And now? Mr. Field: No.",
		"“A” said \"B”, he asked: “C: “D” said said says that that",
	} {
		f.Add(s, "en")
		f.Add(s, "ru")
		f.Add(s, "zh")
	}
	finder := reading.NewFinder(nil)
	f.Fuzz(func(t *testing.T, raw, language string) {
		if len(raw) > 1<<14 {
			t.Skip("long texts are of the mentions' own test")
		}
		x := text.Cut(raw, language)
		mentions := finder.FindIn(x)
		sentences := attribution.Sentences(x, mentions)
		for _, s := range attribution.Find(x, sentences, mentions) {
			if s.Start < 0 || s.End > len(raw) || s.Start >= s.End || s.Text != raw[s.Start:s.End] {
				t.Errorf("%q is not at %d–%d of %q", s.Text, s.Start, s.End, raw)
			}
			if s.Speaker.Start < 0 || s.Speaker.End > len(raw) || s.Speaker.Surface == "" || s.Class == "" || s.Class == "none" || s.Kind == "" || s.Modality == "" {
				t.Errorf("%+v of %q", s, raw)
			}
			if utf8.ValidString(raw) && !utf8.ValidString(s.Text) {
				t.Errorf("%q cuts a character of %q", s.Text, raw)
			}
		}
		for _, c := range corridor.Find(sentences) {
			if c.Start < 0 || c.End > len(raw) || c.Start >= c.End || c.From == c.To {
				t.Errorf("%+v of %q", c, raw)
			}
		}
	})
}
