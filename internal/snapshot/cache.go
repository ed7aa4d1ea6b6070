package snapshot

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"

	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/sectionfile"
	"github.com/enduse/enduse/internal/subject"
)

// indexCache keeps the indexes of a data directory on the disk. An index that is
// missing, damaged or of another state is built again from the editions.
type indexCache struct {
	folder string
	mu     sync.Mutex
	open   map[string]*openIndex // by the path of the manifest
	memory map[string]*openIndex // by the key of the state; indexes that could not be kept
}

// openIndex is the index of a state, ready to search.
type openIndex struct {
	set      *index.Set
	manifest *manifest
	base     *index.Index // that the manifest names
	share    float64      // of the base that has changed since
}

// How much of the base may have changed: above the first share the segments are
// merged when there is time; above the second a delta is not worth making
// (docs/benchmarks.md).
const (
	compactFrom = 1.0 / 8
	maxDelta    = 1.0 / 2
)

func newIndexCache(store *edition.Store) *indexCache {
	return &indexCache{folder: filepath.Join(store.Dir(), "index"), open: map[string]*openIndex{}, memory: map[string]*openIndex{}}
}

// get returns the index of a state: the one that was kept, or else a new one.
// The new one is a delta to the kept index of another state, unless more than
// the share maxDelta of that index has changed. If the index cannot be kept
// (because the disk is read-only or full, or another process is writing), it is
// in memory only, and notKept says why.
func (c *indexCache) get(ctx context.Context, st state, maxDelta float64, load loader) (x *openIndex, notKept, err error) {
	if x := c.find(ctx, st); x != nil && x.share <= maxDelta {
		return x, nil, nil
	}
	unlock, notKept := c.lock()
	defer unlock()
	if x := c.find(ctx, st); x != nil && x.share <= maxDelta {
		return x, nil, nil // another process has made it
	}
	m, parts, err := c.change(ctx, st, maxDelta, load)
	if err != nil {
		return nil, nil, err
	}
	if m == nil {
		m = &draft{manifest: manifest{State: st, BaseParts: st.Parts}}
		if parts, err = load.all(ctx, st.Parts); err != nil {
			return nil, nil, err
		}
	}
	var made *index.Index
	if len(parts) > 0 || m.base == nil {
		if made, err = index.BuildParts(parts); err != nil {
			return nil, nil, err
		}
	}
	if x, err = m.inMemory(made); err != nil {
		return nil, nil, err
	}
	if notKept == nil {
		var kept *openIndex
		if kept, notKept = c.keep(ctx, m, made); notKept == nil {
			return kept, nil, nil
		}
	}
	c.remember(c.memory, st.key(), x)
	return x, notKept, nil
}

func (c *indexCache) remember(in map[string]*openIndex, name string, x *openIndex) {
	c.mu.Lock()
	defer c.mu.Unlock()
	in[name] = x
}

// retain forgets the indexes that are not in use. Their files stay mapped until
// the program ends, because hits may refer to their text.
func (c *indexCache) retain(used map[*index.Set]bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, of := range []map[string]*openIndex{c.open, c.memory} {
		maps.DeleteFunc(of, func(_ string, x *openIndex) bool { return !used[x.set] })
	}
}

// draft is a manifest that is not written yet, with the index that it is a delta
// to, if any.
type draft struct {
	manifest
	base *index.Index
}

// inMemory returns the index of a draft without writing it, and resolves its subjects.
func (d *draft) inMemory(made *index.Index) (*openIndex, error) {
	segments := []index.Segment{{Index: made}}
	if d.base != nil {
		segments = []index.Segment{{Index: d.base, Deleted: d.hidden, Relocated: d.moved}}
		if made != nil {
			segments = append(segments, index.Segment{Index: made})
		}
	}
	set, err := index.NewSet(segments...)
	if err != nil {
		return nil, err
	}
	x := &openIndex{manifest: &d.manifest, base: segments[0].Index}
	x.share = d.share(x.base)
	d.subjects = subject.Resolve(set.Numbered())
	x.set, err = set.WithSubjects(d.subjects)
	return x, err
}

