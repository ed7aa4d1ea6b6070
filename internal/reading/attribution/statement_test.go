package attribution

import (
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// named marks every place where one of the names stands: "Name=Kind" or
// "Surface=Kind=Resolved".
func named(raw string, names ...string) (out []entity.Mention) {
	for _, n := range names {
		parts := strings.Split(n, "=")
		m := entity.Mention{Kind: entity.Kind(parts[1]), Surface: parts[0], Resolved: parts[0]}
		if len(parts) > 2 {
			m.Resolved, m.Anaphor = parts[2], true
		}
		for at := 0; ; {
			i := strings.Index(raw[at:], m.Surface)
			if i < 0 {
				break
			}
			m.Start, m.End = at+i, at+i+len(m.Surface)
			out = append(out, m)
			at = m.End
		}
	}
	slices.SortFunc(out, func(a, b entity.Mention) int { return a.Start - b.Start })
	return out
}

// want is "speaker | class | kind | modality | text".
var cases = []struct {
	name, language, text string
	mentions             []string
	want                 []string
}{
	{
		"that", "en", "The minister, Anna Ortiz, said on Monday that Ruritania would not sell arms to Moscow.",
		[]string{"Anna Ortiz=person", "Ruritania=country", "Moscow=country"},
		[]string{"Anna Ortiz | said | paraphrase | negated | Ruritania would not sell arms to Moscow"},
	},
	{
		"quotation first", "en", "“We have never sold chips to Russia”, said Ortiz in a press conference.",
		[]string{"Ortiz=person", "Russia=country"},
		[]string{"Ortiz | said | quote | negated | We have never sold chips to Russia"},
	},
	{
		"not ruled out", "en", "Ortiz did not rule out sanctions on companies that supply equipment to Russia.",
		[]string{"Ortiz=person", "Russia=country"},
		[]string{"Ortiz | said | paraphrase | possible | sanctions on companies that supply equipment to Russia"},
	},
	{
		"asked whom", "en", "The US Secretary, Ann Smith, asked Beijing to stop supplying components to Russia.",
		[]string{"Ann Smith=person", "Beijing=country", "Russia=country", "US=country"},
		[]string{"Ann Smith | asked | paraphrase | asserted | to stop supplying components to Russia"},
	},
	{
		"two verbs of one subject", "en", "Beijing has denied that it sold weapons to Russia and assures that it keeps a “normal” relationship with Moscow.",
		[]string{"Beijing=country", "Russia=country", "Moscow=country"},
		[]string{
			"Beijing | denied | paraphrase | negated | it sold weapons to Russia",
			"Beijing | assured | paraphrase | asserted | it keeps a “normal” relationship with Moscow",
		},
	},
	{
		"officials", "en", "However, US officials have warned in recent weeks that Chinese companies are helping the Russian arms industry.",
		[]string{"US=country", "Chinese=country", "Russian=country"},
		[]string{"US officials | warned | paraphrase | asserted | Chinese companies are helping the Russian arms industry"},
	},
	{
		"according to", "en", "The parts were shipped through Ruritania, according to Ann Smith.",
		[]string{"Ruritania=country", "Ann Smith=person"},
		[]string{"Ann Smith | said | paraphrase | asserted | The parts were shipped through Ruritania"},
	},
	{
		"passive", "en", "The company was accused by Kyiv of shipping engines.",
		[]string{"Kyiv=country"},
		[]string{"Kyiv | accused | paraphrase | asserted | of shipping engines"},
	},
	{
		"Spanish, verb first", "es", "«No hemos vendido nada a Moscú», afirmó el ministro Juan Pérez.",
		[]string{"Juan Pérez=person", "Moscú=country"},
		[]string{"Juan Pérez | said | quote | negated | No hemos vendido nada a Moscú"},
	},
	{
		"Russian", "ru", "Министр Иван Петров заявил, что завод не поставлял двигатели в Иран.",
		[]string{"Иван Петров=person", "Иран=country"},
		[]string{"Иван Петров | said | paraphrase | negated | завод не поставлял двигатели в Иран"},
	},
	{
		"Chinese", "zh", "外交部发言人王伟否认中国向俄罗斯出售武器。",
		[]string{"王伟=person", "中国=country", "俄罗斯=country"},
		[]string{"王伟 | denied | paraphrase | negated | 中国向俄罗斯出售武器"},
	},
	{
		"French", "fr", "Le ministre Jean Moreau a déclaré que la France n'exclut pas des sanctions.",
		[]string{"Jean Moreau=person", "France=country"},
		[]string{"Jean Moreau | said | paraphrase | possible | la France n'exclut pas des sanctions", "France | said | paraphrase | possible | des sanctions"},
	},
}

func TestFind(t *testing.T) {
	for _, c := range cases {
		var got []string
		x, mentions := text.Cut(c.text, c.language), named(c.text, c.mentions...)
		for _, s := range Find(x, Sentences(x, mentions), mentions) {
			if s.Text != c.text[s.Start:s.End] {
				t.Errorf("%s: %q is not at %d", c.name, s.Text, s.Start)
			}
			got = append(got, strings.Join([]string{s.Speaker.Resolved, string(s.Class), string(s.Kind), string(s.Modality), s.Text}, " | "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}
