package table

import (
	"fmt"
	"regexp"
	"strings"
)

// restOfName is what follows a comma inside the name of a company.
var restOfName = regexp.MustCompile(`^(?i:ltd|limited|inc|llc|l\.l\.c|corp|co|plc|llp|lp|gmbh|ag|kg|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|sdn|bhd|pte|pty|jsc|ojsc|pjsc|a\.?s|s\.?r\.?o|d\.?o\.?o|jr|sr)\b`)

// parts counts the delimiters of a line that part cells of a row: not those
// inside a name or a sentence, before a space, a legal form or a decimal.
func parts(line string, d byte) (n int) {
	for i := 0; i < len(line); i++ {
		if line[i] != d {
			continue
		}
		rest := line[i+1:]
		switch {
		case d != '\t' && strings.HasPrefix(rest, " "):
		case d == ',' && (restOfName.MatchString(rest[:min(len(rest), 12)]) || isDigit(rest, 0) && isDigit(line, i-1)):
		default:
			n++
		}
	}
	return n
}

func isDigit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// partedBy is the delimiter that parts the most cells of a line, and how many.
func partedBy(line string) (d byte, n int) {
	for _, c := range delimiters {
		if p := parts(line, c); p > n {
			d, n = c, p
		}
	}
	return d, n
}

// mostCommonDelimiter is the delimiter that parts cells in half of the lines and more, 0 if
// none does: lines that hold the delimiter of their neighbours are not one column,
// however unevenly it cuts them.
func mostCommonDelimiter(lines [][]string) (best byte) {
	most, filled := 1, 0
	for _, cells := range lines {
		if !blank(cells) {
			filled++
		}
	}
	for _, d := range delimiters {
		n := 0
		for _, cells := range lines {
			if parts(cells[0], d) > 0 {
				n++
			}
		}
		if n > most && 2*n >= filled {
			best, most = d, n
		}
	}
	return best
}

// areNames reports whether the commas of lines are those of names: one in a line,
// before a space or a legal form, and none in some lines.
func areNames(lines [][]string) bool {
	without := false
	for _, cells := range lines {
		switch n := strings.Count(cells[0], ","); {
		case n > 1, parts(cells[0], ',') > 0:
			return false
		case n == 0 && cells[0] != "":
			without = true
		}
	}
	return without
}

// isOneColumn reports whether whole lines of text are the cells.
func (t *Table) isOneColumn() bool {
	c, ok := t.src.(*csvReader)
	return ok && c.delimiter == 0
}

// countParted finds out whether delimiters are usual in the lines of one column.
func (t *Table) countParted() {
	if !t.isOneColumn() {
		return
	}
	n := 0
	for _, p := range t.ahead {
		if p.err == nil && len(p.cells) > 0 {
			if _, k := partedBy(p.cells[0]); k > 0 {
				n++
			}
		}
	}
	t.parted = n > 0 && 5*n >= len(t.ahead)
}

// uncut says that the only cell of a record holds what parts the cells of a row,
// or "": several times, or once as other lines of the file do.
func (t *Table) uncut(rec record) string {
	if !t.isOneColumn() || len(rec.cells) != 1 || rec.quoted {
		return ""
	}
	d, n := partedBy(rec.cells[0])
	if n == 0 || n == 1 && !t.parted {
		return ""
	}
	return fmt.Sprintf("the line was read as one cell, but the %s in it may part several", delimiterNames[d])
}
