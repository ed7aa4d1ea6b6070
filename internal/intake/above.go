package intake

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/table"
)

// above is what a file says above its rows and next to them: titles, labels with
// their values, words in a header that no column has. It is searched with the first
// record.
type above struct {
	parties []enduse.Party
	texts   []enduse.Text
	notes   []string
	last    int // the row of the last record that was yielded
}

// readAbove collects it from the table.
func (in *Reader) readAbove() (a above) {
	for _, s := range in.table.Skipped() {
		a.add(s)
	}
	if in.table.Kind() == table.JSON || in.table.Kind() == table.NDJSON || !in.table.HasHeader() || in.table.IsTurned() {
		return a
	}
	columns := in.table.Columns()
	if _, known := wholly(columns[0]); len(columns) == 1 && !known && namable(columns[0]) { // a label and a name
		a.texts = append(a.texts, enduse.Text{Field: "header", Text: oneLine(columns[0])})
		return a
	}
	if isHeader(columns) && (len(columns) > 1 || !asData(columns[0])) {
		return a
	}
	for _, c := range columns { // the header may be a row of data
		if _, ok := in.columns.meaning(c); (!ok || len(columns) == 1) && namable(c) {
			a.texts = append(a.texts, enduse.Text{Field: "header", Text: oneLine(c)})
		}
	}
	return a
}

// add takes in a row of labels and values, or of titles.
func (a *above) add(s table.Skipped) {
	a.notes = append(a.notes, fmt.Sprintf("%s is above or next to the rows and was searched as text: %.200s", s.Where, strings.Join(s.Cells, ", ")))
	cells := s.Cells
	if len(cells) == 1 {
		if label, value, ok := strings.Cut(cells[0], ":"); ok {
			cells = []string{label, strings.TrimSpace(value)}
		}
	}
	if m, ok := meaning(cells[0]); ok && m.field == fName && len(cells) > 1 {
		role := m.role
		if role == "" {
			role = enduse.RoleParty
		}
		for _, c := range cells[1:] {
			if namable(c) {
				a.parties = append(a.parties, enduse.Party{Role: role, Name: oneLine(c)})
			}
		}
		return
	}
	for _, c := range s.Cells {
		if namable(c) {
			a.texts = append(a.texts, enduse.Text{Field: s.Where, Text: oneLine(c)})
		}
	}
}

// begin gives what is above the rows to the first record that is yielded.
func (a *above) begin(yield func(Record, error) bool) func(Record, error) bool {
	return func(r Record, err error) bool {
		a.last = r.Row
		if err == nil && len(a.notes)+len(a.texts) > 0 {
			a.into(&r)
		}
		return yield(r, err)
	}
}

func (a *above) into(r *Record) {
	r.Shipment.Parties = append(r.Shipment.Parties, a.parties...)
	r.Shipment.Texts = append(r.Shipment.Texts, a.texts...)
	r.Notes = append(r.Notes, a.notes...)
	*a = above{last: a.last}
}

// end yields it as a record of its own where there was none to take it.
func (a *above) end(yield func(Record, error) bool) {
	if len(a.texts)+len(a.parties) == 0 {
		return
	}
	r := Record{Row: max(1, a.last)}
	a.into(&r)
	yield(r, nil)
}

// maxShown bounds how many columns a message names.
const maxShown = 20

func firstOf(cells []string) string {
	if len(cells) > maxShown {
		cells = append(slices.Clone(cells[:maxShown]), "...")
	}
	return strings.Join(cells, ", ")
}

// nearest names the known columns that the cells of a header differ from by a
// typing error or two, as a part of a hint.
func nearest(cells []string) string {
	var out []string
	for _, c := range cells[:min(len(cells), maxShown)] {
		key := fold(c)
		best, least := "", 3
		if len(key) < 4 || len(key) > 40 {
			continue
		}
		for w := range dict().columns {
			n, ok := edit.Edits(key, w, 2)
			if ok && n > 0 && (n < least || n == least && w < best) {
				best, least = w, n
			}
		}
		if best != "" {
			out = append(out, fmt.Sprintf("%s (perhaps %s)", c, best))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "; not known: " + strings.Join(out, ", ")
}
