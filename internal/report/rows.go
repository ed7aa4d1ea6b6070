package report

import (
	"io"
	"slices"
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
func (r Rows[H, T]) XLSX(w io.Writer) Stream[H, T] { return &rowsBook[H, T]{rows: r, w: w} }

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

// rowsBook writes the rows as a workbook of one sheet.
type rowsBook[H, T any] struct {
	rows  Rows[H, T]
	w     io.Writer
	h     H
	book  *Workbook
	sheet *Sheet
}

func (b *rowsBook[H, T]) Begin(h H) (err error) {
	b.h, b.book = h, NewWorkbook()
	var columns []SheetColumn
	for _, title := range b.rows.Columns(h) {
		columns = append(columns, SheetColumn{Title: title, Number: slices.Contains(b.rows.Numbers, title)})
	}
	b.sheet, err = b.book.Sheet(b.rows.Sheet, columns)
	return err
}

func (b *rowsBook[H, T]) Each(v T) error {
	for _, row := range b.rows.Row(b.h, v) {
		if err := b.sheet.Row(row); err != nil {
			return err
		}
	}
	return nil
}

func (b *rowsBook[H, T]) End() error { return b.book.Write(b.w) }
