package corridor_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/corridor"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// named marks every place where one of the names occurs: "Name=Kind" or
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

func TestCorridors(t *testing.T) {
	for _, c := range []struct {
		language, text string
		mentions       []string
		want           string
	}{
		{"en", "China cannot help Russia by supplying electronic components.", []string{"China=country=CN", "Russia=country=RU"}, "CN>RU"},
		{"en", "Washington says that Russia supplies missiles to Iran.", []string{"Washington=country=US", "Russia=country=RU", "Iran=country=IR"}, "RU>IR"},
		{"en", "Chinese companies supply equipment to Russia.", []string{"Chinese=country=CN", "Russia=country=RU"}, "CN>RU"},
		{"en", "Washington says that chips are shipped from Ruritania to Moscow.", []string{"Washington=country=US", "Ruritania=country=XR", "Moscow=country=RU"}, "XR>RU"},
		{"en", "The minister of Ruritania met the envoy of Russia.", []string{"Ruritania=country=XR", "Russia=country=RU"}, ""},
		{"es", "Empresas chinas suministran componentes a Rusia.", []string{"chinas=country=CN", "Rusia=country=RU"}, "CN>RU"},
		{"ru", "Турция поставляет станки в Россию.", []string{"Турция=country=TR", "Россию=country=RU"}, "TR>RU"},
		{"zh", "美国指责中国公司向俄罗斯出口芯片。", []string{"美国=country=US", "中国=country=CN", "俄罗斯=country=RU"}, "CN>RU"},
		{"fr", "L'entreprise turque livre des composants à la Russie.", []string{"turque=country=TR", "Russie=country=RU"}, "TR>RU"},
	} {
		mentions := named(c.text, c.mentions...)
		for i := range mentions {
			mentions[i].Country, mentions[i].Anaphor = mentions[i].Resolved, false
		}
		got := ""
		for _, x := range corridor.Find(attribution.Sentences(text.Cut(c.text, c.language), mentions)) {
			got += x.From + ">" + x.To
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
