package edition

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/enduse/enduse"
)

// Entities returns the entities of an edition, in order of their ids.
func (s *Store) Entities(e enduse.Edition) ([]*enduse.Entity, error) {
	if e.Starter {
		_, all, err := Starter()
		return all, err
	}
	m, err := s.readManifest(s.folder(e.Source, e.Digest))
	if err != nil {
		return nil, err
	}
	b, err := s.EntityLines(m)
	if err != nil {
		return nil, err
	}
	entities, err := decode(b)
	if err != nil {
		return nil, damaged(s.EntitiesPath(m.Edition), err)
	}
	return entities, nil
}

// EntityLines returns the entities of an edition as they are stored, one JSON
// object per line, in order of their ids. It refuses bytes that do not have the
// digest in the manifest.
func (s *Store) EntityLines(m Manifest) ([]byte, error) {
	path := s.EntitiesPath(m.Edition)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, damaged(path, err)
	}
	sum := sha256.Sum256(b)
	return b, m.verify(path, sum[:])
}

// EntitiesPath returns the path of the file that holds the entities of an edition.
func (s *Store) EntitiesPath(e enduse.Edition) string {
	return filepath.Join(s.folder(e.Source, e.Digest), entitiesFile)
}

// entitiesFile is the name of the file of an edition's entities.
const entitiesFile = "entities.ndjson"

// intact reads the manifest of an edition and verifies the digest of its
// entities without holding them in memory.
func (s *Store) intact(source enduse.SourceID, digest string) (Manifest, error) {
	folder := s.folder(source, digest)
	m, err := s.readManifest(folder)
	if err != nil {
		return m, err
	}
	path := filepath.Join(folder, entitiesFile)
	f, err := os.Open(path)
	if err != nil {
		return m, damaged(path, err)
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return m, damaged(path, err)
	}
	return m, m.verify(path, sum.Sum(nil))
}

// verify compares the digest of a file of entities with the one in the manifest.
func (e *Manifest) verify(path string, sum []byte) error {
	if got := "sha256:" + hex.EncodeToString(sum); got != e.Compiled {
		return damaged(path, fmt.Errorf("its digest is %s and should be %s", got, e.Compiled))
	}
	return nil
}

func damaged(path string, err error) error {
	return unreadable(path, err, "import the list again")
}

// decode reads entities, one per line, on all cores.
func decode(b []byte) ([]*enduse.Entity, error) {
	chunks := split(b, runtime.GOMAXPROCS(0))
	parts := make([][]*enduse.Entity, len(chunks))
	errs := make([]error, len(chunks))
	var wg sync.WaitGroup
	for i, chunk := range chunks {
		wg.Go(func() { parts[i], errs[i] = decodeChunk(chunk) })
	}
	wg.Wait()
	var all []*enduse.Entity
	for i := range parts {
		if errs[i] != nil {
			return nil, errs[i]
		}
		all = append(all, parts[i]...)
	}
	return all, nil
}

func decodeChunk(b []byte) (out []*enduse.Entity, err error) {
	for line := range bytes.Lines(b) {
		e := &enduse.Entity{}
		if err := json.Unmarshal(line, e); err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

// split cuts a text into at most n pieces at ends of lines.
func split(b []byte, n int) (out [][]byte) {
	for ; n > 1 && len(b) > 0; n-- {
		at := bytes.IndexByte(b[len(b)/n:], '\n')
		if at < 0 {
			break
		}
		at += len(b)/n + 1
		out = append(out, b[:at])
		b = b[at:]
	}
	return append(out, b)
}
