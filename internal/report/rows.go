package report

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse"
)

// Rows says how a noun becomes rows of one table: what CSV and XLSX have in common.
type Rows[H, T any] struct {
	Columns func(H) []string
	Row     func(H, T) [][]string // a value may take several rows
	Numbers []string              // the columns that hold numbers
	Sheet   string                // the name of the sheet of a workbook
	Style   func(H) Style         // of Table
}

// Table returns a stream that writes the rows in aligned columns, for a person.
func (r Rows[H, T]) Table(w io.Writer) Stream[H, T] { return &grid[H, T]{rows: r, w: w} }

type grid[H, T any] struct {
	rows  Rows[H, T]
	w     io.Writer
	h     H
	cells [][]string
}

func (g *grid[H, T]) Begin(h H) error {
	g.h, g.cells = h, [][]string{g.rows.Columns(h)}
	return nil
}

func (g *grid[H, T]) Each(v T) error {
	g.cells = append(g.cells, g.rows.Row(g.h, v)...)
	return nil
}

func (g *grid[H, T]) End() error { return Grid(g.w, g.cells, g.rows.Style(g.h)) }

// CSV returns a stream that writes the rows as CSV.
func (r Rows[H, T]) CSV(w io.Writer) Stream[H, T] { return &csvRows[H, T]{rows: r, w: NewCSV(w)} }

// XLSX returns a stream that writes the rows as a workbook of one sheet, its first
// row fixed and with a filter.
func (r Rows[H, T]) XLSX(w io.Writer) Stream[H, T] { return &workbook[H, T]{rows: r, w: w} }

type csvRows[H, T any] struct {
	rows Rows[H, T]
	w    *CSV
	h    H
}

func (c *csvRows[H, T]) Begin(h H) error {
	c.h = h
	return c.w.Write(c.rows.Columns(h))
}

func (c *csvRows[H, T]) Each(v T) error {
	for _, row := range c.rows.Row(c.h, v) {
		if err := c.w.Write(row); err != nil {
			return err
		}
	}
	return nil
}

func (c *csvRows[H, T]) End() error { return c.w.Flush() }

// workbook writes rows to a temporary file, as the library does for long sheets,
// and the whole workbook at the end.
type workbook[H, T any] struct {
	rows    Rows[H, T]
	w       io.Writer
	h       H
	file    *excelize.File
	sheet   *excelize.StreamWriter
	columns []string
	row     int
}

// maxCell is the most characters that a cell may have (Excel's specification).
const maxCell = 32767

func (b *workbook[H, T]) Begin(h H) (err error) {
	b.h, b.columns, b.file = h, b.rows.Columns(h), excelize.NewFile()
	if err := b.file.SetSheetName("Sheet1", b.rows.Sheet); err != nil {
		return err
	}
	if b.sheet, err = b.file.NewStreamWriter(b.rows.Sheet); err != nil {
		return err
	}
	bold, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	err = errors.Join(
		b.sheet.SetColWidth(1, len(b.columns), 18),
		b.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
	)
	if err != nil {
		return err
	}
	head := make([]any, len(b.columns))
	for i, c := range b.columns {
		head[i] = excelize.Cell{StyleID: bold, Value: c}
	}
	b.row = 1
	return b.sheet.SetRow("A1", head)
}

func (b *workbook[H, T]) Each(v T) error {
	for _, row := range b.rows.Row(b.h, v) {
		b.row++
		if b.row > excelize.TotalRows {
			return &enduse.Error{Op: "xlsx", Code: enduse.CodeInvalid, Err: errors.New("a sheet has no more rows than " + strconv.Itoa(excelize.TotalRows)), Hint: "write CSV: -o results.csv"}
		}
		cells := make([]any, len(row))
		for i, text := range row {
			cells[i] = b.cell(i, text)
		}
		if err := b.sheet.SetRow("A"+strconv.Itoa(b.row), cells); err != nil {
			return err
		}
	}
	return nil
}

// cell is the value of a cell. Text is stored as text, so that no spreadsheet takes
// it for a formula.
func (b *workbook[H, T]) cell(column int, text string) any {
	if slices.Contains(b.rows.Numbers, b.columns[column]) {
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			return n
		}
	}
	text = clean(text)
	if utf8.RuneCountInString(text) > maxCell {
		text = string([]rune(text)[:maxCell-1]) + "…"
	}
	return text
}

func (b *workbook[H, T]) End() error {
	last, err := excelize.CoordinatesToCellName(len(b.columns), max(b.row, 2))
	if err != nil {
		return err
	}
	return errors.Join(
		b.sheet.Flush(),
		b.file.AutoFilter(b.rows.Sheet, "A1:"+last, nil),
		b.file.Write(b.w),
		b.file.Close(),
	)
}
