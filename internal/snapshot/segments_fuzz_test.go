package snapshot

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/sectionfile"
)

// FuzzLineOf: whatever a line is, digesting it ends, and what it says of its
// place is a piece of it.
func FuzzLineOf(f *testing.F) {
	f.Add([]byte(`{"id":"a:1","record":"f.csv:7","names":[]}`))
	f.Add([]byte(`,"record":,"names":`))
	f.Add([]byte(`,"record":"\`))
	f.Fuzz(func(t *testing.T, text []byte) {
		l := lineOf(text)
		if !bytes.Contains(text, l.record) {
			t.Errorf("%q is not in %q", l.record, text)
		}
		_, _ = l.position()
		_ = l.hasID("a:1")
	})
}

// FuzzManifest: what stands in a manifest whose sums hold is refused, or names
// files of its own folder and what index.NewSet can check.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"base":{"name":"a.idx","sum":1},"base_parts":[],"state":{}}`), []byte("\x00\x00\x00\x00"))
	f.Add([]byte(`{"base":{"name":"../a.idx"},"delta":{"name":"/etc/a.idx"}}`), []byte("abcd"))
	f.Add([]byte(`null`), []byte("abc"))
	f.Fuzz(func(t *testing.T, head, numbers []byte) {
		path := filepath.Join(t.TempDir(), "a"+manifestSuffix)
		w, err := sectionfile.Create(path, manifestKind, manifestVersion)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"manifest", "hidden", "moved.entities", "moved.starts", "moved.bytes"} {
			b := numbers
			if name == "manifest" {
				b = head
			}
			if err := w.Add(name, b); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Commit(); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = os.Remove(path) }()
		m, err := readManifest(t.Context(), path)
		if err != nil {
			return
		}
		defer m.close()
		for _, s := range m.segments() {
			if filepath.Dir(filepath.Join("index", s.Name)) != "index" {
				t.Errorf("it names %q", s.Name)
			}
		}
		_, _ = index.NewSet(index.Segment{Index: index.Build(nil), Deleted: m.hidden, Relocated: m.moved})
	})
}
