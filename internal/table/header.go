package table

import (
	"fmt"
	"slices"
	"strconv"
)

// findHeader takes the header out of the first records, or names the columns
// by the caller's word or by number.
func (t *Table) findHeader() {
	rows := t.rowsAhead()
	if i := slices.IndexFunc(rows, func(cells []string) bool { return cells != nil }); i >= 0 {
		t.begins = rows[i]
	}
	at := t.headerAt(rows)
	var columns []string
	if at >= 0 {
		h := t.ahead[at].record
		columns, t.header = trimTail(h.cells), h.line
		t.skip(t.ahead[:at], len(filled(h.cells)))
		t.ahead = t.ahead[at+1:]
	}
	if len(t.opts.Columns) > 0 {
		columns = slices.Clone(t.opts.Columns)
		t.header = max(t.header, 1)
	} else if at < 0 {
		columns = numbered(width(rows))
	}
	t.head = newHead(columns)
	t.countParted()
}

// rowsAhead are the cells of the records ahead; nil for one that is blank or could
// not be read.
func (t *Table) rowsAhead() [][]string {
	rows := make([][]string, len(t.ahead))
	for i, p := range t.ahead {
		if p.err == nil && !blank(p.cells) {
			rows[i] = trimTail(p.cells)
		}
	}
	return rows
}

// headerAt returns the index of the header among the records ahead, or -1.
func (t *Table) headerAt(rows [][]string) int {
	if t.turned || t.opts.IsHeader == nil && len(t.opts.Columns) == 0 {
		return slices.IndexFunc(rows, func(cells []string) bool { return cells != nil })
	}
	at, _ := headerOf(rows, t.opts)
	return at
}

// nearHeader is how many rows may be between a row that may be the header and
// a wider one that surely is.
const nearHeader = 10

// headerOf returns the index of the header among rows, or -1, and whether it is
// sure. In one column, the text below the first line is a name: Carrier is a
// company.
func headerOf(rows [][]string, opts Options) (at int, sure bool) {
	if opts.IsHeader == nil {
		return -1, false
	}
	known, likely := -1, -1
	for i, cells := range rows {
		switch {
		case len(filled(cells)) == 0:
			continue
		case known < 0 && opts.IsHeader(cells):
			known = i
		case likely < 0 && known < 0 && opts.MayBeHeader != nil && opts.MayBeHeader(cells, rows[i+1:]):
			likely = i
		}
		if known >= 0 || width(rows) == 1 {
			break
		}
	}
	switch {
	case likely < 0:
		return known, known >= 0
	case known > 0 && known-likely <= nearHeader && len(filled(rows[known])) > len(filled(rows[likely])):
		return known, true
	}
	return likely, false
}

// beginsAgain reports whether a record is a header in the midst of the rows. What
// follows is read by it.
func (t *Table) beginsAgain(rec record) bool {
	cells := trimTail(rec.cells)
	if t.opts.IsHeaderAgain == nil || rec.object != nil || len(filled(cells)) < 2 {
		return false
	}
	if slices.Equal(cells, t.head.columns) {
		return true
	}
	if !t.opts.IsHeaderAgain(cells) {
		return false
	}
	t.note(fmt.Sprintf("another header in row %d: the rows below it are read by it", rec.line))
	section := t.head.section + 1
	t.head = newHead(slices.Clone(cells))
	t.head.section = section
	if c, ok := t.src.(*csvReader); ok {
		c.width = len(rec.cells)
	}
	return true
}

// skip keeps the rows above the header. Rows that fill about as many cells, or
// that could not be read, may be data: they are faults.
func (t *Table) skip(above []pending, columns int) {
	n := 0
	for _, p := range above {
		if p.err == nil && blank(p.cells) {
			continue
		}
		n++
		if p.err == nil {
			t.skipped = append(t.skipped, Skipped{Where: fmt.Sprintf("row %d", p.line), Cells: filled(p.cells)})
		}
		if p.err == nil && len(filled(p.cells)) < max(2, columns-1) {
			continue
		}
		if p.err == nil {
			p.err = t.bad(p.line, "put the header in the first row, or delete what is above it",
				fmt.Errorf("the row is above the header in row %d and was not read", t.header))
		}
		t.above = append(t.above, p)
	}
	if n > 0 {
		t.note(fmt.Sprintf("header in row %d; skipped above it: %s", t.header, plural(n, "row")))
	}
}

func filled(cells []string) (out []string) {
	for _, c := range cells {
		if c != "" {
			out = append(out, c)
		}
	}
	return out
}

// width is the number of cells of the widest row.
func width(rows [][]string) (w int) {
	for _, cells := range rows {
		w = max(w, len(cells))
	}
	return w
}

// trimTail drops empty cells at the end: spreadsheets write many of them.
func trimTail(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

func numbered(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = "column " + strconv.Itoa(i+1)
	}
	return out
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
