package list

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/enduse/enduse/internal/table"
)

const (
	// headBytes is how much of a file a format sees to recognise it.
	headBytes = 64 << 10
	// headRows is how many rows of a workbook it sees.
	headRows = 60
)

// ReadHead reads the beginning of a file, and of a workbook the first rows, because
// its first bytes say nothing about its content.
func ReadHead(name string, r io.Reader) (Head, error) {
	h := Head{Name: name, Bytes: make([]byte, headBytes)}
	n, err := io.ReadFull(r, h.Bytes)
	h.Bytes = h.Bytes[:n]
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return h, err
	}
	if bytes.HasPrefix(h.Bytes, []byte("PK\x03\x04")) {
		h.Rows = firstRows(name, io.MultiReader(bytes.NewReader(h.Bytes), r))
	}
	return h, nil
}

// HasColumns reports whether all the columns are among the cells.
func HasColumns(cells []string, columns ...string) bool {
	return !slices.ContainsFunc(columns, func(c string) bool { return !slices.Contains(cells, c) })
}

// HasCSV reports whether the file is a delimited text with a header.
func (h Head) HasCSV(isHeader func(cells []string) bool) bool {
	t, err := table.Open(h.Name, bytes.NewReader(h.Bytes), table.Options{IsHeader: isHeader})
	if err != nil {
		return false
	}
	defer func() { _ = t.Close() }()
	return t.Kind() == table.CSV && t.HasHeader() && isHeader(t.Columns())
}

// Text returns the beginning of a table as text: the first rows of a workbook as
// CSV, or the first bytes of any other file.
func (h Head) Text() []byte {
	if h.Rows == nil {
		return h.Bytes
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if w.WriteAll(h.Rows) != nil {
		return nil
	}
	return b.Bytes()
}

// firstRows returns the first rows of a workbook's first sheet with content. It
// returns nil for a file that is not a workbook or cannot be read: no format
// recognises it then.
func firstRows(name string, r io.Reader) (out [][]string) {
	t, err := table.Open(name, r, table.Options{IsHeader: func([]string) bool { return false }})
	if err != nil {
		return nil
	}
	defer func() { _ = t.Close() }()
	width := len(t.Columns())
	for row, err := range t.Rows() {
		if err != nil || len(out) >= headRows {
			break
		}
		cells := make([]string, width)
		for i := range cells {
			cells[i] = row.Get("column " + strconv.Itoa(i+1))
		}
		out = append(out, cells)
	}
	return out
}
