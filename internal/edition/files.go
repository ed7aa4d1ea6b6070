package edition

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// writeJSON replaces a file in one step: a reader sees the old content or the new.
func writeJSON(path string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return replaceFile(path, append(b, '\n'))
}

// FileMode and FolderMode are the modes of everything written into the data
// directory, before the umask of the user: a group may read all of it or nothing.
const (
	FileMode   = 0o640
	FolderMode = 0o750
)

// unfinished is the prefix of files that are not whole yet. A process that is
// killed may leave some.
const unfinished = ".new-"

func replaceFile(path string, content []byte) (err error) {
	hidden := fmt.Sprintf("%s%016x", unfinished, rand.Uint64()) // #nosec G404 -- a name that is free, not a secret
	f, err := os.OpenFile(filepath.Join(filepath.Dir(path), hidden), os.O_WRONLY|os.O_CREATE|os.O_EXCL, FileMode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(content); err != nil {
		_ = f.Close()
		return err
	}
	if err = syncClose(f); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// syncClose makes sure that a file is on the disk before it is named.
func syncClose(f *os.File) error {
	if err := f.Sync(); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// syncDir makes a rename durable. Some systems cannot sync a folder; the
// rename is atomic there all the same.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}

// sweep removes what killed processes have left in a folder and in its folders,
// down to a depth. The caller must hold the lock.
func sweep(folder string, depth int) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), unfinished), strings.HasPrefix(e.Name(), importing):
			err = errors.Join(err, os.RemoveAll(path))
		case depth > 0 && e.IsDir():
			err = errors.Join(err, sweep(path, depth-1))
		}
	}
	return err
}
