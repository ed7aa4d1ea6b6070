package match

import (
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/index"
)

// TestFileEqualsMemory searches an index in memory and the same from a file.
func TestFileEqualsMemory(t *testing.T) {
	var entities []*enduse.Entity
	names := rapid.SliceOfN(someName(), 1, 3)
	for i := range 200 {
		e := entity(string(rune('a'+i%26))+string(rune('a'+i/26)), names.Example(i)...)
		e.Identifiers = []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "AB"+string(e.ID), "RU")}
		if i%3 == 0 {
			e.BirthDates = []enduse.Date{{Year: 1960, Month: 5, Day: 1}}
		}
		entities = append(entities, e)
	}
	entities = append(entities, &enduse.Entity{ID: "address", Schema: enduse.SchemaAddress, Addresses: []enduse.Address{{Text: "Room 1, 12 Example Road, Kowloon"}}})
	memory := matcher(entities...)
	path := filepath.Join(t.TempDir(), "list.idx")
	if err := memory.Index.(*index.Index).Write(path); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = x.Close() }()
	file := &Matcher{Index: x, Weights: memory.Weights, NameBirthPlace: true}
	found := 0
	for i := range 300 {
		p := enduse.Party{Name: someName().Example(i)}
		switch i % 4 {
		case 1:
			p.BirthDate = enduse.Date{Year: 1960}
		case 2:
			p.Identifiers = entities[i%200].Identifiers
		case 3:
			p.Addresses = []enduse.Address{{Text: "Rm 1, 12 Example Road, Kowloon"}}
		}
		want := memory.Hits(p, 0.3)
		sameHits(t, file.Hits(p, 0.3), want)
		found += len(want)
	}
	if found < 100 {
		t.Errorf("only %d hits were compared", found)
	}
	if e := x.ByID("address"); e == nil || len(e.Addresses) != 1 || x.ByID("none") != nil || x.Len() != len(entities) {
		t.Error("entities are not found by their ids")
	}
}
