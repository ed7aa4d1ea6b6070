package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

// TestSavedResults: nothing that is not a whole result of a screening is passed over,
// and what follows it is read.
func TestSavedResults(t *testing.T) {
	const longest = 1 << 20
	const fine = `{"row":2,"outcome":"clear","complete":true,"stamp":{"engine":"x"}}`
	long := `{"id":"` + strings.Repeat("x", longest) + `"}`
	for name, c := range map[string]struct {
		text            string
		results, faults int
	}{
		"lines":                     {fine + "\n\r\n  \n" + fine, 2, 0},
		"a heading":                 {`{"stamp":{"engine":"x"},"columns":[]}` + "\n" + fine, 1, 0},
		"no outcome":                {`{"row":3,"stamp":{"engine":"x"}}` + "\n" + fine, 1, 1},
		"a long line":               {fine + "\n" + long + "\n" + fine, 2, 1},
		"a long line first":         {long + "\n" + fine, 1, 1},
		"two arrays":                {"[" + fine + "][" + fine + "]", 1, 1},
		"more after an array":       {"[" + fine + "] x", 1, 1},
		"a cut array":               {"[" + fine + "," + fine[:20], 1, 1},
		"clear and a gap":           {`{"outcome":"clear","complete":true,"gaps":[{"what":"x","why":"y"}]}`, 0, 1},
		"clear and a fault":         {`{"outcome":"clear","complete":true,"error":{"message":"x"}}`, 0, 1},
		"clear and a finding":       {`{"outcome":"clear","complete":true,"findings":[{"id":"x","severity":"review"}]}`, 0, 1},
		"clear alone":               {`{"outcome":"clear"}`, 0, 1},
		"a severity of its own":     {`{"outcome":"clear","complete":true,"findings":[{"id":"x","severity":"fine"}]}`, 0, 1},
		"a byte-order mark":         {"\ufeff" + fine, 1, 0},
		"results of another screen": {`{"title":"a reading","stamp":{"engine":"x"},"row":1}`, 0, 1},
	} {
		results, faults := 0, 0
		for v, err := range savedResults(strings.NewReader(c.text), longest) {
			switch {
			case err != nil:
				faults++
			case v.result != nil:
				results++
			}
		}
		if results != c.results || faults != c.faults {
			t.Errorf("%s: %d results, %d faults, want %d, %d", name, results, faults, c.results, c.faults)
		}
	}
}

// FuzzSavedResults: whatever a file of results holds, each of its values is a result
// with an outcome or an error, and the reading ends.
func FuzzSavedResults(f *testing.F) {
	f.Add([]byte(`{"row":2,"outcome":"clear","stamp":{"engine":"x"}}` + "\n"))
	f.Add([]byte(`[{"row":2,"outcome":"review"},{"row":3`))
	f.Add([]byte("\xef\xbb\xbf[]"))
	f.Add([]byte(`{"stamp":{"engine":"x"},"columns":[]}` + "\n{}\nnull\n[1]\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 0
		for v, err := range savedResults(bytes.NewReader(b), maxResult) {
			if n++; n > len(b)+1 {
				t.Fatal("there are more results than bytes")
			}
			if (v == savedValue{}) == (err == nil) || v.result != nil && v.head != nil {
				t.Fatalf("a value %v with the error %v", v, err)
			}
			r := v.result
			if r != nil && (r.Validate() != nil || !slices.Contains(enduse.Outcomes, r.Outcome)) {
				t.Fatalf("a result with the outcome %q", r.Outcome)
			}
		}
	})
}
