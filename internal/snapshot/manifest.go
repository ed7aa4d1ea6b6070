package snapshot

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/sectionfile"
	"github.com/enduse/enduse/internal/subject"
)

// manifest names the segments of a state: a base, which is a whole index of this
// state or an earlier one, and a delta with what has changed since, if anything.
// It is a file of its own, written last and never changed.
type manifest struct {
	State     state        `json:"state"`
	Base      segmentFile  `json:"base"`
	BaseParts []statedPart `json:"base_parts"` // what the base was made of
	Delta     *segmentFile `json:"delta,omitempty"`
	Changed   int          `json:"changed"` // number of entities added and removed since

	file   *sectionfile.File
	hidden []uint32 // of the base
	moved  index.Relocated

	subjects *subject.Table // of all segments together
}

// segmentFile is an index file in the same folder.
type segmentFile struct {
	Name string `json:"name"`
	Sum  uint64 `json:"sum"` // index.Index.Sum
}

const (
	manifestKind    = "enduse segments"
	manifestVersion = 2 // 1: November 2026, the first; 2: with subjects
)

// share is the fraction of the base that has changed since it was built.
func (m *manifest) share(base *index.Index) float64 {
	return float64(m.Changed) / float64(max(base.Len(), 1))
}

func (m *manifest) segments() []segmentFile {
	if m.Delta == nil {
		return []segmentFile{m.Base}
	}
	return []segmentFile{m.Base, *m.Delta}
}

// close releases a manifest that is not searched.
func (m *manifest) close() { _ = m.file.Close() }

// write writes the manifest whole or not at all.
func (m *manifest) write(path string) error {
	head, err := json.Marshal(m)
	if err != nil {
		return err
	}
	w, err := sectionfile.Create(path, manifestKind, manifestVersion)
	if err != nil {
		return err
	}
	defer w.Discard()
	for _, s := range []struct {
		name string
		b    []byte
	}{
		{"manifest", head},
		{"hidden", sectionfile.Bytes(m.hidden)},
		{"moved.entities", sectionfile.Bytes(m.moved.Entities)},
		{"moved.starts", sectionfile.Bytes(m.moved.Starts)},
		{"moved.bytes", m.moved.Bytes},
	} {
		if err := w.Add(s.name, s.b); err != nil {
			return err
		}
	}
	if err := m.subjects.Write(w.Add); err != nil {
		return err
	}
	return w.Commit()
}

// readManifest maps a manifest. The file stays open, because its arrays are read
// in place while the state is searched.
func readManifest(ctx context.Context, path string) (*manifest, error) {
	f, err := sectionfile.Open(path, manifestKind, manifestVersion)
	if err != nil {
		return nil, err
	}
	m := &manifest{file: f}
	if err = f.Verify(ctx); err == nil {
		err = m.read(f) //nolint:contextcheck // all sections are verified by now
	}
	if err != nil {
		_ = f.Close()
		return nil, &enduse.Error{Op: "reading an index", Code: enduse.CodeCorrupt, Subject: path, Err: err, Hint: "delete it: the next search makes it again"}
	}
	return m, nil
}

func (m *manifest) read(f *sectionfile.File) error {
	head, err := f.Section("manifest")
	if err == nil {
		err = json.Unmarshal(head, m)
	}
	for _, s := range []struct {
		name string
		to   *[]uint32
	}{{"hidden", &m.hidden}, {"moved.entities", &m.moved.Entities}, {"moved.starts", &m.moved.Starts}} {
		if err == nil {
			*s.to, err = sectionfile.Array[uint32](f, s.name)
		}
	}
	if err == nil {
		m.moved.Bytes, err = f.Section("moved.bytes")
	}
	if err == nil {
		m.subjects, err = subject.Open(f)
	}
	if err != nil {
		return err
	}
	for _, s := range m.segments() {
		if s.Name != filepath.Base(s.Name) || filepath.Ext(s.Name) != segmentSuffix {
			return fmt.Errorf("%q is not the name of a segment", s.Name)
		}
	}
	return nil
}
