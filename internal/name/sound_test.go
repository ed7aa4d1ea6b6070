package name

import "testing"

func TestSound(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"usama", "osama", true},
		{"ladin", "laden", true},
		{"bashar", "bachar", true},
		{"yusuf", "yousuf", true},
		{"nuristani", "nooristani", true},
		{"un", "uun", true},
		{"jong", "joong", true},
		{"maria", "mario", false},
		{"meng", "ming", false},
		{"hasan", "husain", false},
		{"ivanov", "ivanova", false},
	} {
		if got := soundOf(c.a) == soundOf(c.b); got != c.same {
			t.Errorf("%s (%s) and %s (%s) sound alike: %v", c.a, soundOf(c.a), c.b, soundOf(c.b), got)
		}
	}
	for _, silent := range []string{"", "x", "nr", "krt"} {
		if got := soundOf(silent); got != "" {
			t.Errorf("%q has the sound %q", silent, got)
		}
	}
	if a, b := Analyse("نور").Tokens[0].Sound, Analyse("王").Tokens[0].Sound; a != "" && a == b {
		t.Errorf("words of two scripts share the sound %q", a)
	}
}

func soundOf(word string) string { return string(appendSound(nil, word)) }
