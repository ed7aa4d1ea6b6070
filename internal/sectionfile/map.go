package sectionfile

import (
	"errors"
	"io"
	"os"

	"github.com/edsrzf/mmap-go"
)

// mapFile maps the first size bytes of a file into memory, read only. Where the
// system cannot, it reads them.
func mapFile(f *os.File, size int) ([]byte, func() error, error) {
	m, err := mmap.MapRegion(f, size, mmap.RDONLY, 0, 0)
	if err != nil {
		return readFile(f, size)
	}
	return m, m.Unmap, nil
}

// readFile reads the first size bytes of a file into memory. The garbage
// collector frees it: there is nothing to unmap.
func readFile(f *os.File, size int) ([]byte, func() error, error) {
	b := Bytes(make([]uint64, (size+7)/8))[:size] // aligned for every number
	n, err := io.ReadFull(io.NewSectionReader(f, 0, int64(size)), b)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return nil, nil, truncated(uint64(n), uint64(size))
	case err != nil:
		return nil, nil, err
	}
	return b, func() error { return nil }, nil
}
