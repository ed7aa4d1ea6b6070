package compare

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse/internal/name"
)

var testWeights = NameWeights{Initial: 0.5, Omission: 0.4, Contradiction: 4, Single: 0.75, Known: 0.65}

func similarity(a, b string) NameResult {
	x, y := name.Analyse(a), name.Analyse(b)
	return explain(&x, &y)
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b     string
		from, to float64
		why      string
	}{
		{"AERO-CARIBBEAN", "aero caribbean", 1, 1, "equal but for case and punctuation"},
		{"José Núñez", "JOSE NUNEZ", 1, 1, "equal but for diacritics"},
		{"上海电子", "上海电子", 1, 1, "equal in another script"},
		{"BIN LADIN, Usama", "Usama bin Ladin", 0.99, 0.995, "another order is not equal"},
		{"Siemens Aktiengesellschaft", "Siemens AG", 0.99, 0.995, "legal forms of one class"},
		{"Usama bin Ladin", "Usama bin Laden", 0.8, 0.99, "one letter"},
		{"vander bilt", "vanderbilt", 0.95, 0.995, "joined"},
		{"V. Putin", "Vladimir Putin", 0.7, 0.95, "initial"},
		{"Владимир Путин", "Vladimir Putin", 0.9, 0.995, "another script"},
		{"Vladimir Ivanov", "Vladimir Putin", 0, 0.5, "contradiction"},
		{"J. S.", "John Smith", 0, 0, "initials alone"},
		{"Brigade 44", "Brigade 45", 0, 0.6, "numbers are not misspelt"},
		{"", "Vladimir Putin", 0, 0, "nothing"},
	} {
		got := similarity(c.a, c.b)
		if got.Similarity < c.from || got.Similarity > c.to {
			t.Errorf("%s: %q / %q are %.3f alike, want %v to %v", c.why, c.a, c.b, got.Similarity, c.from, c.to)
		}
	}
}

func TestOmissionCostsLessThanContradiction(t *testing.T) {
	omitted := similarity("Vladimir Putin", "Vladimir Vladimirovich Putin").Similarity
	contradicted := similarity("Vladimir Petrovich Putin", "Vladimir Vladimirovich Putin").Similarity
	if omitted <= contradicted {
		t.Errorf("omitted %.3f, contradicted %.3f", omitted, contradicted)
	}
}

// names draws names of a few words, so that they often have some in common.
func names() *rapid.Generator[string] {
	word := rapid.SampledFrom([]string{"ali", "alli", "ivan", "ivanov", "иван", "al", "bin", "j", "i", "trading", "co", "ltd", "12", "13", "vander", "bilt", "vanderbilt", "van", "der", "上海", "limited", "liability", "company"})
	return rapid.Custom(func(t *rapid.T) string {
		s := ""
		for range rapid.IntRange(1, 6).Draw(t, "words") {
			s += word.Draw(t, "word") + " "
		}
		return s
	})
}

func TestNamesIsSymmetricAndBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := names().Draw(t, "a"), names().Draw(t, "b")
		x, y := similarity(a, b), similarity(b, a)
		if x.Similarity != y.Similarity {
			t.Fatalf("%q / %q: %v one way, %v the other", a, b, x.Similarity, y.Similarity)
		}
		if x.Similarity < 0 || x.Similarity > 1 || math.IsNaN(x.Similarity) {
			t.Fatalf("%q / %q: %v", a, b, x.Similarity)
		}
		equal := name.Analyse(a).Folded == name.Analyse(b).Folded
		if (x.Similarity == 1) != equal {
			t.Fatalf("%q / %q: likeness %v, equal %v", a, b, x.Similarity, equal)
		}
		share := 0.0
		for _, p := range x.Alignment {
			share += p.Share
		}
		if math.Abs(share-1) > 1e-9 {
			t.Fatalf("%q / %q: shares of the alignment sum to %v", a, b, share)
		}
	})
}

func explain(a, b *name.Name) NameResult {
	n := Namer{Weights: testWeights}
	return n.Explain(a, b)
}
