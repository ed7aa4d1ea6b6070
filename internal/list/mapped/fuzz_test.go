package mapped_test

import (
	"errors"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list/mapped"
)

// FuzzParse reads any bytes as a mapping; one that is accepted reads a table.
func FuzzParse(f *testing.F) {
	f.Add(fixture(f, "own.yaml"))
	f.Add([]byte("a: &a [*a]\n"))
	f.Add([]byte("format: {"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := mapped.Parse(b)
		if err != nil {
			var e *enduse.Error
			if !errors.As(err, &e) || enduse.HintOf(err) == "" {
				t.Fatalf("an error without a hint: %v", err)
			}
			return
		}
		entities, _ := all(m, memory("t.csv", []byte("Firma;Land;Grund;Seit\nA;DE;x;01.01.2024\n")))
		for _, e := range entities {
			if err := e.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// FuzzTable reads any bytes as the table of every shipped mapping: what comes
// out is valid, and never twice the same id.
func FuzzTable(f *testing.F) {
	shipped := mapped.Shipped()
	for _, m := range shipped {
		f.Add(fixture(f, tableOf(f, m.ID)))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, m := range shipped {
			entities, _ := all(m, memory("t", b))
			seen := map[enduse.EntityID]bool{}
			for _, e := range entities {
				if err := e.Validate(); err != nil {
					t.Fatal(err)
				}
				if seen[e.ID] {
					t.Fatalf("%s twice", e.ID)
				}
				seen[e.ID] = true
			}
		}
	})
}
