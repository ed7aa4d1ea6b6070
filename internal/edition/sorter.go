package edition

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/enduse/enduse"
)

// sortMemory is how many bytes of records an import holds before it puts them on
// the disk.
const sortMemory = 64 << 20

// sorter puts encoded records in order of their ids. It holds as many as limit
// allows; each time there are more, it writes them to a file in the folder, in
// order, and merges these files at the end.
type sorter struct {
	folder  string
	limit   int
	records []sorted
	held    int
	runs    []*os.File
}

// sorted is a record with the id that it is sorted by.
type sorted struct {
	id   enduse.EntityID
	text []byte
}

// sortedSize is roughly what a record takes in addition to its text.
const sortedSize = 64

func (s *sorter) add(id enduse.EntityID, text []byte) error {
	s.records = append(s.records, sorted{id, text})
	s.held += len(id) + len(text) + sortedSize
	if s.held < s.limit {
		return nil
	}
	return s.spill()
}

// spill writes what is held to a file of its own.
func (s *sorter) spill() error {
	f, err := os.CreateTemp(s.folder, "run-*")
	if err != nil {
		return err
	}
	s.runs = append(s.runs, f)
	s.order()
	w := bufio.NewWriterSize(f, 1<<16)
	for _, r := range s.records {
		for _, part := range [][]byte{[]byte(r.id), r.text} {
			_, _ = w.Write(binary.AppendUvarint(nil, uint64(len(part)))) // an error stays until Flush
			_, _ = w.Write(part)
		}
	}
	s.records, s.held = s.records[:0], 0
	if err := w.Flush(); err != nil {
		return err
	}
	_, err = f.Seek(0, io.SeekStart)
	return err
}

func (s *sorter) order() {
	slices.SortStableFunc(s.records, func(a, b sorted) int { return cmp.Compare(a.id, b.id) })
}

// close deletes the files.
func (s *sorter) close() {
	for _, f := range s.runs {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}
	s.runs = nil
}

// run is a sequence of records in order, the next one ahead.
type run struct {
	next sorted
	read func() (sorted, error) // io.EOF at the end
}

// groups yields the texts of the records of each id, in order of the ids. The
// first error ends it.
func (s *sorter) groups() iter.Seq2[[][]byte, error] {
	return func(yield func([][]byte, error) bool) {
		runs, err := s.begin()
		for len(runs) > 0 && err == nil {
			first := slices.MinFunc(runs, func(a, b *run) int { return cmp.Compare(a.next.id, b.next.id) }).next.id
			var group [][]byte
			if group, runs, err = take(runs, first); err == nil && !yield(group, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// begin opens all runs: those on the disk, and the records that are held.
func (s *sorter) begin() (runs []*run, err error) {
	s.order()
	held := s.records
	runs = append(runs, &run{read: func() (sorted, error) {
		if len(held) == 0 {
			return sorted{}, io.EOF
		}
		next := held[0]
		held = held[1:]
		return next, nil
	}})
	for _, f := range s.runs {
		r := bufio.NewReaderSize(f, 1<<16)
		runs = append(runs, &run{read: func() (sorted, error) { return readSorted(r) }})
	}
	for _, r := range runs {
		if r.next, err = r.read(); err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
	}
	return slices.DeleteFunc(runs, func(r *run) bool { return r.next.id == "" }), nil
}

// take takes the records of an id from all runs, and leaves those that go on.
func take(runs []*run, id enduse.EntityID) (group [][]byte, left []*run, err error) {
	for _, r := range runs {
		for r.next.id == id {
			group = append(group, r.next.text)
			if r.next, err = r.read(); errors.Is(err, io.EOF) {
				r.next = sorted{}
			} else if err != nil {
				return nil, nil, err
			}
		}
		if r.next.id != "" { // check lets no record without an id pass
			left = append(left, r)
		}
	}
	return group, left, nil
}

// readSorted reads a record that spill wrote.
func readSorted(r *bufio.Reader) (sorted, error) {
	id, err := readPart(r)
	if err != nil {
		return sorted{}, err
	}
	text, err := readPart(r)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return sorted{enduse.EntityID(id), text}, err
}

func readPart(r *bufio.Reader) ([]byte, error) {
	n, err := binary.ReadUvarint(r)
	if err != nil {
		return nil, err
	}
	b := make([]byte, n)
	_, err = io.ReadFull(r, b)
	return b, err
}
