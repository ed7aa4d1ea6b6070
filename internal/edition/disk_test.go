package edition

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"time"

	"github.com/enduse/enduse"
)

func failedWith(errno error) error { return &fs.PathError{Op: "write", Path: "x", Err: errno} }

// TestFaultsOfTheDisk: what the machine cannot do is not the fault of the input,
// even where an importer took it for that.
func TestFaultsOfTheDisk(t *testing.T) {
	taken := &enduse.Error{Code: enduse.CodeInvalid, Err: failedWith(syscall.EIO), Hint: "fetch it again"}
	bad := &enduse.Error{Code: enduse.CodeInvalid, Err: errors.New("bad list"), Hint: "fetch it again"}
	unread := &enduse.Error{Code: enduse.CodeInvalid, Err: failedWith(syscall.EACCES), Hint: "check that you may read it"}
	for _, c := range []struct {
		err  error
		code enduse.Code
		hint string
	}{
		{failedWith(syscall.ENOSPC), enduse.CodeInternal, "free some space"},
		{failedWith(syscall.EROFS), enduse.CodeInternal, "that you may write to"},
		{failedWith(syscall.EACCES), enduse.CodeInternal, "that you may write to"},
		{taken, enduse.CodeInternal, "check the disk"},
		{bad, enduse.CodeInvalid, "fetch it again"},
		{unread, enduse.CodeInvalid, "check that you may read it"},
	} {
		if err := DiskError(c.err); enduse.CodeOf(err) != c.code || !strings.Contains(enduse.HintOf(err), c.hint) {
			t.Errorf("%v: code %s, hint %q", c.err, enduse.CodeOf(err), enduse.HintOf(err))
		}
	}
	if err := DiskError(nil); err != nil {
		t.Error(err)
	}
}

// TestUnreadableIsNotDamaged: nobody is told to delete a file that he may not
// read.
func TestUnreadableIsNotDamaged(t *testing.T) {
	s := Open(t.TempDir(), time.Now, time.Hour)
	if err := os.WriteFile(s.currentPath(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.readCurrent(); enduse.CodeOf(err) != enduse.CodeCorrupt || !strings.Contains(enduse.HintOf(err), "delete the file") {
		t.Errorf("damaged: %v, hint %q", err, enduse.HintOf(err))
	}
	if err := unreadable(s.currentPath(), failedWith(syscall.EACCES), "delete the file"); enduse.CodeOf(err) != enduse.CodeInternal || strings.Contains(enduse.HintOf(err), "delete") {
		t.Errorf("not to be read: %v, hint %q", err, enduse.HintOf(err))
	}
	if err := os.Chmod(s.currentPath(), 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(s.currentPath()); err == nil {
		_ = f.Close()
		t.Skip("whoever runs this may read every file")
	}
	if _, err := s.readCurrent(); strings.Contains(enduse.HintOf(err), "delete") || err == nil {
		t.Errorf("not to be read: %v, hint %q", err, enduse.HintOf(err))
	}
}

// full is a disk without space.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, failedWith(syscall.ENOSPC) }

func TestCopyTellsWhoseFaultItIs(t *testing.T) {
	for name, c := range map[string]struct {
		to   io.Writer
		from io.Reader
		code enduse.Code
	}{
		"a full disk":         {full{}, strings.NewReader("x"), enduse.CodeInternal},
		"a file not readable": {&bytes.Buffer{}, iotest.ErrReader(errors.New("bad")), enduse.CodeInvalid},
		"a disk that fails":   {&bytes.Buffer{}, iotest.ErrReader(failedWith(syscall.EIO)), enduse.CodeInternal},
		"an interruption":     {&bytes.Buffer{}, iotest.ErrReader(context.Canceled), enduse.CodeInternal},
	} {
		_, err := copyAll(c.to, c.from, "list.csv")
		if got := enduse.CodeOf(DiskError(err)); err == nil || got != c.code {
			t.Errorf("%s: %v, code %s", name, err, got)
		}
	}
}

// TestReadOnlyStore: a folder that cannot be written to gets a hint.
func TestReadOnlyStore(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil { // #nosec G302 -- a folder
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) }) // #nosec G302 -- a folder
	if f, err := os.Create(filepath.Join(dir, "LOCK")); err == nil {
		_ = f.Close()
		t.Skip("whoever runs this may write everywhere")
	}
	_, err := Open(dir, time.Now, time.Hour).lock()
	if enduse.CodeOf(err) != enduse.CodeInternal || !strings.Contains(enduse.HintOf(err), "--data") {
		t.Errorf("%v, hint %q", err, enduse.HintOf(err))
	}
}
