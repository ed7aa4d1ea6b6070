package charset_test

import (
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/enduse/enduse/internal/charset"
)

// TestGarbled writes names in one encoding and reads them in another, as programs
// do, and knows each of them; and no name as it is meant.
func TestGarbled(t *testing.T) {
	names := []string{
		"Müller Öl", "Société Générale d'Exemple", "Łódź Przykład", "Пример Человек", "ООО Ромашка", "ЗАО «Образец»", "示例有限公司", "Çelik Örnek A.Ş.",
		"Ðuro Ýmir Þór", "مثال", "José", "Åse", "Ærø", "Nguyễn Văn Ví Dụ", "ÅÄÖ Oy", "Škoda Příklad", "O’Example – Co.", "Café €5", "Παράδειγμα ΑΕ", "דוגמה", "ПАО НИИ «ПрИмер»", "NESCAFÉ®", "“SOCIÉTÉ”", "L’ÉTÉ–Ö", "Ö",
	}
	for _, name := range names {
		if charset.Garbled(name) {
			t.Errorf("%q as it is meant", name)
		}
	}
	for _, name := range names {
		for what, page := range map[string]*charmap.Charmap{"windows-1252": charmap.Windows1252, "iso-8859-1": charmap.ISO8859_1, "windows-1251": charmap.Windows1251} {
			back, err := page.NewDecoder().String(name)
			if err == nil && !charset.Garbled(back) {
				t.Errorf("UTF-8 %q as %s: %q", name, what, back)
			}
		}
	}
	for _, pair := range []struct{ from, to *charmap.Charmap }{
		{charmap.Windows1251, charmap.Windows1252}, {charmap.KOI8R, charmap.Windows1252}, {charmap.KOI8R, charmap.Windows1251}, {charmap.ISO8859_5, charmap.Windows1252},
	} {
		for _, name := range []string{"Пример Человек", "ООО Ромашка Образец"} {
			raw, _ := pair.from.NewEncoder().String(name)
			if back, _ := pair.to.NewDecoder().String(raw); !charset.Garbled(back) {
				t.Errorf("%q from %v as %v: %q", name, pair.from, pair.to, back)
			}
		}
	}
}
