package table

import (
	"fmt"
	"strconv"
)

// findHeader takes the header out of the first records, or names the columns
// by the caller's word or by number.
func (t *Table) findHeader(opts Options) {
	at := t.headerAt(opts)
	if at >= 0 {
		h := t.ahead[at].record
		t.columns, t.header = trimTail(h.cells), h.line
		t.noteSkipped(at)
		t.doubt(t.ahead[:at], len(filled(h.cells)))
		t.ahead = t.ahead[at+1:]
	}
	if len(opts.Columns) > 0 {
		t.columns = append([]string(nil), opts.Columns...)
		t.header = max(t.header, 1)
		return
	}
	if at < 0 {
		t.columns = numbered(t.width())
	}
}

// headerAt returns the index of the header among the records ahead, or -1.
func (t *Table) headerAt(opts Options) int {
	for i, p := range t.ahead {
		if p.err != nil || blank(p.cells) {
			continue
		}
		if opts.IsHeader == nil && len(opts.Columns) == 0 || opts.IsHeader != nil && opts.IsHeader(p.cells) {
			return i
		}
		if opts.IsHeader == nil || t.width() == 1 {
			return -1 // in one column, what stands further down is a name: Carrier is a company
		}
	}
	return -1
}

// doubt makes faults of rows above the header that may be data: that fill about
// as many cells, or that could not be read. A title fills one or two.
func (t *Table) doubt(above []pending, columns int) {
	for _, p := range above {
		if p.err == nil && len(filled(p.cells)) < max(2, columns-1) {
			continue
		}
		if p.err == nil {
			p.err = t.bad(p.line, "put the header in the first row, or delete what stands above it",
				fmt.Errorf("the row stands above the header in row %d and was not read", t.header))
		}
		t.above = append(t.above, p)
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

// noteSkipped says which rows above the header were passed over.
func (t *Table) noteSkipped(at int) {
	skipped := 0
	for _, p := range t.ahead[:at] {
		if p.err != nil || !blank(p.cells) {
			skipped++
		}
	}
	if skipped > 0 {
		t.note(fmt.Sprintf("header in row %d; skipped above it: %s", t.header, plural(skipped, "row")))
	}
}

// width is the number of cells of the widest of the first rows.
func (t *Table) width() int {
	w := 0
	for _, p := range t.ahead {
		w = max(w, len(trimTail(p.cells)))
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
