package index

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/sectionfile"
)

// versionFile is the index of versionEntities as that version wrote it.
func versionFile(v int) string {
	return filepath.Join("testdata", "versions", fmt.Sprintf("v%d.idx", v))
}

func versionEntities() []*enduse.Entity {
	return []*enduse.Entity{
		{ID: "demo:1", Schema: enduse.SchemaCompany, Names: []enduse.Name{{Text: "DEMO AERO CARIBEAN S.A."}, {Text: "ДЕМО АЭРО"}}},
		{ID: "demo:2", Schema: enduse.SchemaPerson, Names: []enduse.Name{{Text: "EXAMPLE, Ivan Petrovich"}}},
	}
}

// TestOlderVersions: a file of an older version is refused as such, so that it is
// made again, and never read as if it were a new one.
func TestOlderVersions(t *testing.T) {
	for v := 1; v < Version; v++ {
		if _, err := Open(t.Context(), versionFile(v)); !errors.Is(err, sectionfile.ErrOlder) {
			t.Errorf("version %d: %v, want %v", v, err, sectionfile.ErrOlder)
		}
	}
}

// TestThisVersion: the version says what the bytes are. If this fails because the
// format or the analysis of names has changed, raise Version, add its line to the
// history, and keep the index of versionEntities as the next fixture.
func TestThisVersion(t *testing.T) {
	x, err := Open(t.Context(), versionFile(Version))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if x.Len() != 2 || x.ByID("demo:2") == nil || x.ByID("demo:2").Names[0].Text != "EXAMPLE, Ivan Petrovich" {
		t.Errorf("%d entities, %+v", x.Len(), x.ByID("demo:2"))
	}
	path := filepath.Join(t.TempDir(), "again.idx")
	if err := Build(versionEntities()).Write(path); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(versionFile(Version))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("version %d is not written as it was: %d bytes, %d before", Version, len(got), len(want))
	}
}
