package table

import "io"

// turn turns a small table whose first column holds the names of the others: its
// columns become rows. Their numbers are those of the columns.
func (t *Table) turn() {
	if t.opts.IsSideways == nil || len(t.ahead) == lookAhead || len(t.opts.Columns) > 0 {
		return
	}
	for _, p := range t.ahead {
		if p.err != nil {
			return // what cannot be read is reported at its own line
		}
	}
	rows := t.rowsAhead()
	if !t.opts.IsSideways(rows) {
		return
	}
	t.turned = true
	t.setTurned(rows)
	t.note("the names of the columns are in the first column: each further column is read as a record")
}

// setTurned sets the rows of a sideways table. A row without a name of its own goes on
// with the one above it.
func (t *Table) setTurned(rows [][]string) {
	var out [][]string
	name := ""
	for _, cells := range rows {
		if cells == nil {
			continue
		}
		if cells[0] != "" {
			name = cells[0]
		}
		out = append(out, append([]string{name}, cells[1:]...))
	}
	t.ahead = nil
	for column := range width(out) {
		rec := record{line: column + 1}
		for _, cells := range out {
			cell := ""
			if column < len(cells) {
				cell = cells[column]
			}
			rec.cells = append(rec.cells, cell)
		}
		t.ahead = append(t.ahead, pending{record: rec})
	}
	if _, ok := t.src.(*csvReader); ok {
		t.src = ended{}
	}
}

// ended is a source that has no more records.
type ended struct{}

func (ended) next() (record, error) { return record{}, io.EOF }
func (ended) close() error          { return nil }
