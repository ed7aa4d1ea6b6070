package sectionfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/zeebo/xxh3"

	"github.com/enduse/enduse"
)

// read opens bytes as a file and reads all of it.
func read(t testing.TB, b []byte) error {
	t.Helper()
	f, err := Open(put(t, b), "test", 1)
	if err != nil {
		return err
	}
	defer f.Close()
	err = f.Verify(t.Context())
	for _, s := range sample {
		got, sectionErr := f.Section(s.name)
		if sectionErr == nil && !bytes.Equal(got, s.bytes) {
			t.Errorf("section %s: %q handed out", s.name, got)
		}
		if sectionErr != nil && err == nil {
			t.Errorf("section %s: %v, and Verify finds nothing", s.name, sectionErr)
		}
	}
	return err
}

// kindOf is the one fault that an error is; it fails if it is none or two.
func kindOf(t testing.TB, err error) error {
	t.Helper()
	var found []error
	for _, one := range []error{ErrForeign, ErrByteOrder, ErrNewer, ErrOlder, ErrCorrupt, enduse.ErrTruncated} {
		if errors.Is(err, one) {
			found = append(found, one)
		}
	}
	if len(found) != 1 || enduse.HintOf(err) == "" {
		t.Fatalf("%v is %v, hint %q", err, found, enduse.HintOf(err))
	}
	return found[0]
}

// TestTruncated cuts the file at every length.
func TestTruncated(t *testing.T) {
	whole := small(t)
	for n := range whole {
		if got := kindOf(t, read(t, whole[:n])); got != enduse.ErrTruncated { //nolint:errorlint // the very one
			t.Errorf("cut at %d: %v", n, got)
		}
	}
	if err := read(t, whole); err != nil {
		t.Fatal(err)
	}
}

// TestBitFlips flips every bit of the file, one at a time: it is refused, as
// damaged or, where the magic or the mark of the byte order is hit, as foreign.
func TestBitFlips(t *testing.T) {
	whole := small(t)
	for i := range whole {
		for bit := range 8 {
			b := slices.Clone(whole)
			b[i] ^= 1 << bit
			want := ErrCorrupt
			if i < len(magic) {
				want = ErrForeign
			}
			if got := kindOf(t, read(t, b)); got != want { //nolint:errorlint // the very one
				t.Errorf("bit %d of byte %d: %v, want %v", bit, i, got, want)
			}
		}
	}
}

// TestDamagedSection: the error names it, and the others are still read.
func TestDamagedSection(t *testing.T) {
	b := small(t)
	b[headerSize+3] ^= 0x10
	f := mustOpen(t, put(t, b))
	for range 2 {
		if _, err := f.Section("text"); !errors.Is(err, ErrCorrupt) || !bytes.Contains([]byte(err.Error()), []byte(`section "text"`)) {
			t.Errorf("the damaged section: %v", err)
		}
	}
	if _, err := f.Section("numbers"); err != nil {
		t.Error(err)
	}
}

// reseal makes the sums of a file fit again after its header or its table was
// changed, as one who writes such a file on purpose would.
func reseal(b []byte) []byte {
	if table := binary.LittleEndian.Uint64(b[24:]); table <= uint64(len(b)) {
		binary.LittleEndian.PutUint64(b[40:], xxh3.Hash(b[table:]))
	}
	binary.LittleEndian.PutUint64(b[headerSize-8:], xxh3.Hash(b[:headerSize-8]))
	return b
}

