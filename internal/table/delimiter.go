package table

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
)

// delimiters that are looked for, in order of preference.
var delimiters = []byte{',', ';', '\t', '|', '^', '~'}

var delimiterNames = map[byte]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "pipe", '^': "caret", '~': "tilde"}

// sniff returns the delimiter that cuts the most lines of a text into equally
// many cells, or 0 for a text of one column. A header that the caller knows,
// or a number of columns that he states, outweighs everything else.
func sniff(head []byte, opts Options) byte {
	if len(opts.Columns) == 1 {
		return 0
	}
	best, bestScore := byte(0), 0.0
	for _, d := range delimiters {
		if s := cutScore(cut(head, d), opts); s > bestScore {
			best, bestScore = d, s
		}
	}
	if bestScore >= headerBonus {
		return best
	}
	lines := cut(head, 0)
	if opts.IsHeader != nil && startsWithHeader(lines, opts.IsHeader) {
		return 0
	}
	if best == 0 || best == ',' && areNames(lines) {
		return mostCommonDelimiter(lines)
	}
	return best
}

const headerBonus = 1000

// cutScore is 0 for rows that the delimiter does not cut alike, and for those of
// which it cuts the header alone.
func cutScore(rows [][]string, opts Options) float64 {
	widths := map[int]int{}
	n := 0
	bonus := headerScore(rows, opts)
	for _, cells := range rows {
		if blank(cells) {
			continue
		}
		n++
		widths[len(cells)]++
		if len(opts.Columns) == len(cells) {
			bonus += headerBonus
		}
	}
	mode, count := 0, 0
	for w, c := range widths {
		if w > 1 && (c > count || c == count && w > mode) {
			mode, count = w, c
		}
	}
	if n == 0 || mode == 0 {
		return 0
	}
	share := float64(count) / float64(n)
	if share < 0.6 && bonus == 0 {
		return 0
	}
	return bonus + share*10 + float64(min(mode, 20))/10
}

// headerScore says how much speaks for a delimiter that the header is cut by it.
func headerScore(rows [][]string, opts Options) float64 {
	at, sure := headerOf(rows, opts)
	if at < 0 || len(trimTail(rows[at])) < 2 {
		return 0
	}
	below := rows[at+1:]
	if len(below) > 0 && width(below) < 2 {
		return 0
	}
	score := headerBonus * float64(len(trimTail(rows[at])))
	if !sure {
		score /= 2
	}
	return score
}

// startsWithHeader reports whether the first of uncut lines is the header of one
// column. One that holds a delimiter which most lines below it hold too is not.
func startsWithHeader(lines [][]string, isHeader func([]string) bool) bool {
	i := slices.IndexFunc(lines, func(cells []string) bool { return !blank(cells) })
	if i < 0 || !isHeader(lines[i]) {
		return false
	}
	for _, d := range delimiters {
		if strings.IndexByte(lines[i][0], d) < 0 {
			continue
		}
		n := 0
		for _, cells := range lines[i+1:] {
			if strings.IndexByte(cells[0], d) >= 0 {
				n++
			}
		}
		if 2*n > len(lines)-i-1 || len(lines) == i+1 {
			return false
		}
	}
	return true
}

// cut reads the first rows of a text with a delimiter, leaving out what cannot
// be read and the last line, which may be cut short.
func cut(head []byte, d byte) [][]string {
	if i := bytes.LastIndexByte(head, '\n'); len(head) == headSize && i > 0 {
		head = head[:i+1]
	}
	c := &csvReader{r: bufio.NewReader(bytes.NewReader(head)), delimiter: d, fault: func(int, string, error) error { return errCut }}
	var rows [][]string
	for range 2 * lookAhead {
		rec, err := c.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			rows = append(rows, rec.cells)
		}
	}
	return rows
}
