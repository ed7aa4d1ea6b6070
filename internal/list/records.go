package list

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// Records yields what read passes to its sink, and then the error of read, which
// is fatal. File is the name for messages.
func Records(file string, read func(*Sink) error) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		err := read(&Sink{file: file, yield: yield, seen: map[enduse.EntityID]int{}})
		if err != nil && !errors.Is(err, errStop) {
			yield(enduse.Entity{}, err)
		}
	}
}

// Table reads a delimited list whose records go over several rows.
type Table struct {
	IsHeader func(cells []string) bool
	Hint     string // what to import instead of a file without the header
	// Header is called once with the columns, Row for each row, and End at the end.
	Header func(sink *Sink, columns []string) error
	Row    func(sink *Sink, row table.Row) error
	End    func(sink *Sink) error
}

// Read yields what the functions pass to their sink. A file whose last row cannot
// be read is truncated: that is fatal, and End is not called, so that no shorter
// list looks whole. A file that ends with neither a line break nor a closing quote
// may be cut in its last cell: it is partial.
func (t Table) Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return Records(file, func(sink *Sink) error {
		end := &lastByte{Reader: src}
		tab, err := table.Open(file, end, table.Options{IsHeader: t.IsHeader})
		if err != nil {
			return err
		}
		defer func() { _ = tab.Close() }()
		if !tab.HasHeader() || !t.IsHeader(tab.Columns()) {
			return &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("the columns of the list are not in it"), Hint: t.Hint,
			}
		}
		if err := t.Header(sink, tab.Columns()); err != nil {
			return err
		}
		if err := t.rows(sink, tab, file); err != nil {
			return err
		}
		if err := end.check(sink); err != nil {
			return err
		}
		return t.End(sink)
	})
}

func (t Table) rows(sink *Sink, tab *table.Table, file string) error {
	var last *enduse.RecordError
	for row, err := range tab.Rows() {
		last = nil
		if row.Warning != "" {
			if err := sink.Doubt(fmt.Sprintf("line %d: %s", row.Line, row.Warning)); err != nil {
				return err
			}
		}
		switch {
		case errors.As(err, &last):
			err = sink.Report(last)
		case err == nil:
			err = t.Row(sink, row)
		}
		if err != nil {
			return err
		}
	}
	if last != nil {
		return &enduse.Error{
			Op: "read", Code: enduse.CodeInvalid, Subject: fmt.Sprintf("%s:%d", file, last.Line),
			Err: errors.New("the last row cannot be read: the file is truncated"), Hint: "fetch it again",
		}
	}
	return nil
}

// lastByte remembers the last byte that was read.
type lastByte struct {
	io.Reader
	last byte
}

// check warns if the file may be cut in its last cell.
func (r *lastByte) check(sink *Sink) error {
	const open = "the file does not end with a line break"
	switch r.last {
	case '\n':
		return nil
	case '"':
		return sink.Warn(open)
	}
	return sink.Doubt(open + ": its last row may be cut short")
}

func (r *lastByte) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if n > 0 {
		r.last = p[n-1]
	}
	return n, err
}
