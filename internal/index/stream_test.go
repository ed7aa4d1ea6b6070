package index

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// partsOf spreads entities over parts of their own choice.
func partsOf(t *testing.T, all []*enduse.Entity, n int) []Part {
	t.Helper()
	parts := make([]Part, n)
	for i, e := range all {
		line, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		p := &parts[i*7%n]
		p.Lines, p.Digests = append(p.Lines, line), append(p.Digests, uint64(i))
	}
	for i := range parts {
		parts[i].Name = fmt.Sprint("part", i)
	}
	return parts
}

// TestPartsEqualEntities: the index of lines, in whatever parts and order, has
// the arrays of that of their entities, but for the records.
func TestPartsEqualEntities(t *testing.T) {
	all := parties(3*chunkSize + 5)
	for i, e := range all {
		e.Names = append(e.Names, enduse.Name{Text: []string{"Пример Иванов", "例子贸易有限公司", "Example Al Trading LLC"}[i%3], Kind: enduse.NameAlias})
		e.Identifiers = []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, fmt.Sprint("AB", i%900), "RU")}
	}
	want := Build(all)
	for _, n := range []int{1, 5} {
		mixed := slices.Clone(all)
		rand.New(rand.NewPCG(5, 6)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		got, err := BuildParts(partsOf(t, mixed, n))
		if err != nil {
			t.Fatal(err)
		}
		others := got.sections(&records{})
		for i, s := range want.sections(&records{}) {
			if strings.HasPrefix(s.name, "parts.") || s.name == "entities.parts" || s.name == "entities.digests" {
				continue
			}
			if !bytes.Equal(bytesOf(s.array), bytesOf(others[i].array)) {
				t.Errorf("%d parts: %s is another", n, s.name)
			}
		}
		for i := range all {
			if e := got.Entity(i); e.ID != all[i].ID || e.Remarks != all[i].Remarks {
				t.Fatalf("entity %d is %s", i, e.ID)
			}
		}
	}
}

// TestPartsRefuse: a line that is no entity is named.
func TestPartsRefuse(t *testing.T) {
	for _, line := range []string{"", "[", `{"id":"a`, `{"id":"a","names":7}`, `{"id":7}`} {
		_, err := BuildParts([]Part{{Name: "own", Lines: [][]byte{[]byte(`{"id":"b"}`), []byte(line)}, Digests: []uint64{1, 2}}})
		if err == nil || !strings.Contains(err.Error(), "entity 2 of own") {
			t.Errorf("%q: %v", line, err)
		}
	}
}

func TestIDOf(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":"own:1","source":"own"}`: "own:1",
		`{"id":"own:\"1\\"}`:            `own:"1\`,
		`{"id":"own:\u00e9"}`:           "own:é",
		`{ "source":"x", "id":"own:2"}`: "own:2",
	} {
		if got, err := idOf([]byte(line)); err != nil || got != want {
			t.Errorf("%s: %q, %v", line, got, err)
		}
	}
}

// TestDictionary holds it against a map.
func TestDictionary(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	var d dictionary
	var p postingsBuilder
	ids, lists := map[string]int32{}, map[int32][]int32{}
	for i := range int32(3 * listedBlock / 2) {
		word := fmt.Sprint("слово", rng.IntN(20_000))
		id, isNew := d.add(word)
		known, ok := ids[word]
		if isNew == ok || ok && id != known || !ok && int(id) != len(ids) {
			t.Fatalf("%s is %d, %v; it was %d, %v", word, id, isNew, known, ok)
		}
		ids[word] = id
		lists[id] = append(lists[id], i)
		p.add(id, i)
	}
	all := p.finish(d.texts.len() + 1)
	for word, id := range ids {
		if d.texts.at(id) != word || !slices.Equal(all.of(id), lists[id]) {
			t.Fatalf("%d is %s with %v, want %s with %v", id, d.texts.at(id), all.of(id), word, lists[id])
		}
	}
	if none := all.of(int32(d.texts.len())); len(none) > 0 {
		t.Errorf("a list without postings has %v", none)
	}
}

// TestManyPostings: as many as a long list has.
func TestManyPostings(t *testing.T) {
	const n = 70 * listedBlock
	var b postingsBuilder
	for i := range int32(n) {
		b.add(i%3, i)
	}
	p := b.finish(3)
	for list := range int32(3) {
		for i, got := range p.of(list) {
			if want := 3*int32(i) + list; got != want {
				t.Fatalf("posting %d of list %d is %d, want %d", i, list, got, want)
			}
		}
	}
	if len(p.all) != n {
		t.Errorf("%d postings", len(p.all))
	}
}
