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
		if opts.IsHeader == nil {
			return -1
		}
	}
	return -1
}

// noteSkipped says which rows above the header were passed over. Rows with an
// error among them go too: a title may hold a stray quote.
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