// TestForged changes one field and makes the sums fit: lengths, offsets and
// versions are checked, not believed.
func TestForged(t *testing.T) {
	whole := small(t)
	table := int(binary.LittleEndian.Uint64(whole[24:]))
	put64 := func(at int, v uint64) func([]byte) []byte {
		return func(b []byte) []byte {
			binary.LittleEndian.PutUint64(b[at:], v)
			return b
		}
	}
	put32 := func(at int, v uint32) func([]byte) []byte {
		return func(b []byte) []byte {
			binary.LittleEndian.PutUint32(b[at:], v)
			return b
		}
	}
	const huge = 1<<64 - 1
	for name, c := range map[string]struct {
		change func([]byte) []byte
		want   error
	}{
		"container":         {put32(12, 2), ErrNewer},
		"payload":           {put32(16, 2), ErrNewer},
		"older payload":     {put32(16, 0), ErrOlder},
		"no sections":       {put32(20, 0), ErrCorrupt},
		"many sections":     {put32(20, 1<<32-1), ErrCorrupt},
		"table at 0":        {put64(24, 0), ErrCorrupt},
		"table far":         {put64(24, huge), ErrCorrupt},
		"total far":         {put64(32, huge), enduse.ErrTruncated},
		"total short":       {put64(32, 128), ErrCorrupt},
		"kind":              {func(b []byte) []byte { b[50] = 'x'; return b }, ErrForeign},
		"kind behind zeros": {func(b []byte) []byte { b[60] = 'x'; return b }, ErrCorrupt},
		"offset in header":  {put64(table+40, 0), ErrCorrupt},
		"offset far":        {put64(table+40, huge-63), ErrCorrupt},
		"length far":        {put64(table+48, huge), ErrCorrupt},
		"length too long":   {put64(table+48, 65), ErrCorrupt},
		"length of all":     {put64(table+48, uint64(len(whole))), ErrCorrupt},
		"overlap":           {put64(table+entrySize+40, headerSize), ErrCorrupt},
		"no name":           {func(b []byte) []byte { clear(b[table : table+nameSize]); return b }, ErrCorrupt},
		"name twice":        {func(b []byte) []byte { copy(b[table:table+nameSize], b[table+entrySize:]); return b }, ErrCorrupt},
		"gap at the end":    {func(b []byte) []byte { return put32(20, 4)(slices.Delete(b, len(b)-entrySize, len(b))) }, enduse.ErrTruncated},
	} {
		err := read(t, reseal(c.change(slices.Clone(whole))))
		if got := kindOf(t, err); got != c.want { //nolint:errorlint // the very one
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if err := read(t, reseal(slices.Clone(whole))); err != nil {
		t.Errorf("sums as they were: %v", err)
	}
}

func TestForeign(t *testing.T) {
	reversed := slices.Clone(small(t))
	slices.Reverse(reversed[8:12])
	for name, c := range map[string]struct {
		bytes []byte
		want  error
	}{
		"text":       {[]byte("name,country\nEXAMPLE,US\n"), ErrForeign},
		"long text":  {bytes.Repeat([]byte("EXAMPLE\n"), 1000), ErrForeign},
		"zeros":      {make([]byte, 4096), ErrForeign},
		"empty":      {nil, enduse.ErrTruncated},
		"longer":     {append(small(t), 0), ErrCorrupt},
		"byte order": {reseal(reversed), ErrByteOrder},
	} {
		if got := kindOf(t, read(t, c.bytes)); got != c.want { //nolint:errorlint // the very one
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	dir := t.TempDir()
	if _, err := Open(dir, "test", 1); !errors.Is(err, ErrForeign) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Open(filepath.Join(dir, "none"), "test", 1); enduse.CodeOf(err) != enduse.CodeNotFound || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	w, err := Create(filepath.Join(dir, "unfinished"), "test", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Discard()
	if err := w.Add("a", make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(w.f.Name(), "test", 1); !errors.Is(err, ErrForeign) {
		t.Errorf("an unfinished file: %v", err)
	}
}

// TestShrunkByReader: where the file is read, not mapped, and is shorter than
// its size was said to be, it is truncated.
func TestShrunkByReader(t *testing.T) {
	in, err := os.Open(put(t, small(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if _, _, err := readFile(in, 1<<20); !errors.Is(err, enduse.ErrTruncated) {
		t.Errorf("%v", err)
	}
}

// FuzzOpen: no bytes make the reader panic, or hand out what was not written
// under a sum that fits. The sums are made to fit, so that what is behind them
// is reached.
func FuzzOpen(f *testing.F) {
	whole := small(f)
	f.Add(whole, false)
	f.Add(whole, true)
	f.Add(whole[:headerSize], true)
	f.Add([]byte(magic), false)
	f.Fuzz(func(t *testing.T, b []byte, sealed bool) {
		b = slices.Clone(b)
		if sealed && len(b) >= headerSize {
			b = reseal(b)
		}
		b = realigned(b)
		file, err := parse(b, "test", []uint32{1})
		if err != nil {
			kindOf(t, fault(opRead, "fuzz", err))
			return
		}
		file.unmap = func() error { return nil }
		all := file.Verify(t.Context())
		for _, s := range file.Sections() {
			got, err := file.Section(s.Name)
			if err != nil {
				kindOf(t, err)
			}
			if err != nil && all == nil || int64(len(got)) != s.Bytes && err == nil {
				t.Errorf("section %q: %d of %d bytes, %v; all: %v", s.Name, len(got), s.Bytes, err, all)
			}
			_, _ = Array[uint64](file, s.Name)
		}
	})
}

// realigned copies bytes to where every number may stand.
func realigned(b []byte) []byte {
	out := Bytes(make([]uint64, len(b)/8+1))[:len(b)]
	copy(out, b)
	return out
}
