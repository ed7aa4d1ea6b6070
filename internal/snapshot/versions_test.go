package snapshot

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
)

// TestDataOfEarlierVersions opens data folders that earlier versions of the
// program have written, searches them, and imports into them.
func TestDataOfEarlierVersions(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join("testdata", "data-*"))
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(folder)); err != nil {
				t.Fatal(err)
			}
			today := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
			s := edition.Open(dir, func() time.Time { return today }, 72*time.Hour)
			lists := New(s)
			all, err := s.Editions()
			if err != nil || len(all) != 3 {
				t.Fatalf("%d editions, %v", len(all), err)
			}
			snapshot, err := lists.Snapshot(t.Context(), s.Today())
			if err != nil || len(snapshot.Failed) > 0 {
				t.Fatalf("failed %v, %v", snapshot.Failed, err)
			}
			m := match.Matcher{Index: snapshot.Index, Weights: policy.Default().Weights}
			for name, want := range map[string]enduse.EntityID{
				"Example Trading": "own:1", "Beta Example Instruments": "own:4", "Alpha Example Shipping": "un-sc:XXe.001",
			} {
				hits := m.Hits(enduse.Party{Name: name}, 0.5)
				if !slices.ContainsFunc(hits, func(h enduse.Hit) bool { return h.Entity.ID == want }) {
					t.Errorf("%s is not found", name)
				}
			}
			previous, err := s.Find("own@previous")
			if err != nil || previous.Counts.Entities != 3 {
				t.Errorf("the edition before has %d entities, %v", previous.Counts.Entities, err)
			}
			if _, err := s.Import(t.Context(), []string{table(t, rows(1)...)}, edition.ImportOptions{Format: ownFormat(t)}); err == nil {
				t.Error("the guard does not know the edition in force")
			}
			r, err := lists.Import(t.Context(), []string{table(t, rows(5)...)}, edition.ImportOptions{Format: ownFormat(t), AcceptShrink: true})
			if err != nil || !r.Changed() || r.NotIndexed != nil {
				t.Errorf("%+v, %v", r, err)
			}
		})
	}
}
