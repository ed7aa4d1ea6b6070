package table

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/charset"
)

// Row is one row. Its cells are trimmed of space on both ends.
type Row struct {
	// Line is where the user finds the row: the line of a text file, the row of
	// a sheet, the number of the element of a JSON array; the first is 1.
	Line int
	// EndLine is the last line of a row that spans several lines of a text file,
	// and else Line.
	EndLine int
	// Warning says why the row may hold more than its values show, the lines of
	// other rows or a key that occurs twice, or is "".
	Warning string
	// Garbled are the columns whose text looks decoded by a wrong encoding.
	Garbled []string
	// Section counts the headers above the row, of a table with several; from 0.
	Section int
	head    *head
	cells   []string
	obj     *object
}

// head is a header and the places of its columns. A table whose header comes again
// has several.
type head struct {
	section int
	columns []string
	index   map[string][]int
}

func newHead(columns []string) *head {
	index := make(map[string][]int, len(columns))
	for i, c := range columns {
		index[c] = append(index[c], i)
	}
	return &head{columns: columns, index: index}
}

// Get returns the first value of a column that is not empty, or "".
func (r Row) Get(column string) string {
	if r.obj != nil {
		return first(r.obj.values[column])
	}
	for _, i := range r.index(column) {
		if i < len(r.cells) && r.cells[i] != "" {
			return r.cells[i]
		}
	}
	return ""
}

// Values returns every value of a column that is not empty: the elements of a
// JSON array, the cells of columns of the same name. A value inside nested
// objects is under their keys joined by dots.
func (r Row) Values(column string) []string {
	if r.obj != nil {
		return r.obj.values[column]
	}
	var out []string
	for _, i := range r.index(column) {
		if i < len(r.cells) && r.cells[i] != "" {
			out = append(out, r.cells[i])
		}
	}
	return out
}

// Columns returns the columns that this row has, in order.
func (r Row) Columns() []string {
	if r.obj != nil {
		return r.obj.keys
	}
	if r.head == nil {
		return nil
	}
	return r.head.columns
}

// Without returns the row without the columns that drop reports, of a JSON file.
func (r Row) Without(drop func(column string) bool) Row {
	if r.obj == nil {
		return r
	}
	o := &object{raw: r.obj.raw, values: r.obj.values}
	for _, k := range r.obj.keys {
		if !drop(k) {
			o.keys = append(o.keys, k)
		}
	}
	r.obj = o
	return r
}

// JSON returns the object as a JSON file has it, and nil for the others.
func (r Row) JSON() json.RawMessage {
	if r.obj == nil {
		return nil
	}
	return r.obj.raw
}

// Blank reports whether every cell is empty. An object is never blank.
func (r Row) Blank() bool { return r.obj == nil && blank(r.cells) }

func (r Row) index(column string) []int {
	if r.head == nil {
		return nil
	}
	return r.head.index[column]
}

// row checks a record against the header.
func (t *Table) row(rec record) (Row, error) {
	columns := t.head.columns
	row := Row{Line: rec.line, EndLine: max(rec.line, rec.until), Section: t.head.section, head: t.head, cells: rec.cells, obj: rec.object}
	row.Warning = doubtful(rec.multiline, len(columns))
	if rec.object != nil {
		if rec.object.twice != "" {
			row.Warning = fmt.Sprintf("the key %q occurs twice in one object: one of its values may not be read", rec.object.twice)
		}
		row.Garbled = rec.object.garbled(t.opts.KeepGarbled)
		return row, nil
	}
	if blank(rec.cells) {
		return row, nil
	}
	if n := len(rec.cells); n > len(columns) && !blank(rec.cells[len(columns):]) || n < len(columns) && !t.ragged {
		return row, t.bad(rec.line, "put quotes around cells that contain a delimiter or a line break",
			fmt.Errorf("the row has %d cells, the header has %d", n, len(columns)))
	}
	row.Warning = cmp.Or(row.Warning, t.uncut(rec))
	return row, t.readable(&row)
}

// readable looks at the encoding of the cells of a row.
func (t *Table) readable(row *Row) error {
	for i, c := range row.cells {
		if !utf8.ValidString(c) {
			return t.bad(row.Line, "save the file as UTF-8", fmt.Errorf("cell %d is not valid UTF-8", i+1))
		}
		switch {
		case c == "" || !charset.Garbled(c):
		case t.opts.KeepGarbled:
			row.Garbled = append(row.Garbled, row.head.columns[i])
		case t.guessed == "windows-1251" || t.guessed == "koi8-r":
			return t.bad(row.Line, "name the encoding, such as --encoding ibm866, or save the file as UTF-8",
				fmt.Errorf("cell %d does not read as %s: %.60q", i+1, t.guessed, c))
		}
	}
	return nil
}

func blank(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}

func first(values []string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// clean trims a cell, also of a byte-order mark and of characters that do not
// show.
func clean(s string) string {
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "\ufeff\u200b\u200e\u200f"))
}
