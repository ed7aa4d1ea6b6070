package table

import (
	"fmt"
	"strings"
)

// multilineCell is a quoted cell that spans lines. That is how people write an address;
// it is also what becomes of rows between a quote that was left open and the
// next one that closes it, and then the delimiters of those rows are in it.
type multilineCell struct {
	first, last int // its lines
	delimiters  int // those that part cells, in all of it
	most        int // and in one line of it
}

// take measures the text of a cell that begins in a line.
func (c *csvReader) take(text string, first int) multilineCell {
	out := multilineCell{first: first, last: c.line}
	for line := range strings.Lines(text) {
		n := c.count(line)
		out.delimiters += n
		out.most = max(out.most, n)
	}
	return out
}

// count is the number of delimiters that part cells. In a sentence a space
// follows a comma; in a row it does not, unless the whole file is so.
func (c *csvReader) count(line string) int {
	d := string(c.delimiter)
	if c.spaced {
		return strings.Count(line, d)
	}
	return strings.Count(line, d) - strings.Count(line, d+" ")
}

// doubtful says why cells that span lines may hold whole rows of that number of
// columns, or "" if they do not look so. A cell that took in k lines evenly has
// k times the delimiters of a row in it.
func doubtful(cells []multilineCell, columns int) string {
	per := columns - 1
	for _, c := range cells {
		if per > 0 && (c.most >= per || c.delimiters >= per*(c.last-c.first)) {
			return fmt.Sprintf("a cell in quotes goes from line %d to line %d and holds as many delimiters as whole rows do", c.first, c.last)
		}
	}
	return ""
}
