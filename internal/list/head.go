package list

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"

	"github.com/enduse/enduse/internal/table"
)

const (
	// headBytes is how much of a file a format sees to recognise it.
	headBytes = 64 << 10
	// headRows is how many rows of a workbook it sees.
	headRows = 60
)

// ReadHead reads the beginning of a file. A workbook is read on: its first bytes
// say nothing of what is in it.
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

// Text is what is to be read of a table: of a workbook its first rows as CSV,
// of any other file its first bytes.
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

// firstRows returns the first rows of a workbook's first sheet with content, and
// nil for what is none or cannot be read: no format knows it then.
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
