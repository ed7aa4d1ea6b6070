package table

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// setLayout detects rows in lines that no delimiter cuts: lines in quotes as a
// whole, labels with values, or columns that blanks line up. It returns a note.
func (c *csvReader) setLayout(head []byte, opts Options) (note string) {
	if opts.IsHeader == nil && len(opts.Columns) == 0 {
		return ""
	}
	if i := bytes.LastIndexByte(head, '\n'); len(head) == headSize && i > 0 {
		head = head[:i+1]
	}
	var lines []string
	for line := range strings.Lines(string(head)) {
		if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) < 2 {
		return ""
	}
	if d := inQuotes(lines, opts); d != 0 {
		c.delimiter, c.plain = d, unwrapped
		return "each line is in quotes as a whole: they are left out"
	}
	if c.delimiter != 0 {
		return ""
	}
	if isForm(lines, opts) {
		c.delimiter, c.plain = '\t', labelled
		return "each line is a label and a value"
	}
	if at := aligned(lines, opts); at != nil {
		c.delimiter, c.plain = '\t', func(line string) string { return cutAt(line, at) }
		return "columns of a width are taken from the blanks between them"
	}
	return ""
}

// inQuotes is the delimiter within lines that are one quoted cell each, as a program
// writes a table that it took for one column; else 0.
func inQuotes(lines []string, opts Options) byte {
	var plain strings.Builder
	for _, line := range lines {
		if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' || strings.Contains(strings.ReplaceAll(line[1:len(line)-1], `""`, ""), `"`) {
			return 0
		}
		plain.WriteString(unwrapped(line) + "\n")
	}
	text := []byte(plain.String())
	d := sniff(text, opts)
	if d == 0 || headerScore(cut(text, d), opts) == 0 && len(opts.Columns) == 0 {
		return 0
	}
	return d
}

func unwrapped(line string) string {
	if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' {
		return line
	}
	return strings.ReplaceAll(line[1:len(line)-1], `""`, `"`)
}

// isForm reports lines that are each the name of a column, a colon or an equals
// sign, and a value: one record written downwards.
func isForm(lines []string, opts Options) bool {
	if opts.IsSideways == nil || len(lines) >= lookAhead {
		return false
	}
	var rows [][]string
	for _, line := range lines {
		cells := strings.Split(labelled(line), "\t")
		if len(cells) != 2 {
			return false
		}
		rows = append(rows, cells)
	}
	return opts.IsSideways(rows)
}

// labelled writes a label and a value with a tab between them.
func labelled(line string) string {
	i := strings.IndexAny(line, ":=")
	if i <= 0 {
		return line
	}
	return strings.TrimSpace(line[:i]) + "\t" + strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(line[i+1:], "\t", " "), `"`, "'"))
}

// aligned returns where the columns begin that blanks line up, in characters, or nil:
// below a header, in nearly all lines, a column begins after a blank.
func aligned(lines []string, opts Options) []int {
	if opts.IsHeader == nil {
		return nil
	}
	for i, line := range lines[:min(len(lines), nearHeader)] {
		at := starts(line)
		if len(at) < 2 || i == len(lines)-1 || !opts.IsHeader(strings.Split(cutAt(line, at), "\t")) {
			continue
		}
		fit, n := 0, 0
		for _, below := range lines[i+1:] {
			if !ruled(below) {
				n++
			}
			if !ruled(below) && fits(below, at) && strings.Contains(below, "  ") {
				fit++
			}
		}
		if n > 0 && 10*fit >= 8*n {
			return at
		}
		return nil
	}
	return nil
}

// starts are where words begin, at the start of the line or after two blanks.
func starts(line string) (at []int) {
	r := []rune(line)
	for i := range r {
		if r[i] != ' ' && (i == 0 || i > 1 && r[i-1] == ' ' && r[i-2] == ' ') {
			at = append(at, i)
		}
	}
	return at
}

// fits reports whether a blank precedes each column.
func fits(line string, at []int) bool {
	r := []rune(line)
	for _, i := range at {
		if i > 0 && i < len(r) && r[i-1] != ' ' {
			return false
		}
	}
	return true
}

// cutAt writes a line with a tab between its columns. One whose cells do not begin
// where columns do is cut at two blanks.
func cutAt(line string, at []int) string {
	if ruled(line) {
		return ""
	}
	line = strings.ReplaceAll(line, "\t", " ")
	cells := cellsAt(line, at)
	if !fits(line, at) || slices.Contains(cells, "") && slices.ContainsFunc(cells, func(c string) bool { return strings.Contains(c, "  ") }) {
		cells = cellsAt(line, starts(line))
	}
	return strings.Join(cells, "\t")
}

func cellsAt(line string, at []int) (cells []string) {
	r := []rune(line)
	for k, from := range at {
		to := len(r)
		if k+1 < len(at) {
			to = min(to, at[k+1])
		}
		if from > to {
			from = to
		}
		cells = append(cells, strings.ReplaceAll(strings.TrimSpace(string(r[from:to])), `"`, "'"))
	}
	return cells
}

// ruled reports whether a line is drawn, as below the header of a printed table.
func ruled(line string) bool {
	return len(line) > 4 && strings.Trim(line, "-=+| :_\t") == "" && strings.Contains(line, "---") || len(line) > 4 && strings.Trim(line, "= \t") == "" && utf8.ValidString(line) && strings.Contains(line, "===")
}
