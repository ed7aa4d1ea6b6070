package bis

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// row is one line of the file by column. Its cells are trimmed.
type row struct {
	line    int
	columns []string
	cells   []string
}

func (r row) get(column string) string {
	if i := slices.Index(r.columns, column); i >= 0 {
		return r.cells[i]
	}
	return ""
}

// rows reads the file a line at a time. No cell of the list spans lines, so a
// quote that does not close is a fault of its own line and of no other.
type rows struct {
	file    string
	src     *bufio.Reader
	line    int
	last    bool // no line end after the line
	columns []string
}

// newRows reads the header.
func newRows(r io.Reader, file string) (*rows, error) {
	out := &rows{file: file, src: bufio.NewReaderSize(r, 64<<10)}
	cells, err := out.cells()
	var bad *enduse.RecordError
	switch {
	case err != nil && !errors.Is(err, io.EOF) && !errors.As(err, &bad):
		return nil, err
	case err != nil, !isHeader(cells):
		return nil, notTheList(file)
	}
	out.columns = cells
	return out, nil
}

// next returns the next row that is not blank, io.EOF after the last, and a
// *enduse.RecordError for one that cannot be read.
func (r *rows) next() (row, error) {
	cells, err := r.cells()
	if err != nil {
		return row{}, err
	}
	if len(cells) != len(r.columns) {
		return row{}, r.fault(fmt.Errorf("the row has %d cells, the header has %d", len(cells), len(r.columns)))
	}
	return row{line: r.line, columns: r.columns, cells: cells}, nil
}

// cells cuts the next line that is not blank at its tabs.
func (r *rows) cells() ([]string, error) {
	for {
		text, err := r.text()
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		cells := strings.Split(text, "\t")
		if r.last && strings.HasPrefix(text, `"`) && cells[len(cells)-1] == "" {
			return nil, r.fault(errors.New("the file ends inside the row")) // a cell of nothing has its quotes
		}
		for i, c := range cells {
			if cells[i], err = unquote(c); err != nil {
				return nil, r.fault(fmt.Errorf("cell %d: %w", i+1, err))
			}
		}
		return cells, nil
	}
}

// unquote takes the quotes off a cell; within them, two mean one.
func unquote(cell string) (string, error) {
	inner, quoted := strings.CutPrefix(cell, `"`)
	if quoted {
		var closed bool
		if inner, closed = strings.CutSuffix(strings.TrimRight(inner, " "), `"`); !closed {
			return "", errors.New("a quote is opened and not closed")
		}
		inner = strings.ReplaceAll(inner, `""`, "\x00")
	}
	if strings.Contains(inner, `"`) {
		return "", errors.New("a quote inside a cell")
	}
	return strings.TrimSpace(strings.ReplaceAll(inner, "\x00", `"`)), nil
}

// text returns the next line, of at most [list.MaxRecord] bytes.
func (r *rows) text() (string, error) {
	var line []byte
	long := false
	for {
		part, err := r.src.ReadSlice('\n')
		if long = long || len(line)+len(part) > list.MaxRecord; long {
			line = line[:0]
		} else {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(line) == 0 && !long):
			return "", err
		}
		r.last = err != nil
		break
	}
	if r.line++; r.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
	}
	switch {
	case long:
		return "", r.fault(fmt.Errorf("longer than %d bytes", list.MaxRecord))
	case bytes.IndexByte(line, 0) >= 0:
		return "", r.fault(errors.New("a NUL byte"))
	}
	return list.Text(bytes.TrimRight(line, "\r\n")), nil
}

func (r *rows) fault(err error) error {
	return &enduse.RecordError{File: r.file, Line: r.line, Err: err}
}
