package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestOutputKeepsWhatIsNotAFile: a link is followed, and a device stays one.
func TestOutputKeepsWhatIsNotAFile(t *testing.T) {
	write := func(path string) error {
		o, err := openOutput(io.Discard, path)
		if err != nil {
			return err
		}
		_, _ = o.w.WriteString("text")
		return o.finish(nil)
	}
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := write(file); err != nil {
		t.Fatal(err)
	}
	if err := write(dir); err == nil {
		t.Error("a folder was written to")
	}
	if runtime.GOOS == "windows" {
		return
	}
	for target, want := range map[string]os.FileMode{file: 0, os.DevNull: os.ModeDevice} {
		_ = os.Remove(link)
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
		if err := write(link); err != nil {
			t.Errorf("%s: %v", target, err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("the link to %s is gone: %v, %v", target, info.Mode(), err)
		}
		if info, err := os.Stat(target); err != nil || info.Mode()&os.ModeDevice != want {
			t.Errorf("%s is now %v, %v", target, info.Mode(), err)
		}
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != "text" {
		t.Errorf("the file holds %q, %v", b, err)
	}
}

// stopping gives a long list of names, and then interrupts.
type stopping struct {
	names io.Reader
	stop  func()
	reads int
}

func (s *stopping) Read(p []byte) (int, error) {
	if s.reads++; s.reads > 3 {
		s.stop()
	}
	return s.names.Read(p)
}

// TestInterrupted: the document is closed, and its last record says that it is
// not the whole.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	names := strings.NewReader("name\n" + strings.Repeat("EXAMPLE TRADING LIMITED\n", 20000))
	dir := t.TempDir()
	var out, errs bytes.Buffer
	a := &app{
		in: &stopping{names: names, stop: stop}, out: &out, err: &errs, clock: func() time.Time { return time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC) },
		commands: commands, getenv: func(key string) (string, bool) { return dir, key == "ENDUSE_DATA" },
	}
	if code := a.main(ctx, []string{"screen", "-", "--format", "json"}); code != exitFailure {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	var results []struct {
		Outcome string
		Error   struct{ Message string }
	}
	if err := json.Unmarshal(out.Bytes(), &results); err != nil || len(results) == 0 || len(results) > 20000 {
		t.Fatalf("%d results, %v", len(results), err)
	}
	if last := results[len(results)-1]; last.Outcome != "incomplete" || !strings.Contains(last.Error.Message, "interrupted") {
		t.Errorf("the last record: %+v", last)
	}
}

// TestFullDisk: a full disk is a failure, not bad input.
func TestFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	var errs bytes.Buffer
	a := &app{
		in: strings.NewReader("name\nEXAMPLE\n"), out: io.Discard, err: &errs, clock: time.Now,
		commands: commands, getenv: func(key string) (string, bool) { return t.TempDir(), key == "ENDUSE_DATA" },
	}
	if code := a.main(t.Context(), []string{"screen", "-", "--out", "/dev/full"}); code != exitFailure || !strings.Contains(errs.String(), "try: free some space") {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
}

// TestOutputKeepsItsMode: a file that is replaced keeps who may read it.
func TestOutputKeepsItsMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes are another thing there")
	}
	for _, mode := range []os.FileMode{0o644, 0o600, 0o640, 0o664} {
		path := filepath.Join(t.TempDir(), "out.csv")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		o, err := openOutput(io.Discard, path)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.finish(nil); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("%v, want %v, %v", info.Mode(), mode, err)
		}
	}
}

// TestAbandonedOutputs: what a killed process left behind is removed by the next
// that writes there; what one is writing now is not.
func TestAbandonedOutputs(t *testing.T) {
	dir := t.TempDir()
	abandoned, foreign := filepath.Join(dir, unfinishedName+"123"), filepath.Join(dir, ".other-123")
	for _, path := range []string{abandoned, foreign} {
		if err := os.WriteFile(path, []byte("somebody's name"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	first, err := openOutput(io.Discard, filepath.Join(dir, "first.csv"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := openOutput(io.Discard, filepath.Join(dir, "second.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []*output{first, second} {
		_, _ = o.w.WriteString("text")
		if err := o.finish(nil); err != nil {
			t.Error(err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != ".other-123 first.csv second.csv" {
		t.Errorf("the folder holds %s", got)
	}
}
