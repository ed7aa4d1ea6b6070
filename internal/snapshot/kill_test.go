//go:build unix

package snapshot

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
)

// TestMain builds indexes on behalf of TestKillIndexing if it is asked to.
func TestMain(m *testing.M) {
	if dir := os.Getenv("ENDUSE_TEST_INDEX_IN"); dir != "" {
		indexForever(edition.Open(dir, clock, 72*time.Hour), strings.Split(os.Getenv("ENDUSE_TEST_IMPORT_FILES"), ":"))
	}
	os.Exit(m.Run())
}

// indexForever imports one file after another, with the index or without, makes
// the delta, and merges it, until it is killed.
func indexForever(s *edition.Store, files []string) {
	ctx := context.Background()
	lists := New(s)
	for {
		file := []string{files[rand.IntN(len(files))]} // #nosec G404 -- any will do
		o := edition.ImportOptions{VerifiedAt: &now, AcceptShrink: true}
		var err error
		if rand.IntN(2) == 0 { // #nosec G404 -- either will do
			_, err = lists.Import(ctx, file, o)
		} else {
			_, err = s.Import(ctx, file, o)
		}
		if err != nil {
			panic(err)
		}
		if _, err := lists.Snapshot(ctx, enduse.DateOf(now)); err != nil {
			panic(err)
		}
		if err := lists.Refresh(ctx); err != nil {
			panic(err)
		}
	}
}

// killSizes are the lengths of the editions: more than are kept, some so
// far apart that the segments are made one.
var killSizes = []int{40, 41, 42, 43, 44, 150, 151, 152, 153}

// TestKillIndexing kills that at random moments, ENDUSE_TEST_KILLS or 40 times.
// After each the store opens and finds every entity of one edition, and none of
// another.
func TestKillIndexing(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	runs := 40
	if n, err := strconv.Atoi(os.Getenv("ENDUSE_TEST_KILLS")); err == nil {
		runs = n
	}
	const seed = 17
	r := rand.New(rand.NewPCG(seed, seed))
	dir := t.TempDir()
	var files []string
	for _, n := range killSizes {
		files = append(files, unFile(t, n, "Alpha"))
	}
	states := map[string]int{}
	span := 60 // milliseconds
	for i := range runs {
		if i%3 == 2 && len(states) < 2 && span < 4000 {
			span *= 2 // a machine so slow that nothing has been made yet
		}
		cmd := exec.Command(os.Args[0]) // #nosec G204 G702 -- the test itself
		cmd.Env = append(os.Environ(), "ENDUSE_TEST_INDEX_IN="+dir, "ENDUSE_TEST_IMPORT_FILES="+strings.Join(files, ":"))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+r.IntN(span)) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		states[findsAll(t, dir, i)]++
	}
	t.Log(states)
	if len(states) < 2 {
		t.Errorf("only this was seen: %v", states)
	}
	left, err := filepath.Glob(filepath.Join(dir, "index", "*"))
	if err != nil || len(left) > 3*maxManifests+8 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

// findsAll searches the store as a kill left it, and says what it found.
func findsAll(t *testing.T, dir string, run int) string {
	t.Helper()
	s := edition.Open(dir, clock, 72*time.Hour)
	snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
	if err != nil || len(snapshot.Failed) > 0 {
		t.Fatalf("run %d: %v %v", run, err, snapshot)
	}
	n := 0
	for e := range snapshot.Index.All() {
		if e.Source == "un-sc" {
			n++
		}
	}
	m := match.Matcher{Index: snapshot.Index, Weights: policy.Default().Weights}
	for i := range n {
		found := false
		for _, h := range m.Hits(enduse.Party{Name: fmt.Sprintf("Alpha Example %d", i)}, 1) {
			found = found || h.Entity.ID == enduse.EntityID(fmt.Sprintf("un-sc:XXe.%03d", i))
		}
		if !found {
			t.Fatalf("run %d: entity %d of %d is not found", run, i, n)
		}
	}
	if n != 0 && !slices.Contains(killSizes, n) {
		t.Fatalf("run %d: %d entities are served", run, n)
	}
	if m := newest(t, s); m.Changed > 0 {
		return "segments"
	}
	return "whole"
}
