package main

import (
	"bytes"
	"slices"
	"testing"

	"github.com/enduse/enduse"
)

// FuzzSavedResults: whatever a file of results holds, each of its values is a result
// with an outcome or an error, and the reading ends.
func FuzzSavedResults(f *testing.F) {
	f.Add([]byte(`{"row":2,"outcome":"clear","stamp":{"engine":"x"}}` + "\n"))
	f.Add([]byte(`[{"row":2,"outcome":"review"},{"row":3`))
	f.Add([]byte("\xef\xbb\xbf[]"))
	f.Add([]byte(`{"stamp":{"engine":"x"},"columns":[]}` + "\n{}\nnull\n[1]\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 0
		for r, err := range savedResults(bytes.NewReader(b)) {
			if n++; n > len(b)+1 {
				t.Fatal("there are more results than bytes")
			}
			if (r == nil) == (err == nil) {
				t.Fatalf("a result %v with the error %v", r, err)
			}
			if err == nil && !slices.Contains(enduse.Outcomes, r.Outcome) {
				t.Fatalf("a result with the outcome %q", r.Outcome)
			}
		}
	})
}
