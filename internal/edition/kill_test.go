//go:build unix

package edition

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain imports on behalf of TestKill if it is told to.
func TestMain(m *testing.M) {
	if dir := os.Getenv("ENDUSE_TEST_IMPORT_INTO"); dir != "" {
		s := Open(dir, clock, 72*time.Hour)
		_, err := s.Import(context.Background(), strings.Split(os.Getenv("ENDUSE_TEST_IMPORT_FILES"), ":"), ImportOptions{VerifiedAt: &now})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// killRuns is how often TestKill kills an import.
const killRuns = 40

// TestKill kills an import at moments spread over its whole length. After
// each, the store serves one of the two editions whole.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	dir := t.TempDir()
	versions := [2]string{unFile(t, 400, "Alpha"), unFile(t, 400, "Beta")}
	importing := func(file string) *exec.Cmd {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "ENDUSE_TEST_IMPORT_INTO="+dir, "ENDUSE_TEST_IMPORT_FILES="+file)
		return cmd
	}
	begin := time.Now()
	if out, err := importing(versions[0]).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(begin)
	seen := map[string]int{}
	for i := range killRuns {
		cmd := importing(versions[(i+1)%2])
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i) / killRuns)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		seen[served(t, dir)]++
	}
	if len(seen) == 0 {
		t.Error("nothing was served")
	}
	if out, err := importing(versions[1]).CombinedOutput(); err != nil {
		t.Fatalf("importing after all the kills: %v: %s", err, out)
	}
	if got := served(t, dir); got != "Beta" {
		t.Errorf("after a whole import: %s", got)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "lists", "*", ".import-*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// served says which version a store has in force, and fails unless it is whole.
func served(t *testing.T, dir string) string {
	t.Helper()
	s := Open(dir, clock, 72*time.Hour)
	e, err := s.Find("un-sc")
	if err != nil {
		t.Fatal(err)
	}
	entities, err := s.Entities(e)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, e := range entities {
		found[strings.Fields(e.Caption())[0]]++
	}
	for version, n := range found {
		if n != 400 || len(found) != 1 {
			t.Fatalf("a torn edition is served: %v", found)
		}
		return version
	}
	t.Fatal("no edition is served")
	return ""
}

// unFile writes a list in the format of the Security Council.
func unFile(t *testing.T, n int, version string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-08-01T23:00:03.110Z"><INDIVIDUALS></INDIVIDUALS><ENTITIES>`)
	for i := range n {
		fmt.Fprintf(&b, "<ENTITY><DATAID>%d</DATAID><FIRST_NAME>%s Example %d</FIRST_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.%03d</REFERENCE_NUMBER></ENTITY>", i+1, version, i, i)
	}
	b.WriteString(`</ENTITIES></CONSOLIDATED_LIST>`)
	path := filepath.Join(t.TempDir(), "un.xml")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
