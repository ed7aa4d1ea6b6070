package reading

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading/entity"
)

// check holds mentions to what the package promises.
func check(t *testing.T, raw string, all []entity.Mention) {
	t.Helper()
	ends := map[entity.Kind]int{}
	last := 0
	for _, m := range all {
		if m.Start < last || m.End <= m.Start || m.End > len(raw) || raw[m.Start:m.End] != m.Surface {
			t.Fatalf("%+v: its place is wrong", m)
		}
		if m.Resolved == "" || m.Uncertain && m.Why == "" {
			t.Fatalf("%+v: nothing is said of what it is, or why it is not sure", m)
		}
		if m.Kind != entity.ListedParty && m.Start < ends[m.Kind] {
			t.Fatalf("%+v lies over another of its kind", m)
		}
		if m.Kind == entity.ListedParty && len(m.Parties) == 0 || m.Kind == entity.Goods && len(m.Leads) == 0 {
			t.Fatalf("%+v: there is nothing that it leads to", m)
		}
		last, ends[m.Kind] = m.Start, m.End
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"The US Secretary of State, Anthony Blinken, asked Beijing not to help Russia. He said so.",
		"El portavoz del Ministerio de Exteriores, Lin Jian, dijo que China no vende armas.",
		"Министр иностранных дел России Сергей Лавров заявил, что США лгут. Он добавил это.",
		"中国外交部发言人林剑表示，美国国务卿安东尼·布林肯说。他强调。", "a\xff\xfe B", "U.S.\n\n\nÀ\u0301 \u00ad", strings.Repeat("A ", 50),
	} {
		for _, l := range []string{"en", "es", "ru", "zh", "fr", ""} {
			f.Add(s, l)
		}
	}
	finder := NewFinder(nil)
	f.Fuzz(func(t *testing.T, raw, language string) { check(t, raw, finder.Find(raw, language)) })
}
