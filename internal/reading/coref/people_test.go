package coref

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestKeys: two words that are taken for one share a key, whatever the edit or the
// ending.
func TestKeys(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	alphabets := [][]rune{[]rune("abcdefghijk"), []rune("абвгдежзик"), []rune("αβγδεζη")}
	same := 0
	for range 200_000 {
		letters := alphabets[rng.IntN(len(alphabets))]
		a := make([]rune, 2+rng.IntN(8))
		for i := range a {
			a[i] = letters[rng.IntN(len(letters))]
		}
		b := slices.Clone(a)
		switch at := rng.IntN(len(b)); rng.IntN(5) {
		case 0:
			b = slices.Delete(b, at, at+1)
		case 1:
			b = slices.Insert(b, at, letters[rng.IntN(len(letters))])
		case 2:
			b[at] = letters[rng.IntN(len(letters))]
		case 3:
			if at > 0 {
				b[at-1], b[at] = b[at], b[at-1]
			}
		case 4:
			b = append(b, letters[rng.IntN(len(letters))], letters[rng.IntN(len(letters))])
		}
		x, y := string(a), string(b)
		if !isSameWord(x, y) {
			continue
		}
		same++
		if !slices.ContainsFunc(keysOf(x), func(k string) bool { return slices.Contains(keysOf(y), k) }) {
			t.Fatalf("%q and %q are one word, and share no key", x, y)
		}
	}
	if same < 50_000 {
		t.Fatalf("%d pairs were one word", same)
	}
}
