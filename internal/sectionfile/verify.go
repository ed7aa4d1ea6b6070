package sectionfile

import (
	"context"
	"encoding/binary"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"github.com/zeebo/xxh3"

	"github.com/enduse/enduse"
)

// sumOf is the checksum of a section.
func sumOf(b []byte) uint64 {
	sums := make([]byte, 8*blocksOf(b))
	for i := range blocksOf(b) {
		binary.LittleEndian.PutUint64(sums[8*i:], xxh3.Hash(block(b, i)))
	}
	return xxh3.Hash(sums)
}

func blocksOf(b []byte) int { return (len(b) + blockSize - 1) / blockSize }

func block(b []byte, i int) []byte { return b[i*blockSize : min((i+1)*blockSize, len(b))] }

// sumOnAllCores is sumOf, for bytes of a file. It ends early when ctx does, and
// where the file has become shorter than it was.
func sumOnAllCores(ctx context.Context, b []byte) (uint64, error) {
	n := blocksOf(b)
	sums := make([]byte, 8*n)
	var next atomic.Int64
	work := func() error {
		for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			sum, err := sumOfBlock(block(b, i))
			if err != nil {
				return err
			}
			binary.LittleEndian.PutUint64(sums[8*i:], sum)
		}
		return ctx.Err()
	}
	if err := onCores(min(n, runtime.GOMAXPROCS(0)), work); err != nil {
		return 0, err
	}
	return xxh3.Hash(sums), nil
}

// onCores runs a function several times at once and returns an error of one.
func onCores(n int, work func() error) error {
	if n <= 1 {
		return work()
	}
	errs := make([]error, n)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() { errs[i] = work() })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// sumOfBlock hashes memory of a file. Where the disk fails, or the file was
// shortened without our knowledge, reading it is a fault that would end the program.
func sumOfBlock(b []byte) (sum uint64, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if what := recover(); what != nil {
			err = fmt.Errorf("%w: it cannot be read any more: %v", enduse.ErrTruncated, what)
		}
	}()
	return xxh3.Hash(b), nil
}

// section is one section of an open file.
type section struct {
	entry
	mu       sync.Mutex
	verified bool
	err      error // of the sum; stays
}

// verify holds a section against its checksum, once. all is the whole file.
func (s *section) verify(ctx context.Context, all []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.verified || s.err != nil {
		return s.err
	}
	end := s.offset + s.length
	sum, err := sumOnAllCores(ctx, all[s.offset:end])
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	switch {
	case err != nil:
		s.err = fmt.Errorf("section %q: %w", s.name, err)
	case sum != s.sum || !allZero(all[end:aligned(end)]):
		s.err = damaged(fmt.Sprintf("section %q", s.name))
	}
	s.verified = s.err == nil
	return s.err
}
