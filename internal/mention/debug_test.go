package mention

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDebug(t *testing.T) {
	p := os.Getenv("MENTION_DEBUG")
	if p == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(p)
	s := strings.NewReplacer("Blinkenasked", "Blinken asked", "Yiand", "Yi and", "Ukraineand", "Ukraine and", "Chinaand", "China and").Replace(string(b))
	lang := os.Getenv("LANG2")
	if lang == "" {
		lang = "en"
	}
	for _, m := range NewFinder(nil).Find(s, lang) {
		fmt.Printf("%5d %-12s %-45q -> %q c=%s o=%q a=%v u=%v %s\n", m.Start, m.Kind, m.Surface, m.Resolved, m.Country, m.Office, m.Anaphor, m.Uncertain, m.Why)
	}
}
