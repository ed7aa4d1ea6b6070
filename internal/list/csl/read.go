package csl

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// maxLines is how many lines one row may go over: addresses have line breaks
// in them.
const maxLines = 32

// reading is the state of reading one file.
type reading struct {
	file   string
	header []string
	yield  func(enduse.Entity, error) bool
}

// Read yields the parties of a Consolidated Screening List, one for each row:
// see [list.Format] for what its errors mean. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		r := reading{file: file, yield: yield}
		rows := list.NewRows(src, file, maxLines)
		if err := r.readHeader(rows); err != nil {
			yield(enduse.Entity{}, err)
			return
		}
		for r.next(rows) {
			continue
		}
	}
}

func (r *reading) readHeader(rows *list.Rows) error {
	row, err := rows.Next()
	if err == nil {
		for _, column := range signature {
			if !slices.Contains(row.Fields, column) {
				err = errors.Join(err, fmt.Errorf("column %q is missing", column))
			}
		}
	}
	if errors.Is(err, io.EOF) {
		err = errors.New("the file is empty")
	}
	if err != nil {
		return &enduse.Error{
			Op: "read", Code: enduse.CodeInvalid, Subject: r.file, Err: err,
			Hint: "give the file consolidated.csv as trade.gov publishes it",
		}
	}
	r.header = row.Fields
	return nil
}

// next reads one row; false ends the reading.
func (r *reading) next(rows *list.Rows) bool {
	row, err := rows.Next()
	var bad *enduse.RecordError
	switch {
	case errors.Is(err, io.EOF):
		return false
	case errors.As(err, &bad):
		return r.yield(enduse.Entity{}, bad)
	case err != nil:
		r.yield(enduse.Entity{}, err)
		return false
	case slices.Equal(row.Fields, r.header):
		return true
	case row.Cut:
		return r.cut(row)
	case len(row.Fields) != len(r.header):
		return r.fault(row.Line, fmt.Errorf("%d fields, want %d", len(row.Fields), len(r.header)))
	}
	return r.party(row)
}

// cut reads a row that the end of the file cuts. Its last field is not whole,
// and if that is the name the row is lost.
func (r *reading) cut(row list.Row) bool {
	warning := &list.Warning{File: r.file, Text: fmt.Sprintf("line %d ends inside a field: the file is truncated", row.Line), Cut: true}
	if !r.yield(enduse.Entity{}, warning) {
		return false
	}
	if len(row.Fields) > len(r.header) || len(row.Fields) <= slices.Index(r.header, "name")+1 {
		return r.fault(row.Line, errors.New("the row ends before its name does"))
	}
	return r.party(row)
}

func (r *reading) party(row list.Row) bool {
	c := cells{}
	for i, value := range row.Fields {
		if value = strings.TrimSpace(value); value != "" {
			c[r.header[i]] = value
		}
	}
	var loose enduse.Unread
	if row.Cut {
		loose = c.cutLast(r.header[len(row.Fields)-1])
	}
	e, err := c.entity()
	if err != nil {
		return r.fault(row.Line, err)
	}
	if loose.Text != "" {
		e.Unread = append(e.Unread, loose)
	}
	e.Record = r.file + ":" + strconv.Itoa(row.Line)
	return r.yield(e, nil)
}

// cutLast takes the last value out of a cell that is not whole.
func (c cells) cutLast(column string) enduse.Unread {
	text := c[column]
	i := strings.LastIndex(text, "; ")
	if i < 0 {
		delete(c, column)
		return enduse.Unread{Field: column, Text: text}
	}
	c[column] = text[:i]
	return enduse.Unread{Field: column, Text: text[i+2:]}
}

func (r *reading) fault(line int, err error) bool {
	return r.yield(enduse.Entity{}, &enduse.RecordError{File: r.file, Line: line, Err: err})
}
