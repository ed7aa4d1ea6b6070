package compare

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
	"unicode"
)

func TestJaroWinkler(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"martha", "marhta", 0.961}, // the first five: Winkler's own tables
		{"dixon", "dicksonx", 0.813},
		{"dwayne", "duane", 0.840},
		{"jones", "johnson", 0.832},
		{"abroms", "abrams", 0.922},
		{"martha", "martha", 1},
		{"a", "a", 1},
		{"a", "b", 0},
		{"", "a", 0},
		{"", "", 0},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got := jaroWinkler(pair[0], pair[1]); math.Abs(got-c.want) > 0.0005 {
				t.Errorf("jaroWinkler(%q, %q) = %.4f, want %.3f", pair[0], pair[1], got, c.want)
			}
		}
	}
	// The adjustment holds below a Jaro value of 0.7 too: one letter of four in common.
	if got, plain := jaroWinkler("abcd", "axyz"), jaro("abcd", "axyz"); plain >= 0.7 || math.Abs(got-(plain+0.1*(1-plain))) > 1e-12 {
		t.Errorf("jaroWinkler(abcd, axyz) = %v from a Jaro value of %v", got, plain)
	}
}

func TestSoundex(t *testing.T) {
	for word, want := range map[string]string{
		"Robert": "R163", "Rupert": "R163", "Ashcraft": "A261", "Tymczak": "T522", "Pfister": "P236", "Honeyman": "H555",
		// The examples of the National Archives.
		"Washington": "W252", "Lee": "L000", "Gutierrez": "G362", "Jackson": "J250", "VanDeusen": "V532",
		"robert": "R163", "a": "A000", "": "", "44": "", "x44x": "X200",
	} {
		if got := soundex(word); got != want {
			t.Errorf("soundex(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestOFACScore(t *testing.T) {
	for _, c := range []struct {
		name          string
		asked, listed string
		want          int
	}{
		{"equal", "EXAMPLE TRADING", "Example Trading", 100},
		{"punctuation and marks are folded away", "Exámple-Trading", "EXAMPLE TRADING", 100},
		{"another order: each part has its own", "Trading Example", "EXAMPLE TRADING", 100},
		{"one part entered is in the name", "Example", "EXAMPLE TRADING", 100},
		{"and the other way round it is not the whole", "EXAMPLE TRADING", "Example", 89}, // the whole names: Jaro (1 + 7/15 + 1)/3, four letters in common
		{"the whole names", "martha", "marhta", 96},
		{"one sound, little in common", "patino", "putin", 85},
		{"one sound, more in common", "martha jones", "marhta jones", 98},
		{"a part that is similar to nothing counts 0", "zzzz example", "other example", 50}, // whole, they would be 59
		{"another first letter, half alike", "katerina", "caterina", 92},
		{"another first letter, less than half alike", "abcdef", "xyyzef", 0},
		{"Cyrillic, by its Latin reading", "Пример", "PRIMER", 100},
		{"no reading, no score", "中", "", 0},
		{"nothing", "", "EXAMPLE", 0},
		{"only signs", "---", "---", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := OFACScore([]string{c.asked}, []string{c.listed}); got != c.want {
				t.Errorf("OFACScore(%q, %q) = %d, want %d", c.asked, c.listed, got, c.want)
			}
		})
	}
}

// What is not equal does not score 100, however little is different.
func TestOFACScoreOfOneLetter(t *testing.T) {
	long := strings.Repeat("abcdefghij", 20)
	if got := OFACScore([]string{long}, []string{long + "k"}); got != 99 {
		t.Errorf("one letter more of 200: %d, want 99", got)
	}
}

func TestOFACScoreIsTheBestOfAllNames(t *testing.T) {
	asked, listed := []string{"zzz", "martha"}, []string{"yyy", "marhta", "xxx"}
	if got := OFACScore(asked, listed); got != 96 {
		t.Errorf("got %d, want 96", got)
	}
	if got := OFACScore(nil, listed) + OFACScore(asked, nil); got != 0 {
		t.Errorf("without a name: %d, want 0", got)
	}
}

// The letters beyond the limit change nothing, and cost nothing.
func TestOFACScoreIsBounded(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("a", 1_000_000), strings.Repeat("a ", 500_000), strings.Repeat("ab", 500_000), strings.Repeat("я", 500_000), strings.Repeat("\xff", 1_000_000),
	} {
		start := time.Now()
		got := OFACScore([]string{text}, []string{text + "z", "b" + text})
		if spent := time.Since(start); got < 0 || got > 100 || spent > 5*time.Second {
			t.Errorf("%q...: %d after %v", text[:4], got, spent)
		}
	}
	if n := ofacNameOf(strings.Repeat("ab ", 5_000)); len(n.text) > maxOFACName || len(n.parts) > maxOFACName/2 {
		t.Errorf("%d letters in %d parts are kept", len(n.text), len(n.parts))
	}
}

func FuzzOFACScore(f *testing.F) {
	for _, pair := range [][2]string{{"martha", "marhta"}, {"Пример", "primer"}, {"\xff\x00", "中国"}, {"a b c", ""}, {strings.Repeat("ab", 300), "ba"}} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if got := OFACScore([]string{a}, []string{b}); got < 0 || got > 100 {
			t.Fatalf("OFACScore(%q, %q) = %d", a, b, got)
		}
		x, y := ofacNameOf(a), ofacNameOf(b)
		if got := OFACScore([]string{a}, []string{a}); x.text != "" && got != 100 {
			t.Fatalf("%q compared with itself scores %d", a, got)
		}
		if len(x.text) > maxOFACName || strings.ContainsFunc(x.text, func(r rune) bool { return r > unicode.MaxASCII }) {
			t.Fatalf("%q is read as %q", a, x.text)
		}
		if x.wholeScore(&y) != y.wholeScore(&x) {
			t.Fatalf("the whole of %q and of %q depends on which comes first", a, b)
		}
		code := soundex(a)
		if code != "" && (len(code) != 4 || code[0] < 'A' || code[0] > 'Z' || strings.Trim(code[1:], "0123456") != "") {
			t.Fatalf("soundex(%q) = %q", a, code)
		}
	})
}

func BenchmarkOFACScore(b *testing.B) {
	asked, listed := []string{"EXAMPLE TRADNG COMPANY"}, []string{"EXAMPLE TRADING COMPANY LIMITED"}
	for b.Loop() {
		OFACScore(asked, listed)
	}
}

func ExampleOFACScore() {
	listed := []string{"EXAMPLE TRADING COMPANY", "ETC"}
	fmt.Println(OFACScore([]string{"Exampel Trading"}, listed))
	fmt.Println(OFACScore([]string{"Example"}, listed))
	// Output:
	// 99
	// 100
}
