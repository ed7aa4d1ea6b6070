package edition

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

// TestSweep: what killed imports left behind is gone after the next one, and
// nothing else is.
func TestSweep(t *testing.T) {
	s := testStore(t)
	e := mustImport(t, s, ImportOptions{VerifiedAt: &now}, table(t, rows(3)...)).Edition
	folder := s.folder(e.Source, e.Digest)
	left := []string{
		filepath.Join(s.dir, unfinished+"0123"), filepath.Join(s.dir, "lists", unfinished+"1"),
		filepath.Join(s.dir, "lists", "own", importing+"42", "raw", "x.csv"), filepath.Join(folder, unfinished+"7"),
	}
	kept := filepath.Join(s.dir, ".gitignore")
	for _, path := range append(left, kept) {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o750), os.WriteFile(path, []byte("x"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	mustImport(t, s, ImportOptions{VerifiedAt: &now}, table(t, rows(4)...))
	for _, path := range left {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there", path)
		}
	}
	if _, err := os.Lstat(kept); err != nil {
		t.Error(err)
	}
}

// TestBoundedCopy: a file without an end is not copied until the disk is full.
func TestBoundedCopy(t *testing.T) {
	endless := &bounded{strings.NewReader(strings.Repeat("x", 1000)), 999}
	if n, err := io.Copy(io.Discard, endless); err == nil || n > 1000 {
		t.Errorf("%d bytes, %v", n, err)
	}
	if n, err := io.Copy(io.Discard, &bounded{strings.NewReader(strings.Repeat("x", 1000)), 1000}); err != nil || n != 1000 {
		t.Errorf("%d bytes, %v", n, err)
	}
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip("no /dev/zero here")
	}
	link := filepath.Join(t.TempDir(), "list.csv")
	if err := os.Symlink("/dev/zero", link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/dev/zero", link} {
		_, err := testStore(t).Import(t.Context(), []string{path}, ImportOptions{Source: "bis-dpl"})
		if err == nil || !strings.Contains(err.Error(), "device") {
			t.Errorf("%s: %v", path, err)
		}
	}
	r, err := testStore(t).Import(t.Context(), []string{filepath.Dir(link)}, ImportOptions{})
	if err == nil || len(r.Skipped) != 1 || r.Skipped[0].Why != "not a regular file" {
		t.Errorf("in a folder: %v, %v", r.Skipped, err)
	}
}

// TestNobodiesAreTold: a name that will match nobody is named at import, and a name
// of somebody is not.
func TestNobodiesAreTold(t *testing.T) {
	names := map[string]bool{
		"GmbH": true, "LLC": true, "Co., Ltd.": true, "GmbH & Co KG": true, "Ltd Sti": true, "Trading": true,
		"Example Trading": false, "Example GmbH": false, "ABB": false, "Quixar": false, "Иванов": false, "11420 Corp": false,
		"Majesty": false, // a title, and a listed vessel
	}
	var lines, want []string
	for n, nobody := range names {
		lines = append(lines, "r"+string(rune('a'+len(lines)))+`,"`+n+`",x`)
		if nobody {
			want = append(want, n)
		}
	}
	got := mustImport(t, testStore(t), ImportOptions{}, table(t, lines...)).Edition.Warnings
	var told []string
	for _, w := range got {
		if _, rest, ok := strings.Cut(w, `name "`); ok && strings.Contains(w, "of entity own:r") && strings.HasSuffix(w, "it will match nobody") {
			name, _, _ := strings.Cut(rest, `"`)
			told = append(told, name)
		}
	}
	slices.Sort(want)
	slices.Sort(told)
	if !slices.Equal(told, want) {
		t.Errorf("told of %q, want %q", told, want)
	}
	many := make([]string, 0, keptFaults+7)
	for _, r := range rows(keptFaults + 7) {
		many = append(many, strings.Replace(r, r[strings.Index(r, ",")+1:], "Ltd,x", 1))
	}
	if got := mustImport(t, testStore(t), ImportOptions{}, table(t, many...)).Edition.Warnings; len(got) != keptFaults+1 || got[keptFaults] != "7 more names are a legal form or a class word alone" {
		t.Errorf("%d warnings, the last %q", len(got), got[len(got)-1])
	}
}

// TestHasEnd: which files show a cut.
func TestHasEnd(t *testing.T) {
	for text, want := range map[string]bool{
		"<?xml version=\"1.0\"?><a/>":           true,
		"\xef\xbb\xbf  <a/>":                    true,
		"[{\"a\":1}]":                           true,
		"{\n \"results\": []\n}":                true,
		"{\"results\":[]}\n":                    true,
		"{\"a\":1}\n{\"a\":2}\n":                false,
		"name,country\nx,DE\n":                  false,
		"36,\"X\"\r\n\x1a\r\n":                  true,
		"36,\"X\"\r\n\x1a":                      true,
		"PK\x03\x04....":                        true,
		"Name\tStreet\nX\tY":                    false,
		"":                                      false,
		"\xff\xfen\x00":                         false,
		strings.Repeat("a,b\n", 50000) + "\x1a": true,
	} {
		path := filepath.Join(t.TempDir(), "x")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := hasEnd(path); err != nil || got != want {
			t.Errorf("%.40q: %v, %v", text, got, err)
		}
	}
	for _, c := range []struct {
		dir  string
		told bool
	}{{sdnFolder(t, 1, 9), false}} {
		r, err := testStore(t).Import(t.Context(), []string{c.dir}, ImportOptions{})
		if err != nil || strings.Contains(strings.Join(r.Imported[0].Edition.Warnings, ";"), "no mark at its end") != c.told {
			t.Errorf("%v, %v", r, err)
		}
	}
}

// TestIDs: an id becomes a folder, so it is nothing else.
func TestIDs(t *testing.T) {
	for _, id := range []string{"../../../x", "..", ".", "a/b", "/abs", ".import-x", `a\\b`, "A", "a b", "a:b", "-a", "_a", "ü", "a.b", "con\\x00", strings.Repeat("a", 101)} {
		f := ownFormat(t)
		f.Source.ID = enduse.SourceID(id)
		s := testStore(t)
		_, err := s.Import(t.Context(), []string{table(t, rows(3)...)}, ImportOptions{Format: f})
		if enduse.CodeOf(err) != enduse.CodeInvalid {
			t.Errorf("%q: %v", id, err)
		}
		if entries, _ := os.ReadDir(filepath.Join(s.dir, "lists")); len(entries) != 0 {
			t.Errorf("%q: %v was written", id, entries)
		}
	}
}
