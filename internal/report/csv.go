package report

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CSV writes tables of foreign text, so that no spreadsheet and no terminal acts on
// a cell. It is the one writer of CSV that people open: all that the program gives
// out as CSV goes through it.
type CSV struct{ w *csv.Writer }

// NewCSV returns a writer of a table; Flush ends it.
func NewCSV(w io.Writer) *CSV { return &CSV{csv.NewWriter(w)} }

// NewSheetCSV returns a writer of a table for a spreadsheet: a byte-order mark says that
// it is UTF-8, and cells are divided as the user's country does; 0 is a comma.
func NewSheetCSV(w io.Writer, delimiter rune) (*CSV, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, err
	}
	c := NewCSV(w)
	if delimiter != 0 {
		c.w.Comma = delimiter
	}
	return c, nil
}

// Write writes a row. A cell that a spreadsheet would take for a formula is given
// an apostrophe in front (OWASP, CSV Injection); a number keeps its sign. Control
// characters are taken out, and a line break in a cell becomes a blank.
func (c *CSV) Write(row []string) error {
	cells := make([]string, len(row))
	for i, cell := range row {
		cells[i] = escapeFormula(cell)
	}
	return c.w.Write(cells)
}

// WriteAll writes rows and ends the table.
func (c *CSV) WriteAll(rows [][]string) error {
	for _, row := range rows {
		if err := c.Write(row); err != nil {
			return err
		}
	}
	return c.Flush()
}

// Flush writes out what is buffered, and returns the first error.
func (c *CSV) Flush() error {
	c.w.Flush()
	return c.w.Error()
}

// plainNumber is what begins with a sign and is no formula.
var plainNumber = regexp.MustCompile(`^[-+]?[0-9]+(?:[.,][0-9]+)*(?:[eE][-+]?[0-9]+)?%?$`)

// escapeFormula keeps a spreadsheet from taking a cell for a formula: names of
// parties are foreign text. The signs count in their full width too, as
// spreadsheets in East Asia read them, and after blanks.
func escapeFormula(cell string) string {
	cell = clean(cell)
	text := strings.TrimLeftFunc(cell, unicode.IsSpace)
	if text != "" && strings.ContainsAny(firstRune(text), "=+-@＝＋－＠") && !plainNumber.MatchString(text) {
		return "'" + cell
	}
	return cell
}

func firstRune(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return text[:n]
}
