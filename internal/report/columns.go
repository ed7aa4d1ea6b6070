package report

import (
	"strings"
	"unicode"
)

// maxLines is how many lines a cell takes at most; what is longer is cut.
const maxLines = 4

// Columns writes a table of at least one row and its heading in a width: each column
// as wide as its cells, at most as wide as limits say; the last column takes the rest
// of the width. Longer cells are continued below.
func (p *Printer) Columns(rows [][]string, limits []int, width int, s Style) {
	if p.Err != nil || len(rows) < 2 {
		return
	}
	widths := make([]int, len(limits))
	left := width
	for i := range limits[:len(limits)-1] {
		for _, row := range rows {
			widths[i] = max(widths[i], WidthOf(row[i]))
		}
		room := limits[i]
		if width > 100 { // there is more to share
			room += room * (width - 100) / 100
		}
		widths[i] = min(widths[i], max(room*width/max(width, 100), WidthOf(rows[0][i])))
		left -= widths[i] + 2
	}
	widths[len(widths)-1] = max(left, 12)
	for n, row := range rows {
		for _, l := range Cells(row, widths) {
			if n == 0 {
				l = s.Dim(l)
			}
			p.Line("%s", l)
		}
	}
	p.Line("")
}

// Cells are the lines of a row of cells, each in its own column; longer cells are
// continued below.
func Cells(row []string, widths []int) []string {
	cells := make([][]string, len(row))
	height := 0
	for i, c := range row {
		cells[i] = lines(c, widths[i])
		height = max(height, len(cells[i]))
	}
	out := make([]string, height)
	for n := range height {
		var b strings.Builder
		for i, c := range cells {
			if n < len(c) {
				b.WriteString(Pad(c[n], widths[i]))
			} else {
				b.WriteString(strings.Repeat(" ", widths[i]))
			}
			b.WriteString("  ")
		}
		out[n] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// lines breaks a text at blanks, and where there are none for a whole line, between
// letters; Han and kana between any two.
func lines(text string, width int) (out []string) {
	for text != "" {
		if WidthOf(text) <= width {
			return append(out, text)
		}
		if len(out) == maxLines-1 {
			return append(out, Clip(text, width))
		}
		end, used, blank := 0, 0, 0
		for i, r := range text {
			if used += WidthOf(string(r)); used > width {
				break
			}
			if end = i + len(string(r)); unicode.IsSpace(r) || r >= 0x2E80 {
				blank = end
			}
		}
		switch {
		case blank > 0 && !unicode.IsSpace(rune(text[end])):
			end = blank
		case end == 0: // a letter that is wider than the column
			return append(out, Clip(text, width))
		}
		out = append(out, strings.TrimRightFunc(text[:end], unicode.IsSpace))
		text = strings.TrimLeftFunc(text[end:], unicode.IsSpace)
	}
	return out
}
