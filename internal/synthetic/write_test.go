package synthetic

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/mapped"
)

// TestWrite: what is written is read back through the mapping, but for what Write
// says is lost, and nothing is left unread.
func TestWrite(t *testing.T) {
	want := grown(100, 7)
	var file bytes.Buffer
	for _, e := range want {
		if err := Write(&file, e); err != nil {
			t.Fatal(err)
		}
	}
	m, err := mapped.Parse(Mapping)
	if err != nil {
		t.Fatal(err)
	}
	format := m.Format()
	if role := format.Detect(list.Head{Name: "x.ndjson", Bytes: file.Bytes()}); role == "" {
		t.Error("its own file is not recognised")
	}
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(file.Bytes())), nil }
	i := 0
	for got, err := range format.Read(list.Set{{Name: "x.ndjson", Role: "table", Open: open}}) {
		if err != nil {
			t.Fatal(err)
		}
		diff := cmp.Diff(kept(want[i]), kept(&got), cmpopts.EquateEmpty(),
			cmpopts.IgnoreFields(enduse.Entity{}, "Record"), cmpopts.IgnoreFields(enduse.Identifier{}, "Label", "Note"))
		if diff != "" {
			t.Fatalf("%s (-made +read):\n%s", want[i].ID, diff)
		}
		i++
	}
	if i != len(want) {
		t.Errorf("%d entities read back of %d", i, len(want))
	}
}

// kept is an entity without what the file does not hold.
func kept(e *enduse.Entity) enduse.Entity {
	out := *e
	out.Names = slices.Clone(e.Names)
	for i := range out.Names {
		out.Names[i].Script, out.Names[i].Parts = "", nil
	}
	out.BirthDates, out.Designations = exactEnds(e.BirthDates), nil
	out.Addresses = slices.DeleteFunc(slices.Clone(e.Addresses), func(a enduse.Address) bool { return a == enduse.Address{CountryText: a.CountryText} })
	return out
}

// TestMappingKnowsAll: no kind of name or identifier goes unread.
func TestMappingKnowsAll(t *testing.T) {
	for _, k := range enduse.IdentifierKinds {
		if !strings.Contains(string(Mapping), "identifiers."+string(k)+",") {
			t.Errorf("identifiers of kind %s are not in the mapping", k)
		}
	}
	for _, k := range enduse.NameKinds {
		if !strings.Contains(string(Mapping), "names."+string(k)+",") {
			t.Errorf("names of kind %s are not in the mapping", k)
		}
	}
}
