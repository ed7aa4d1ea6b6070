package report

import (
	"strings"
	"unicode"
)

// mostLines is how many lines a cell takes at most; what is longer is cut.
const mostLines = 4

// columns writes a table that has more than its head, in a width: each column as
// wide as its cells, at most as given; the last one takes what is left. Cells that
// are longer go on below.
func (p *printer) columns(rows [][]string, most []int, width int, s Style) {
	if p.err != nil || len(rows) < 2 {
		return
	}
	widths := make([]int, len(most))
	left := width
	for i := range most[:len(most)-1] {
		for _, row := range rows {
			widths[i] = max(widths[i], widthOf(row[i]))
		}
		room := most[i]
		if width > 100 { // there is more to share
			room += room * (width - 100) / 100
		}
		widths[i] = min(widths[i], max(room*width/max(width, 100), widthOf(rows[0][i])))
		left -= widths[i] + 2
	}
	widths[len(widths)-1] = max(left, 12)
	for n, row := range rows {
		for _, l := range below(row, widths) {
			if n == 0 {
				l = s.dim(l)
			}
			p.line("%s", l)
		}
	}
	p.line("")
}

// below are the lines of a row.
func below(row []string, widths []int) []string {
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
		if widthOf(text) <= width {
			return append(out, text)
		}
		if len(out) == mostLines-1 {
			return append(out, Clip(text, width))
		}
		end, used, blank := 0, 0, 0
		for i, r := range text {
			if used += widthOf(string(r)); used > width {
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
