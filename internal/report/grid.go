package report

import (
	"io"
	"slices"
	"strings"
)

// Grid writes rows of cells in aligned columns, the first row as a heading.
// The last column is not padded. Control characters in a cell are taken out, but
// for the colours of the style.
func Grid(w io.Writer, rows [][]string, s Style) error {
	rows = slices.Clone(rows)
	widths := make([]int, 0)
	for n, row := range rows {
		rows[n] = slices.Clone(row)
		for i, cell := range row {
			cell = s.cell(cell)
			rows[n][i] = cell
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], WidthOf(cell))
		}
	}
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			if i < len(row)-1 {
				cell = Pad(cell, widths[i]) + "  "
			}
			b.WriteString(cell)
		}
		line := strings.TrimRight(b.String(), " ")
		if n == 0 {
			line = s.Dim(line)
		}
		if _, err := io.WriteString(w, line+"\n"); err != nil {
			return err
		}
	}
	return nil
}
