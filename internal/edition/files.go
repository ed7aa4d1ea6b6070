package edition

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// writeJSON replaces a file in one step: whoever reads it sees the old content
// or the new, whatever happens.
func writeJSON(path string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return replaceFile(path, append(b, '\n'))
}

func replaceFile(path string, content []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
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
	d, err := os.Open(dir) // #nosec G304 -- the store's own folder
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}
