package edition

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"

	"github.com/enduse/enduse/internal/index"
)

// The compiled indexes of a data directory are a cache: files named by all that
// they were made of, so that one is either the right one or another. A file that
// is missing or not whole is made again from the editions.

// mostCompiled is how many indexes are kept: that of today, and of the states
// before it, which a program that is running may still have open.
const mostCompiled = 3

// compiledPath is where the index of some editions is kept: named by a digest of
// the program, for names are taken apart by it, of the editions, and of the files
// that hold their entities, as far as a change shows without reading them.
func (s *Store) compiledPath(parts []stored, starter string) (string, error) {
	h := sha256.New()
	program, err := programDigest()
	if err != nil {
		return "", err
	}
	_, _ = fmt.Fprintf(h, "%d\n%s\n%s\n", index.Version, program, starter)
	for _, e := range parts {
		info, err := os.Stat(filepath.Join(s.folder(e.Source, e.Digest), "entities.ndjson"))
		if err != nil {
			return "", err
		}
		_, _ = fmt.Fprintf(h, "%s\t%s\t%s\t%d\t%d\n", e.Source, e.Digest, e.Compiled, info.Size(), info.ModTime().UnixNano())
	}
	return filepath.Join(s.dir, "index", hex.EncodeToString(h.Sum(nil)[:16])+compiledSuffix), nil
}

const compiledSuffix = ".idx"

// programDigest is a hash of the program that runs.
var programDigest = sync.OnceValues(func() (string, error) {
	f, err := openProgram()
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	h := xxh3.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%016x", h.Sum64()), nil
})

// runningProgram is the file of the program that runs, also where another one
// has taken its name since: an upgrade must not find an index of the old program
// under its own digest. Only Linux has it.
const runningProgram = "/proc/self/exe"

func openProgram() (*os.File, error) {
	if f, err := os.Open(runningProgram); err == nil {
		return f, nil
	}
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return os.Open(path) // #nosec G304 -- the program itself
}

// openCompiled maps an index that was kept, or returns nil: then it is made
// again.
func openCompiled(ctx context.Context, path string) *index.Index {
	x, err := index.Open(ctx, path)
	if err != nil {
		return nil
	}
	return x
}

// keep writes an index for the next start. Where that fails (a read-only or full
// disk) the next start takes as long as this one, and nothing else is lost.
func (s *Store) keep(path string, x *index.Index) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return
	}
	if x.Write(path) == nil {
		forgetCompiled(folder, path)
	}
}

// forgetCompiled deletes all but the newest indexes. One that is mapped stays
// readable where the system allows to delete it at all.
func forgetCompiled(folder, but string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	type file struct {
		path string
		made int64
	}
	var old []file
	for _, e := range entries {
		info, err := e.Info()
		path := filepath.Join(folder, e.Name())
		if err == nil && strings.HasSuffix(path, compiledSuffix) && path != but {
			old = append(old, file{path, info.ModTime().UnixNano()})
		}
	}
	slices.SortFunc(old, func(a, b file) int { return cmp.Compare(b.made, a.made) })
	for _, f := range old[min(len(old), mostCompiled-1):] {
		_ = os.Remove(f.path)
	}
}
