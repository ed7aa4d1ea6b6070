package edit

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"putin", "putin", 0},
		{"putin", "puttin", 1},
		{"putin", "ptuin", 1},
		{"putin", "pitun", 2},
		{"ca", "abc", 3},
		{"", "ab", 2},
		{"москва", "мсоква", 1},
		{"kitten", "sitting", 3},
	} {
		if got, ok := Edits(c.a, c.b, 5); !ok || got != c.want {
			t.Errorf("Edits(%q, %q) = %d, %v; want %d", c.a, c.b, got, ok, c.want)
		}
		if _, ok := Edits(c.a, c.b, c.want-1); ok {
			t.Errorf("Edits(%q, %q) is within %d", c.a, c.b, c.want-1)
		}
	}
}

// slowEdits is the textbook recursion, to check the banded table against.
func slowEdits(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	x, y := a[len(a)-1], b[len(b)-1]
	cost := 1
	if x == y {
		cost = 0
	}
	d := min(slowEdits(a[:len(a)-1], b)+1, slowEdits(a, b[:len(b)-1])+1, slowEdits(a[:len(a)-1], b[:len(b)-1])+cost)
	if len(a) > 1 && len(b) > 1 && x == b[len(b)-2] && a[len(a)-2] == y {
		d = min(d, slowEdits(a[:len(a)-2], b[:len(b)-2])+1)
	}
	return d
}

func TestEditsEqualsDefinition(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abcд")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		limit := rapid.IntRange(0, 4).Draw(t, "limit")
		want := slowEdits([]rune(a), []rune(b))
		got, ok := Edits(a, b, limit)
		if ok != (want <= limit) || ok && got != want {
			t.Fatalf("Edits(%q, %q, %d) = %d, %v; the definition says %d", a, b, limit, got, ok, want)
		}
		if ok && Apart(Signature(a), Signature(b), limit) {
			t.Fatalf("signatures of %q and %q say apart, %d edits are within %d", a, b, want, limit)
		}
	})
}
