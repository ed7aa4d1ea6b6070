package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestOutputKeepsWhatIsNotAFile: a link is followed, and a device stays one.
func TestOutputKeepsWhatIsNotAFile(t *testing.T) {
	write := func(path string) error {
		o, err := (&app{}).openOutput(path)
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