// change compares a state with the most similar cached index and returns a draft
// with the parts to index, or nil if no index is kept or too much has changed.
func (c *indexCache) change(ctx context.Context, st state, maxDelta float64, load loader) (*draft, []index.Part, error) {
	from := c.nearest(ctx, st)
	if from == nil {
		return nil, nil, nil
	}
	parts, gone := st.changed(from.manifest.BaseParts)
	d, err := newDelta(from.base, parts, gone, func(p statedPart) ([]byte, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return load.part(p)
	})
	if err != nil {
		return nil, nil, err
	}
	if float64(d.size()) > maxDelta*float64(from.base.Len()) {
		return nil, nil, nil
	}
	return &draft{manifest{
		State: st, Base: from.manifest.Base, BaseParts: from.manifest.BaseParts, Changed: d.size(),
		hidden: d.base.Deleted, moved: d.base.Relocated,
	}, from.base}, d.parts, nil
}

// keep writes a new segment, then the manifest, and opens both as a later start
// will. A kill in between leaves a segment that no manifest names.
func (c *indexCache) keep(ctx context.Context, d *draft, made *index.Index) (*openIndex, error) {
	key := d.State.key()
	if made != nil {
		file := segmentFile{Name: newSegmentName(key)}
		path := filepath.Join(c.folder, file.Name)
		if err := made.Write(path); err != nil {
			return nil, err
		}
		x, err := index.Open(ctx, path)
		if err != nil {
			return nil, err
		}
		file.Sum = x.Sum()
		if err := x.Close(); err != nil {
			return nil, err
		}
		if d.base == nil {
			d.Base = file
		} else {
			d.Delta = &file
		}
	}
	path := c.freeManifest(key)
	if err := d.write(path); err != nil {
		return nil, err
	}
	c.forget(ctx, path)
	return c.load(ctx, path, key)
}

// find returns the kept index of a state, or nil.
func (c *indexCache) find(ctx context.Context, st state) *openIndex {
	key := st.key()
	c.mu.Lock()
	x := c.memory[key]
	c.mu.Unlock()
	if x != nil {
		return x
	}
	for _, path := range c.manifestsOf(key) {
		if x, err := c.load(ctx, path, key); err == nil {
			return x
		}
	}
	return nil
}

// load opens the index that a manifest names, unless it is open.
func (c *indexCache) load(ctx context.Context, path, key string) (*openIndex, error) {
	c.mu.Lock()
	x, ok := c.open[path]
	c.mu.Unlock()
	if ok && x.manifest.State.key() == key {
		return x, nil
	}
	m, err := readManifest(ctx, path)
	if err != nil {
		return nil, err
	}
	if m.State.key() != key {
		return nil, fmt.Errorf("%s is of another state", path)
	}
	x = &openIndex{manifest: m}
	var segments []index.Segment
	for _, f := range m.segments() {
		s, err := c.segment(ctx, f)
		if err != nil {
			return nil, err
		}
		segments = append(segments, index.Segment{Index: s})
	}
	segments[0].Deleted, segments[0].Relocated = m.hidden, m.moved
	x.base = segments[0].Index
	x.share = m.share(x.base)
	set, err := index.NewSet(segments...)
	if err != nil {
		return nil, err
	}
	if x.set, err = set.WithSubjects(m.subjects); err != nil {
		return nil, err
	}
	c.remember(c.open, path, x)
	return x, nil
}

// segment opens an index file, unless it is the base of an open index, and
// checks that it is the one that was written.
func (c *indexCache) segment(ctx context.Context, f segmentFile) (*index.Index, error) {
	c.mu.Lock()
	for _, x := range c.open {
		if x.manifest.Base == f {
			c.mu.Unlock()
			return x.base, nil
		}
	}
	c.mu.Unlock()
	path := filepath.Join(c.folder, f.Name)
	x, err := index.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	if x.Sum() != f.Sum {
		_ = x.Close()
		return nil, fmt.Errorf("%w: %s is another index", sectionfile.ErrCorrupt, path)
	}
	return x, nil
}

// lock prevents a second writer, which then builds its index in memory.
func (c *indexCache) lock() (unlock func(), err error) {
	if err := os.MkdirAll(c.folder, edition.FolderMode); err != nil {
		return func() {}, err
	}
	l := flock.New(filepath.Join(c.folder, "LOCK"), flock.SetPermissions(edition.FileMode))
	ok, err := l.TryLock()
	if err == nil && !ok {
		err = errBusy
	}
	if err != nil {
		return func() {}, err
	}
	return func() { _ = l.Unlock() }, nil
}
