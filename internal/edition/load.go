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

// load reads the entities of an edition and refuses bytes that are not those
// that were written.
func (s *Store) load(source enduse.SourceID, digest string) (stored, []*enduse.Entity, error) {
	folder := s.folder(source, digest)
	e, err := s.readEdition(folder)
	if err != nil {
		return e, nil, err
	}
	b, err := readEntities(folder, e.Compiled)
	if err != nil {
		return e, nil, err
	}
	entities, err := decode(b)
	if err != nil {
		return e, nil, damaged(filepath.Join(folder, entitiesFile), err)
	}
	return e, entities, nil
}

// intact reads what is known of an edition and makes sure that the bytes of its
// entities are those that were written, without holding them.
func (s *Store) intact(source enduse.SourceID, digest string) (stored, error) {
	folder := s.folder(source, digest)
	e, err := s.readEdition(folder)
	if err != nil {
		return e, err
	}
	path := filepath.Join(folder, entitiesFile)
	f, err := os.Open(path) // #nosec G304 -- the store's own file
	if err != nil {
		return e, damaged(path, err)
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return e, damaged(path, err)
	}
	if got := "sha256:" + hex.EncodeToString(sum.Sum(nil)); got != e.Compiled {
		return e, damaged(path, fmt.Errorf("its digest is %s and should be %s", got, e.Compiled))
	}
	return e, nil
}

// entitiesFile is the name of the file of an edition's entities.
const entitiesFile = "entities.ndjson"

// readEntities reads the entities of an edition and refuses bytes of another
// digest.
func readEntities(folder, digest string) ([]byte, error) {
	path := filepath.Join(folder, entitiesFile)
	b, err := os.ReadFile(path) // #nosec G304 -- the store's own file
	if err != nil {
		return nil, damaged(path, err)
	}
	sum := sha256.Sum256(b)
	if got := "sha256:" + hex.EncodeToString(sum[:]); got != digest {
		return nil, damaged(path, fmt.Errorf("its digest is %s and should be %s", got, digest))
	}
	return b, nil
}

func damaged(path string, err error) error {
	return unreadable(path, err, "import the list again")
}

// decode reads entities, one a line, on all cores.
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

// split cuts a text at ends of lines into at most n pieces.
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
