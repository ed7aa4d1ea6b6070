//go:build unix

package sectionfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
)

// TestMain writes files on behalf of TestKill if it is told to.
func TestMain(m *testing.M) {
	if dir := os.Getenv("ENDUSE_TEST_FLAT_INTO"); dir != "" {
		if err := writeForEver(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeForEver writes the files 0, 1, 2, ... and says the number of each that is
// committed.
func writeForEver(dir string) error {
	for n := 0; ; n++ {
		w, err := Create(filepath.Join(dir, strconv.Itoa(n)), "test", 1)
		if err != nil {
			return err
		}
		for i := range 4 {
			if err := w.Add(strconv.Itoa(i), bytes.Repeat([]byte{byte(n)}, 100_000)); err != nil {
				return err
			}
		}
		if err := w.Commit(); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// killRuns is how often TestKill kills a writer.
const killRuns = 50

// TestKill kills a process that writes files, at any moment. Every file that has
// its name is whole, and so is every one that was said to be committed.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	committed, temporary := 0, 0
	for i := range killRuns {
		dir := t.TempDir()
		last := killWriter(t, dir, time.Duration(i%10)*time.Millisecond)
		left, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		temporary += len(left)
		if err := RemoveTemporary(dir); err != nil {
			t.Fatal(err)
		}
		files, err := os.ReadDir(dir)
		if err != nil || len(files) <= last {
			t.Fatalf("%d files, and number %d was committed: %v", len(files), last, err)
		}
		temporary -= len(files)
		committed += len(files)
		for _, file := range files {
			checkKilled(t, filepath.Join(dir, file.Name()))
		}
	}
	t.Logf("%d kills: %d whole files, %d unfinished ones removed", killRuns, committed, temporary)
	if committed == 0 || temporary == 0 {
		t.Error("no kill hit a writer at work")
	}
}

// killWriter starts a writer, kills it some time after its first file, and
// returns the number of the last one that it said to be committed.
func killWriter(t *testing.T, dir string, after time.Duration) (last int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "ENDUSE_TEST_FLAT_INTO="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	if _, err := lines.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	_ = cmd.Process.Kill()
	for {
		line, err := lines.ReadString('\n')
		if err != nil { // what a kill cut off was not said
			_ = cmd.Wait()
			return last
		}
		if last, err = strconv.Atoi(strings.TrimSpace(line)); err != nil {
			t.Fatal(err)
		}
	}
}

func checkKilled(t *testing.T, path string) {
	t.Helper()
	f := mustOpen(t, path)
	if err := f.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	if len(f.Sections()) != 4 {
		t.Errorf("%s: %v", path, f.Sections())
	}
	_ = f.Close()
}

// TestShrunkWhileMapped: a file that another program shortens before it is
// verified is an error, not the end of the program.
func TestShrunkWhileMapped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	w, err := Create(path, "test", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Discard()
	if err := errors.Join(w.Add("long", make([]byte, 3*blockSize)), w.Commit()); err != nil {
		t.Fatal(err)
	}
	f := mustOpen(t, path)
	if err := os.Truncate(path, 4096); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := f.Verify(t.Context()); !errors.Is(err, enduse.ErrTruncated) || !strings.Contains(err.Error(), `"long"`) {
			t.Errorf("%v", err)
		}
	}
	if _, err := f.Section("long"); !errors.Is(err, enduse.ErrTruncated) {
		t.Errorf("%v", err)
	}
}
