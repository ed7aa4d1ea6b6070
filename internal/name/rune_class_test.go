package name

import (
	"testing"
	"unicode"
)

// TestKinds holds the table against the ones of package unicode, for every code
// point.
func TestKinds(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := separator
		switch {
		case unicode.IsLetter(r):
			want = letter
		case unicode.IsDigit(r):
			want = digit
		case unicode.Is(unicode.Mn, r):
			want = nonspacing
		case unicode.Is(unicode.M, r):
			want = mark
		case unicode.Is(unicode.Cf, r):
			want = ignorable
		}
		if got := runeClassOf(r); got != want {
			t.Fatalf("%U has the kind %d, want %d", r, got, want)
		}
		if got := lower(r); got != unicode.ToLower(r) {
			t.Fatalf("%U in lower case is %U, want %U", r, got, unicode.ToLower(r))
		}
	}
}

func TestScripts(t *testing.T) {
	for r := rune(unicode.MaxLatin1); r <= unicode.MaxRune; r++ {
		want := "Zzzz"
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				want = s.code
			}
		}
		if got := scriptOfRune(r); got != want {
			t.Fatalf("%U is of the script %s, want %s", r, got, want)
		}
	}
	if n := len(scripts); n > 31 {
		t.Errorf("%d scripts do not fit in five bits", n)
	}
}
