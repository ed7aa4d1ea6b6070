package edition

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

// comparedPairs is how many neighbours of the history are diffed.
const comparedPairs = 30

// TestHistory imports SDN editions of the history one after the other, as a user
// would have over three years, and holds `lists diff` of neighbours against a
// comparison of their lines. It takes every sixth of the 308 editions;
// ENDUSE_TEST_HISTORY=all takes every one, in about three minutes.
func TestHistory(t *testing.T) {
	path := testkit.Data(t, "ofac", "sdn_csv_history_2021-08_2024-05.tar.zst")
	every := 6
	if os.Getenv("ENDUSE_TEST_HISTORY") == "all" {
		every = 1
	}
	if testing.Short() {
		t.Skip("imports dozens of editions")
	}
	s, dir := testStore(t), t.TempDir()
	var before enduse.Edition
	var lines map[string]string
	editions, imported, pairs := 0, 0, 0
	eachFile(t, path, func(name string, content []byte) {
		if editions++; (editions-1)%every != 0 {
			return
		}
		imported++
		file := filepath.Join(dir, "sdn.csv")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		published := publishedOf(t, name)
		s.clock = func() time.Time { return published.First().Add(12 * time.Hour) }
		r, err := s.Import(t.Context(), []string{file}, ImportOptions{Partial: true, Published: &published})
		if err != nil || len(r.Imported) != 1 {
			t.Errorf("%s: %v", name, err)
			return
		}
		e := r.Imported[0].Edition
		now := linesByNumber(content)
		if e.Counts.Faults != 0 || e.Counts.Entities != len(now) {
			t.Errorf("%s: %d entities and %d faults from %d lines: %v", name, e.Counts.Entities, e.Counts.Faults, len(now), e.Faults)
		}
		if before.Digest != "" && before.Digest != e.Digest && pairs < comparedPairs {
			pairs++
			sameAsLines(t, s, before, e, lines, now)
		}
		if before.Digest != "" && before.Digest != e.Digest { // room on the disk
			if err := os.RemoveAll(s.folder(before.Source, before.Digest)); err != nil {
				t.Fatal(err)
			}
		}
		before, lines = e, now
	})
	t.Logf("%d of %d editions imported, %d pairs of neighbours compared", imported, editions, pairs)
	if editions != 308 || imported < 308/every || pairs < min(comparedPairs, imported-10) {
		t.Errorf("%d of %d editions, %d pairs of neighbours", imported, editions, pairs)
	}
}

// eachFile reads the files of a compressed archive in order of their names.
func eachFile(t *testing.T, path string, use func(name string, content []byte)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	z, err := zstd.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	last := ""
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if h.Name < last {
			t.Fatalf("the archive is not in order: %s after %s", h.Name, last)
		}
		last = h.Name
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		use(filepath.Base(h.Name), content)
	}
}

// publishedOf reads the day in sdn_2021-08-18_2134.csv.
func publishedOf(t *testing.T, name string) enduse.Date {
	t.Helper()
	parts := strings.Split(name, "_")
	day, err := time.Parse(time.DateOnly, parts[1])
	if err != nil {
		t.Fatal(err)
	}
	return enduse.DateOf(day)
}

// linesByNumber splits a file without reading it: a line by the number before
// its first comma.
func linesByNumber(content []byte) map[string]string {
	out := map[string]string{}
	for line := range bytes.Lines(content) {
		text := strings.TrimRight(string(line), "\r\n")
		if number, _, ok := strings.Cut(text, ","); ok {
			out[number] = text
		}
	}
	return out
}

func sameAsLines(t *testing.T, s *Store, from, to enduse.Edition, before, after map[string]string) {
	t.Helper()
	d, err := s.Diff(from, to)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range d.Added {
		got[string(e.ID)] = "added"
	}
	for _, e := range d.Removed {
		got[string(e.ID)] = "removed"
	}
	for _, c := range d.Changed {
		got[string(c.ID)] = "changed"
	}
	want := map[string]string{}
	for number, line := range after {
		switch was, ok := before[number]; {
		case !ok:
			want["ofac-sdn:"+number] = "added"
		case was != line:
			want["ofac-sdn:"+number] = "changed"
		}
	}
	for number := range before {
		if _, ok := after[number]; !ok {
			want["ofac-sdn:"+number] = "removed"
		}
	}
	for _, id := range slices.Sorted(maps.Keys(want)) {
		if got[id] != want[id] {
			t.Errorf("%s to %s: %s is %q, by its lines %q\n%s\n%s", from.Published, to.Published, id, got[id], want[id],
				before[strings.TrimPrefix(id, "ofac-sdn:")], after[strings.TrimPrefix(id, "ofac-sdn:")])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s to %s: %s", from.Published, to.Published, fmt.Sprintf("%d changes, by their lines %d", len(got), len(want)))
	}
}
