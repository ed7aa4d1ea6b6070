package snapshot

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/mapped"
)

var now = time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return now }

func testStore(t *testing.T) *edition.Store {
	t.Helper()
	return edition.Open(t.TempDir(), clock, 72*time.Hour)
}

const mappingYAML = `
format: own
source: {id: own, title: Own list, publisher: A test}
detect: {columns: [ref, who]}
id: {columns: [ref]}
list: {value: own}
schema: [{value: legal_entity}]
names: [{column: who, kind: primary}]
designation: {measures: {values: [asset_freeze]}}
ignore: [note]
`

func ownFormat(t *testing.T) *list.Format {
	t.Helper()
	return formatOf(t, mappingYAML)
}

func formatOf(t *testing.T, mapping string) *list.Format {
	t.Helper()
	m, err := mapped.Parse([]byte(mapping))
	if err != nil {
		t.Fatal(err)
	}
	f := m.Format()
	return &f
}

// table writes a table of parties and returns its path.
func table(t *testing.T, rows ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.csv")
	text := "ref,who,note\n" + strings.Join(rows, "\n") + "\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func rows(n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf("%d,Example Party %d,x", i+1, i+1))
	}
	return out
}

func mustImport(t *testing.T, s *edition.Store, o edition.ImportOptions, paths ...string) edition.Imported {
	t.Helper()
	o.Format = ownFormat(t)
	r, err := s.Import(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return r.Imported[0]
}

func mustDate(t *testing.T, s string) enduse.Date {
	t.Helper()
	d, err := enduse.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func truncate(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err == nil {
		err = os.Truncate(path, info.Size()/2)
	}
	if err != nil {
		t.Fatal(err)
	}
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
