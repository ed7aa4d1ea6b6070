package refdata

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
)

// storedVersion is the version of the files in DIR/refdata.
const storedVersion = 1

// stored is an imported table as it is kept. One of the three kinds is there.
type stored struct {
	Version    int                 `json:"version"`
	Name       string              `json:"name"`
	Title      string              `json:"title,omitempty"`
	Citation   string              `json:"citation,omitempty"`
	File       string              `json:"file"`
	FileDigest string              `json:"file_digest"`
	Imported   string              `json:"imported"` // RFC 3339
	Digest     string              `json:"digest"`   // of the content
	Entries    []goods.Entry       `json:"entries,omitempty"`
	Named      []goods.Named       `json:"named,omitempty"`
	Pairs      []goods.Correlation `json:"pairs,omitempty"`
}

func (s *stored) rows() int { return len(s.Entries) + len(s.Named) + len(s.Pairs) }

// content is what the digest is taken of: the rows, and what is said of all.
func (s *stored) content() string {
	return digestOf(struct {
		Name, Title, Citation string
		Entries               []goods.Entry
		Named                 []goods.Named
		Pairs                 []goods.Correlation
	}{s.Name, s.Title, s.Citation, s.Entries, s.Named, s.Pairs})
}

// digestOf is the digest of a value's JSON.
func digestOf(v any) string {
	b, err := json.Marshal(v)
	if err != nil { // dates and texts have a JSON
		panic(err)
	}
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func folder(dir string) string { return filepath.Join(dir, "refdata") }

// write keeps the table: under another name, synced, renamed.
func (s *stored) write(dir string) (path string, err error) {
	s.Digest = s.content()
	if err := os.MkdirAll(folder(dir), 0o750); err != nil {
		return "", storeFault(err)
	}
	f, err := os.CreateTemp(folder(dir), "."+s.Name+"-*.tmp")
	if err != nil {
		return "", storeFault(err)
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if err := json.NewEncoder(f).Encode(s); err != nil {
		return "", storeFault(err)
	}
	if err := errors.Join(f.Chmod(0o640), f.Sync(), f.Close()); err != nil {
		return "", storeFault(err)
	}
	path = filepath.Join(folder(dir), s.Name+".json")
	if err := os.Rename(f.Name(), path); err != nil {
		return "", storeFault(err)
	}
	return path, nil
}

func storeFault(err error) error {
	return &enduse.Error{Op: "goods import", Code: enduse.CodeInternal, Err: err, Hint: "check --data, its permissions and the space on its disk"}
}

// maxStored bounds a file that is read, in bytes.
const maxStored = 256 << 20

// readAll reads every table of the data directory, in order of their names.
func readAll(dir string) ([]*stored, error) {
	files, err := os.ReadDir(folder(dir))
	if errors.Is(err, os.ErrNotExist) || dir == "" {
		return nil, nil
	}
	if err != nil {
		return nil, &enduse.Error{Op: "goods", Code: enduse.CodeInternal, Err: err, Hint: "check --data"}
	}
	var out []*stored
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".json")
		if !ok || strings.HasPrefix(name, ".") {
			continue
		}
		s, err := readOne(filepath.Join(folder(dir), f.Name()), name)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *stored) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

func readOne(path, name string) (*stored, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &enduse.Error{Op: "goods", Code: enduse.CodeInternal, Err: err, Hint: "check --data"}
	}
	defer func() { _ = f.Close() }()
	s, err := parseStored(f, name)
	if err != nil {
		return nil, &enduse.Error{Op: "goods", Code: enduse.CodeCorrupt, Subject: path, Err: err, Hint: "import it again: enduse goods import FILE --as " + name}
	}
	return s, nil
}

// parseStored reads a table and checks that it is what was written.
func parseStored(r io.Reader, name string) (*stored, error) {
	var s stored
	if err := json.NewDecoder(io.LimitReader(r, maxStored)).Decode(&s); err != nil {
		return nil, fmt.Errorf("it is not a table of enduse: %w", err)
	}
	switch {
	case s.Version != storedVersion:
		return nil, fmt.Errorf("it is of version %d, and this program reads %d", s.Version, storedVersion)
	case s.Name != name:
		return nil, fmt.Errorf("it holds the table %q", s.Name)
	case s.Digest != s.content():
		return nil, errors.New("it is not what was written: the digest differs")
	}
	return &s, nil
}
