package sectionfile

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

// sample is what the small file of the tests holds: text, numbers, nothing, and
// a section that fills its place to the last byte.
var sample = []struct {
	name  string
	bytes []byte
}{
	{"text", []byte("EXAMPLE TRADING LLC")},
	{"numbers", Bytes([]uint32{1, 2, 1 << 31})},
	{"empty", nil},
	{"whole", bytes.Repeat([]byte{0xa5}, alignment)},
	{"last", []byte{7}},
}

// write makes the small file.
func write(t testing.TB, path string, version uint32) {
	t.Helper()
	w, err := Create(path, "test", version)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Discard()
	for _, s := range sample {
		if err := w.Add(s.name, s.bytes); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
}

// small returns the bytes of the small file.
func small(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small")
	write(t, path, 1)
	return contents(t, path)
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// put writes bytes to a file of its own.
func put(t testing.TB, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds checks that an open file is the small file.
func holds(t testing.TB, f *File) {
	t.Helper()
	for _, s := range sample {
		got, err := f.Section(s.name)
		if err != nil || !bytes.Equal(got, s.bytes) {
			t.Errorf("section %s: %q, %v, want %q", s.name, got, err, s.bytes)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, 3)
	for name, load := range loaders {
		f, err := open(path, "test", []uint32{2, 3}, load)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		holds(t, f)
		if err := f.Verify(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if f.Version() != 3 || f.Size() != int64(len(contents(t, path))) || len(f.Sections()) != len(sample) {
			t.Errorf("%s: version %d, %d bytes, %v", name, f.Version(), f.Size(), f.Sections())
		}
		if err := f.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// loaders are the ways in which a file becomes memory.
var loaders = map[string]func(*os.File, int) ([]byte, func() error, error){"mapped": mapFile, "read": readFile}

// TestBlocks writes sections around the size of the blocks that sums are made
// of, and finds one flipped bit in the last of them.
func TestBlocks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	w, err := Create(path, "test", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Discard()
	long := bytes.Repeat([]byte("0123456789abcdef"), 5*blockSize/32)
	lengths := []int{blockSize - 1, blockSize, blockSize + 1, len(long)}
	names := []string{"less", "one", "more", "many"}
	for i, n := range lengths {
		if err := w.Add(names[i], long[:n]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	f := mustOpen(t, path)
	for i, n := range lengths {
		if got, err := f.Section(names[i]); err != nil || !bytes.Equal(got, long[:n]) {
			t.Errorf("%s: %d bytes, %v", names[i], len(got), err)
		}
	}
	b := contents(t, path)
	last := f.Sections()[3]
	b[last.Offset+last.Bytes-1] ^= 1
	f = mustOpen(t, put(t, b))
	if err := f.Verify(t.Context()); !errors.Is(err, ErrCorrupt) || !strings.Contains(err.Error(), `"many"`) {
		t.Errorf("a flipped bit in the last block: %v", err)
	}
}

func mustOpen(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path, "test", 1)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// TestGoldenLayout: the layout on the disk does not change by itself. The
// fixture also stands for a file of an older content version.
func TestGoldenLayout(t *testing.T) {
	testkit.Golden(t, "container1.flat", small(t))
	path := filepath.Join("testdata", "container1.flat")
	f, err := Open(path, "test", 1, 2)
	if err != nil {
		t.Fatalf("a program that knows versions 1 and 2: %v", err)
	}
	defer f.Close()
	holds(t, f)
	if _, err := Open(path, "test", 2); !errors.Is(err, ErrOlder) || errors.Is(err, ErrNewer) {
		t.Errorf("a program that knows version 2 only: %v", err)
	}
	if _, err := Open(path, "test", 0); !errors.Is(err, ErrNewer) {
		t.Errorf("a program that knows version 0 only: %v", err)
	}
	if _, err := Open(path, "other", 1); !errors.Is(err, ErrForeign) {
		t.Errorf("a file of another kind: %v", err)
	}
}

// TestSharedVerification asks for the same section from many sides at once.
func TestSharedVerification(t *testing.T) {
	f := mustOpen(t, put(t, small(t)))
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			holds(t, f)
			if err := f.Verify(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// TestVerifyCancelled: a cancelled Verify says so, and nothing is wrong later.
func TestVerifyCancelled(t *testing.T) {
	f := mustOpen(t, put(t, small(t)))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Verify(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	holds(t, f)
}

// TestClose: what is held stays; after that, nothing is handed out.
func TestClose(t *testing.T) {
	f, err := Open(put(t, small(t)), "test", 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Acquire(); err != nil {
		t.Fatal(err)
	}
	text, err := f.Section("text")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if String(text) != "EXAMPLE TRADING LLC" {
		t.Errorf("held, then closed: %q", text)
	}
	_, gone := f.Section("text")
	for what, err := range map[string]error{"Section": gone, "Verify": f.Verify(t.Context()), "Acquire": f.Acquire()} {
		if !errors.Is(err, ErrClosed) || enduse.HintOf(err) == "" {
			t.Errorf("%s after Close: %v", what, err)
		}
	}
	f.Release()
	if f.data != nil && f.holders.Load() != 0 {
		t.Errorf("%d holders left", f.holders.Load())
	}
}

// TestWriterErrors: what may not be a section, and that nothing is left.
func TestWriterErrors(t *testing.T) {
	dir := t.TempDir()
	for name, add := range map[string]func(*Writer) error{
		"empty name": func(w *Writer) error { return w.Add("", nil) },
		"long name":  func(w *Writer) error { return w.Add(strings.Repeat("x", nameSize+1), nil) },
		"zero":       func(w *Writer) error { return w.Add("a\x00b", nil) },
		"twice":      func(w *Writer) error { return errors.Join(w.Add("a", nil), w.Add("a", nil)) },
		"discarded":  func(w *Writer) error { w.Discard(); return w.Add("a", nil) },
		"committed":  func(w *Writer) error { _ = w.Commit(); return w.Add("a", nil) },
	} {
		path := filepath.Join(dir, "file")
		w, err := Create(path, "test", 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := add(w); enduse.HintOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
		if err := w.Commit(); err == nil {
			t.Errorf("%s: a file after an error", name)
		}
		_ = os.Remove(path) // of the one that was committed before the error
		if left, _ := os.ReadDir(dir); len(left) != 0 {
			t.Errorf("%s: left behind: %v", name, left)
		}
	}
	for _, kind := range []string{"", strings.Repeat("x", kindSize+1)} {
		if _, err := Create(filepath.Join(dir, "file"), kind, 1); err == nil {
			t.Errorf("kind %q is accepted", kind)
		}
	}
	if _, err := Create(filepath.Join(dir, "no", "folder"), "test", 1); enduse.CodeOf(err) != enduse.CodeNotFound {
		t.Errorf("no folder: %v", err)
	}
}

// TestReplace: a file that is open stays what it was when another takes its name.
func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, 1)
	f := mustOpen(t, path)
	write(t, path, 2)
	holds(t, f)
	if _, err := Open(path, "test", 1); !errors.Is(err, ErrNewer) {
		t.Errorf("the new file: %v", err)
	}
}

func TestRemoveTemporary(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "[odd*")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "kept"), 1)
	w, err := Create(filepath.Join(dir, "killed"), "test", 1)
	if err != nil {
		t.Fatal(err)
	}
	_ = w.f.Close() // as a kill would
	if err := RemoveTemporary(dir); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 || left[0].Name() != "kept" {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestView(t *testing.T) {
	numbers := []uint64{1, 1 << 63, 0}
	b := Bytes(numbers)
	if got, err := View[uint64](b); err != nil || !slices.Equal(got, numbers) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := View[float32](Bytes([]float32{1.5})); err != nil || got[0] != 1.5 {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := View[int32](Bytes([]int32{-1})); err != nil || got[0] != -1 {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := View[uint16](nil); err != nil || len(got) != 0 || Bytes(got) != nil || String(nil) != "" {
		t.Errorf("nothing: %v, %v", got, err)
	}
	if _, err := View[uint64](b[:23]); err == nil {
		t.Error("23 bytes are an array of uint64")
	}
	if _, err := View[uint64](b[1:9]); err == nil {
		t.Error("an array of uint64 starts anywhere")
	}
	type token uint32
	if got, err := View[token](Bytes([]uint32{9})); err != nil || got[0] != 9 {
		t.Errorf("a named type: %v, %v", got, err)
	}
}

func TestArray(t *testing.T) {
	f := mustOpen(t, put(t, small(t)))
	if got, err := Array[uint32](f, "numbers"); err != nil || !slices.Equal(got, []uint32{1, 2, 1 << 31}) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := Array[uint64](f, "numbers"); !errors.Is(err, ErrCorrupt) || enduse.HintOf(err) == "" {
		t.Errorf("12 bytes as uint64: %v", err)
	}
	if _, err := Array[uint64](f, "none"); !errors.Is(err, ErrNoSection) {
		t.Errorf("no such section: %v", err)
	}
}

// TestAllocations: once it is verified, a section costs nothing.
func TestAllocations(t *testing.T) {
	f := mustOpen(t, put(t, small(t)))
	holds(t, f)
	if n := testing.AllocsPerRun(100, func() {
		if _, err := f.Section("text"); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestUnverified: bytes are there before they are verified, damaged or not, and
// gone after Close; Verify tells the damage.
func TestUnverified(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, 1)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[bytes.Index(b, sample[0].bytes)] ^= 1
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path, "test", 1)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := f.Unverified("text"); err != nil || len(got) != len(sample[0].bytes) || bytes.Equal(got, sample[0].bytes) {
		t.Errorf("%q, %v", got, err)
	}
	if err := f.Verify(t.Context()); !errors.Is(err, ErrCorrupt) {
		t.Errorf("verified: %v", err)
	}
	if _, err := f.Unverified("none"); !errors.Is(err, ErrNoSection) {
		t.Errorf("a section that is not there: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Unverified("text"); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}
