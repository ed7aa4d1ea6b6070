package edition

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"

	"github.com/enduse/enduse/internal/flat"
	"github.com/enduse/enduse/internal/index"
)

// compiled is the compiled indexes of a data directory. They are a cache: what
// is missing, not whole or of another state is made again from the editions.
type compiled struct {
	store  *Store
	folder string
	mu     sync.Mutex
	open   map[string]*searched // by the path of the manifest
	memory map[string]*searched // by the key of the state: those that could not be kept
}

// searched is a state that can be searched.
type searched struct {
	set      *index.Set
	manifest *manifest
	base     *index.Index // that the manifest names
	share    float64      // of the base that has changed since
}

// How much of the base may have changed: from the first share on the segments
// are made one when there is time, beyond the second a delta is not worth making
// (docs/benchmarks.md).
const (
	compactFrom = 1.0 / 8
	mostDelta   = 1.0 / 2
)

func (s *Store) compiled() *compiled {
	return &compiled{store: s, folder: filepath.Join(s.dir, "index"), open: map[string]*searched{}, memory: map[string]*searched{}}
}

// get returns a state as it was kept, or makes it: from what has changed since
// another state, unless that is more than the largest share of it. Where it
// cannot be kept (a read-only or full disk, or another process is at it) it is in
// memory, and kept is the error.
func (c *compiled) get(ctx context.Context, st state, largest float64, load loader) (x *searched, kept, err error) {
	if x := c.find(ctx, st); x != nil && x.share <= largest {
		return x, nil, nil
	}
	unlock, kept := c.lock()
	defer unlock()
	if x := c.find(ctx, st); x != nil && x.share <= largest {
		return x, nil, nil // another process has made it
	}
	m, parts, err := c.change(ctx, st, largest, load)
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
	if kept == nil {
		if x, kept = c.keep(ctx, m, made); kept == nil {
			return x, nil, nil
		}
	}
	x, err = m.inMemory(made)
	c.remember(c.memory, st.key(), x)
	return x, kept, err
}

func (c *compiled) remember(in map[string]*searched, name string, x *searched) {
	c.mu.Lock()
	defer c.mu.Unlock()
	in[name] = x
}

// retain forgets what is not searched any more. Its files stay mapped until the
// program ends: hits may hold texts of them.
func (c *compiled) retain(used map[*index.Set]bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, of := range []map[string]*searched{c.open, c.memory} {
		maps.DeleteFunc(of, func(_ string, x *searched) bool { return !used[x.set] })
	}
}

// draft is a manifest with the index that it builds on, if it does.
type draft struct {
	manifest
	base *index.Index
}

// inMemory is the state of a draft as it was made.
func (d *draft) inMemory(made *index.Index) (*searched, error) {
	segments := []index.Segment{{Index: made}}
	if d.base != nil {
		segments = []index.Segment{{Index: d.base, Hidden: d.hidden, Moved: d.moved}}
		if made != nil {
			segments = append(segments, index.Segment{Index: made})
		}
	}
	set, err := index.NewSet(segments...)
	x := &searched{set: set, manifest: &d.manifest, base: segments[0].Index}
	x.share = d.share(x.base)
	return x, err
}

// change says what a state has other than the one kept that is the most like it:
// a draft with the parts that have to be indexed; or none, if there is no other
// or too much has changed.
func (c *compiled) change(ctx context.Context, st state, largest float64, load loader) (*draft, []index.Part, error) {
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
	if float64(d.size()) > largest*float64(from.base.Len()) {
		return nil, nil, nil
	}
	return &draft{manifest{
		State: st, Base: from.manifest.Base, BaseParts: from.manifest.BaseParts, Changed: d.size(),
		hidden: d.base.Hidden, moved: d.base.Moved,
	}, from.base}, d.parts, nil
}

// keep writes a new segment, then the manifest, and opens both as a later start
// will. What a kill leaves behind is named by nothing.
func (c *compiled) keep(ctx context.Context, d *draft, made *index.Index) (*searched, error) {
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

// find returns a state as it was kept, or nil.
func (c *compiled) find(ctx context.Context, st state) *searched {
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

// load opens what a manifest names, unless it is open.
func (c *compiled) load(ctx context.Context, path, key string) (*searched, error) {
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
	x = &searched{manifest: m}
	var segments []index.Segment
	for _, f := range m.segments() {
		s, err := c.segment(ctx, f)
		if err != nil {
			return nil, err
		}
		segments = append(segments, index.Segment{Index: s})
	}
	segments[0].Hidden, segments[0].Moved = m.hidden, m.moved
	x.base = segments[0].Index
	x.share = m.share(x.base)
	if x.set, err = index.NewSet(segments...); err != nil {
		return nil, err
	}
	c.remember(c.open, path, x)
	return x, nil
}

// segment opens an index file, unless it is the base of a state that is open,
// and makes sure that it is the one that was written.
func (c *compiled) segment(ctx context.Context, f segmentFile) (*index.Index, error) {
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
		return nil, fmt.Errorf("%w: %s is another index", flat.ErrCorrupt, path)
	}
	return x, nil
}

// lock keeps a second writer out: it then makes in memory what it needs.
func (c *compiled) lock() (unlock func(), err error) {
	if err := os.MkdirAll(c.folder, folderMode); err != nil {
		return func() {}, err
	}
	l := flock.New(filepath.Join(c.folder, "LOCK"), flock.SetPermissions(fileMode))
	ok, err := l.TryLock()
	if err == nil && !ok {
		err = errBusy
	}
	if err != nil {
		return func() {}, err
	}
	return func() { _ = l.Unlock() }, nil
}
