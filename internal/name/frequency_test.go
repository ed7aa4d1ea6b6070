package name

import (
	"strings"
	"testing"
)

func TestFrequencyFindsEveryWord(t *testing.T) {
	words := 0
	last := ""
	for line := range strings.Lines(frequencyTable) {
		word, digits, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || len(digits) != 2 || word <= last {
			t.Fatalf("line %q after %q", line, last)
		}
		last = word
		words++
		if p, c := frequency(word); p != hexDigit(digits[0]) || c != hexDigit(digits[1]) {
			t.Fatalf("%q: %d %d, the table says %s", word, p, c, digits)
		}
	}
	if words < 30000 {
		t.Errorf("only %d words", words)
	}
	for _, w := range []string{"", "a", "zzzzzzzz", "notaword", "mari", "mariaa"} {
		if p, c := frequency(w); w == "notaword" && p+c != 0 || w == "zzzzzzzz" && p+c != 0 || w == "" && p+c != 0 {
			t.Errorf("%q is in the table: %d %d", w, p, c)
		}
	}
	if !strings.HasPrefix(FrequencyDigest(), "sha256:") {
		t.Error(FrequencyDigest())
	}
}

func BenchmarkFrequency(b *testing.B) {
	for b.Loop() {
		frequency("rodriguez")
	}
}
