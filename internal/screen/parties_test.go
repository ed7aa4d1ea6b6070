package screen

import (
	"testing"

	"github.com/enduse/enduse/internal/name"
)

// FuzzIsSearchable: a name with a Latin letter or a digit has a word, as the search
// takes it apart.
func FuzzIsSearchable(f *testing.F) {
	for _, text := range []string{"Ltd", "a", "7", "Mr.", "***", "上海", "٣", "x\u0301", "", "\u200d", "A/S", "&c"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if want := len(name.Analyse(text).Tokens) > 0; isSearchable(text) != want {
			t.Errorf("%q can be searched: %v, want %v", text, !want, want)
		}
	})
}
