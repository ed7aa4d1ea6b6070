package opensanctions

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	inOne  = `{"id":"a","schema":"Company","datasets":["ex_one"],"properties":{"name":["Example A"]}}` + "\n"
	owned  = `{"id":"o","schema":"Ownership","datasets":["ex_one"],"properties":{"owner":["b"],"asset":["a"]}}` + "\n"
	inTwo  = `{"id":"b","schema":"Company","datasets":["ex_two"],"properties":{"name":["Example B"]}}` + "\n"
	inBoth = `{"id":"c","schema":"Company","datasets":["ex_one","ex_two"],"properties":{"name":["Example C"]}}` + "\n"
	above  = `{"id":"d","schema":"Company","datasets":["../../up"],"properties":{"name":["Example D"]}}` + "\n"
)

// TestDataSetIsASource: a file of one data set is a source of its own, a
// collection is not, and no name leads out of the data directory.
func TestDataSetIsASource(t *testing.T) {
	for name, c := range map[string]struct {
		head string
		want enduse.SourceID
	}{
		"one":              {inOne + strings.Replace(inOne, `"a"`, `"e"`, 1), "os-ex_one"},
		"two":              {inOne + inTwo, sourceID},
		"each in two":      {inBoth, sourceID},
		"a line cut short": {inOne + inTwo[:40], "os-ex_one"},
		"no whole line":    {inOne[:40], sourceID},
		"a path":           {above, sourceID},
	} {
		f := Formats()[0].Narrow(list.Head{Name: "x", Bytes: []byte(c.head)})
		if f.Source.ID != c.want || f.Source.Lists[0] != enduse.ListID(c.want) {
			t.Errorf("%s: %s, lists %v", name, f.Source.ID, f.Source.Lists)
		}
	}
	if f := Formats()[2].Narrow(list.Head{Name: "x", Bytes: []byte(strings.ReplaceAll(simpleFile, "Example List;Other List", "Ukraine War and Sanctions"))}); f.Source.ID != sourceID {
		t.Errorf("CSV of two sets: %s", f.Source.ID)
	}
	first, _, _ := strings.Cut(simpleFile, `"ex-2"`)
	if f := Formats()[2].Narrow(list.Head{Name: "x", Bytes: []byte(first)}); f.Source.ID != "os-ua_war_sanctions" {
		t.Errorf("CSV of one set: %s", f.Source.ID)
	}
}

// TestIDsOfADataSet: two sets may hold one party, so its id is the set's; and a
// collection that looked like a set is refused.
func TestIDsOfADataSet(t *testing.T) {
	f := Formats()[0].Narrow(list.Head{Name: "x", Bytes: []byte(inOne)})
	read := func(text string) ([]enduse.Entity, []string) {
		got, faults, _ := collect(f.Read(list.Set{{Name: "x", Role: roleFtM, Open: opener(text)}}))
		return got, faults
	}
	got, faults := read(inOne + owned)
	if len(faults) > 0 || len(got) != 1 || got[0].ID != "os-ex_one:a" || got[0].Source != "os-ex_one" || len(got[0].Interests) != 1 || got[0].Interests[0].Owner != "os-ex_one:b" {
		t.Errorf("%+v, %v", got, faults)
	}
	if got, faults := read(inOne + inTwo + inOne); len(got) != 1 || len(faults) != 1 || !strings.Contains(faults[0], "collection") {
		t.Errorf("%d entities, %v", len(got), faults)
	}
}
