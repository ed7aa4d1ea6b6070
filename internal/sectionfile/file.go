package sectionfile

import (
	"context"
	"fmt"
	"math"
	"os"
	"slices"
	"sync/atomic"

	"github.com/zeebo/xxh3"
)

const opRead = "reading an index"

// File is an open file. All methods may be called at once by many goroutines.
//
// It is held by whoever opened it until Close, and by each Acquire until its
// Release; when nobody holds it, the memory that its sections were handed out
// from is gone, and touching it ends the program.
type File struct {
	path     string
	head     header
	sections []*section
	byName   map[string]*section
	data     []byte
	unmap    func() error
	closed   atomic.Bool
	holders  atomic.Int64
}

// Info says what a file holds.
type Info struct {
	Name   string
	Offset int64
	Bytes  int64
}

// Open opens a file of a kind. Of the versions that are named the caller can
// read each; another one is ErrNewer or ErrOlder. Nothing of a section is read.
func Open(path, kind string, versions ...uint32) (*File, error) {
	return open(path, kind, versions, mapFile)
}

// open takes how a file becomes memory, for tests.
func open(path, kind string, versions []uint32, load func(*os.File, int) ([]byte, func() error, error)) (*File, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, fault(opRead, path, err)
	}
	defer in.Close()
	info, err := in.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrForeign
	}
	if err != nil {
		return nil, fault(opRead, path, err)
	}
	// What is shorter than a header cannot be mapped on every system.
	if size := info.Size(); size < headerSize {
		b := make([]byte, size)
		n, _ := in.ReadAt(b, 0)
		_, err := parseHeader(b[:n], uint64(size))
		return nil, fault(opRead, path, err)
	}
	if !fits(info.Size()) {
		return nil, fault(opRead, path, fmt.Errorf("%d bytes are too many for this machine", info.Size()))
	}
	data, unmap, err := load(in, int(info.Size()))
	if err != nil {
		return nil, fault(opRead, path, err)
	}
	f, err := parse(data, kind, versions)
	if err != nil {
		_ = unmap()
		return nil, fault(opRead, path, err)
	}
	f.path, f.unmap = path, unmap
	return f, nil
}

// fits reports whether a length can be one of a slice on this machine.
func fits(n int64) bool { return n <= math.MaxInt }

// parse checks all but the sections of a file that is in memory.
func parse(data []byte, kind string, versions []uint32) (*File, error) {
	h, err := parseHeader(data, uint64(len(data)))
	if err != nil {
		return nil, err
	}
	if h.kind != kind {
		return nil, fmt.Errorf("%w: it is %q, and %q is wanted", ErrForeign, h.kind, kind)
	}
	if err := checkVersion(h.payload, versions); err != nil {
		return nil, err
	}
	entries, err := parseTable(data[h.table:], h)
	if err != nil {
		return nil, err
	}
	f := &File{head: h, data: data, byName: make(map[string]*section, len(entries))}
	f.holders.Store(1)
	for _, e := range entries {
		s := &section{entry: e}
		f.sections = append(f.sections, s)
		f.byName[e.name] = s
	}
	return f, nil
}

func checkVersion(got uint32, known []uint32) error {
	switch {
	case slices.Contains(known, got):
		return nil
	case len(known) > 0 && got < slices.Max(known):
		return fmt.Errorf("%w: content version %d", ErrOlder, got)
	}
	return newer("content", got)
}

// Version is that of what the sections hold, as given to Create.
func (f *File) Version() uint32 { return f.head.payload }

// Size is the length of the file in bytes.
func (f *File) Size() int64 { return int64(f.head.total) }

// Sum is the checksum of the header, which holds that of the table, which holds
// those of the sections: files with other bytes have another, but for accidents
// of one in 2^64.
func (f *File) Sum() uint64 { return xxh3.Hash(f.data[:headerSize-8]) }

// Sections lists the sections in their order.
func (f *File) Sections() []Info {
	out := make([]Info, len(f.sections))
	for i, s := range f.sections {
		out[i] = Info{s.name, int64(s.offset), int64(s.length)}
	}
	return out
}

// Section returns the bytes of a section, in place. The first call for each
// verifies its checksum, which takes about 0.1 ms a megabyte, and more while the
// disk is read; a section that is damaged is an error, again and again.
func (f *File) Section(name string) ([]byte, error) {
	if err := f.Acquire(); err != nil {
		return nil, err
	}
	defer f.Release()
	s, err := f.find(name)
	if err != nil {
		return nil, err
	}
	if err := s.verify(context.Background(), f.data); err != nil {
		return nil, f.fault(err)
	}
	end := s.offset + s.length
	return f.data[s.offset:end:end], nil
}

// Unverified returns the bytes of a section, in place, at once: whether they are
// those that were written is not known until Verify has said so, and until then
// the caller must not rely on them.
func (f *File) Unverified(name string) ([]byte, error) {
	if err := f.Acquire(); err != nil {
		return nil, err
	}
	defer f.Release()
	s, err := f.find(name)
	if err != nil {
		return nil, err
	}
	end := s.offset + s.length
	return f.data[s.offset:end:end], nil
}

// find returns a section by its name.
func (f *File) find(name string) (*section, error) {
	s, ok := f.byName[name]
	if !ok {
		return nil, f.fault(fmt.Errorf("%w: %q", ErrNoSection, name))
	}
	return s, nil
}

// Verify verifies every section that is not yet, on all cores, and returns the
// first error in their order, or that of ctx.
func (f *File) Verify(ctx context.Context) error {
	if err := f.Acquire(); err != nil {
		return err
	}
	defer f.Release()
	for _, s := range f.sections {
		if err := s.verify(ctx, f.data); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return f.fault(err)
		}
	}
	return ctx.Err()
}

func (f *File) fault(err error) error { return fault(opRead, f.path, err) }

// Acquire holds the file, so that what was handed out of it stays in memory
// until Release whoever closes it meanwhile. It is ErrClosed after Close.
func (f *File) Acquire() error {
	for {
		n := f.holders.Load()
		if n == 0 || f.closed.Load() {
			return f.fault(ErrClosed)
		}
		if f.holders.CompareAndSwap(n, n+1) {
			return nil
		}
	}
}

// Release ends one Acquire. The last holder unmaps the file.
func (f *File) Release() { _ = f.release() }

func (f *File) release() error {
	if f.holders.Add(-1) != 0 {
		return nil
	}
	return f.unmap()
}

// Close lets go of the file: it is unmapped now, or when the last Acquire is
// released. From then on every method that reads gives ErrClosed. A second Close
// does nothing.
func (f *File) Close() error {
	if f.closed.Swap(true) {
		return nil
	}
	return fault(opRead, f.path, f.release())
}
