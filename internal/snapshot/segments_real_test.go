package snapshot

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/testkit"
)

// TestRealDeltas imports editions of the SDN list of spring 2024 and searches
// names of the last through the segments and through one index.
func TestRealDeltas(t *testing.T) {
	path := testkit.Data(t, "ofac", "sdn_csv_history_2021-08_2024-05.tar.zst")
	if testing.Short() {
		t.Skip("unpacks 308 editions")
	}
	s, dir := testStore(t), t.TempDir()
	compared := 0
	eachFile(t, path, func(name string, content []byte) {
		name = filepath.Base(name)
		if !strings.HasPrefix(name, "sdn_2024-04-2") && !strings.HasPrefix(name, "sdn_2024-05-") {
			return
		}
		file := filepath.Join(dir, "sdn.csv")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Import(t.Context(), []string{file}, edition.ImportOptions{Partial: true, VerifiedAt: &now, AcceptShrink: true}); err != nil {
			t.Fatal(err)
		}
		snapshot := mustSnapshot(t, s)
		if !strings.HasPrefix(name, "sdn_2024-05-") {
			return
		}
		var names []string
		i := 0
		for e := range snapshot.Index.All() {
			if i++; i%150 == 0 || i > snapshot.Index.Len()-30 { // the last ones are of the delta
				names = append(names, e.Caption())
			}
		}
		m := newest(t, s)
		if m.Changed == 0 {
			t.Errorf("%s: it is not a delta", name)
		}
		compared += sameAsWhole(t, s, snapshot, names)
		t.Logf("%s: %d entities changed since the base, %d names searched", name, m.Changed, len(names))
	})
	if compared < 300 {
		t.Errorf("only %d hits were compared", compared)
	}
}
