package wire_test

import (
	"encoding/json"
	"testing"

	"github.com/enduse/enduse/wire"
)

// FuzzCells: what is read is written again, in its order, and read as the same.
func FuzzCells(f *testing.F) {
	for _, seed := range []string{`{"a":"1","b":"2"}`, `{"b":"2","a":"1","b":"3"}`, `{}`, `null`, `[]`, `{"a":1}`, `{"\u0000":"<"}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c, again wire.Cells
		if json.Unmarshal(data, &c) != nil {
			return
		}
		b, err := json.Marshal(c)
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		if err := json.Unmarshal(b, &again); err != nil || len(again) != len(c) {
			t.Fatalf("%q: %s: %v", data, b, err)
		}
		for i := range c {
			if c[i] != again[i] {
				t.Fatalf("%q: cell %d is %+v, then %+v", data, i, c[i], again[i])
			}
		}
	})
}
