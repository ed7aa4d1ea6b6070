package csl

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// maxLines is how many lines one row may go over: addresses have line breaks
// in them.
const maxLines = 32

// reading is the state of reading one file.
type reading struct {
	*list.Sink
	file   string
	header []string
}

// Read yields the parties of a Consolidated Screening List, one for each row. See
// [list.Format] for the meaning of its errors. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		r := reading{Sink: sink, file: file}
		rows := list.NewRows(src, file, maxLines)
		if err := r.readHeader(rows); err != nil {
			return err
		}
		for {
			row, err := rows.Next()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err == nil {
				err = r.row(row)
			}
			if err := r.Report(err); err != nil {
				return err
			}
		}
	})
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

// row reads one row.
func (r *reading) row(row list.Row) error {
	switch {
	case slices.Equal(row.Fields, r.header):
		return nil
	case row.Cut:
		return r.cut(row)
	case len(row.Fields) != len(r.header):
		return r.Fault(row.Line, "", fmt.Errorf("%d fields, want %d", len(row.Fields), len(r.header)))
	}
	return r.party(row)
}

// cut reads a row that the end of the file cuts. Its last field is incomplete, and
// if that is the name the row is a fault.
func (r *reading) cut(row list.Row) error {
	if err := r.Doubt(fmt.Sprintf("line %d ends inside a field: the file is truncated", row.Line)); err != nil {
		return err
	}
	if len(row.Fields) > len(r.header) || len(row.Fields) <= slices.Index(r.header, "name")+1 {
		return r.Fault(row.Line, "", errors.New("the row ends before its name does"))
	}
	return r.party(row)
}

func (r *reading) party(row list.Row) error {
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
		return r.Fault(row.Line, "", err)
	}
	if loose.Text != "" {
		e.Unread = append(e.Unread, loose)
	}
	return r.Part(e, row.Line)
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
