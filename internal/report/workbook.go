package report

import (
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse"
)

// Workbook is an XLSX file in the making: its sheets are written to temporary files, as
// the library does for long ones, and the whole at the end.
type Workbook struct {
	file   *excelize.File
	sheets []*Sheet
	bold   int // styles
	wrap   int
	note   int
}

// Sheet is one sheet of a workbook: a heading that stays in sight, and rows with a
// filter.
type Sheet struct {
	book    *Workbook
	name    string
	columns []SheetColumn
	stream  *excelize.StreamWriter
	row     int
}

// SheetColumn is a column of a sheet.
type SheetColumn struct {
	Title  string
	Width  float64 // in characters; 0: 18
	Number bool    // cells that are numbers are stored as such
	// ForUser is a column that is left empty for the user to fill in; Choices are what
	// may be chosen there.
	ForUser bool
	Choices []string
}

// NewWorkbook returns an empty workbook.
func NewWorkbook() *Workbook { return &Workbook{file: excelize.NewFile()} }

// Sheet adds a sheet. Sheets are shown in the order in which they are added, and each
// is finished before the next begins.
func (b *Workbook) Sheet(name string, columns []SheetColumn) (*Sheet, error) {
	if len(b.sheets) == 0 {
		if err := b.styles(); err != nil {
			return nil, err
		}
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return nil, err
		}
	} else {
		if err := b.sheets[len(b.sheets)-1].finish(); err != nil {
			return nil, err
		}
		if _, err := b.file.NewSheet(name); err != nil {
			return nil, err
		}
	}
	s := &Sheet{book: b, name: name, columns: columns, row: 1}
	b.sheets = append(b.sheets, s)
	return s, s.begin()
}

func (b *Workbook) styles() (err error) {
	for _, style := range []struct {
		to *int
		excelize.Style
	}{
		{&b.bold, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&b.wrap, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&b.note, excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF6D5"}}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		if *style.to, err = b.file.NewStyle(&style.Style); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) begin() (err error) {
	if s.stream, err = s.book.file.NewStreamWriter(s.name); err != nil {
		return err
	}
	head := make([]any, len(s.columns))
	for i, c := range s.columns {
		head[i] = excelize.Cell{StyleID: s.book.bold, Value: clean(c.Title)}
		width := c.Width
		if width == 0 {
			width = 18
		}
		if err := s.stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return s.stream.SetRow("A1", head)
}

// Row writes a row. It may be shorter than the columns.
func (s *Sheet) Row(row []string) error {
	if s.row++; s.row > excelize.TotalRows {
		return &enduse.Error{Op: "xlsx", Code: enduse.CodeInvalid, Err: errors.New("a sheet has no more rows than " + strconv.Itoa(excelize.TotalRows)), Hint: "write CSV: -o results.csv"}
	}
	cells := make([]any, len(s.columns))
	for i, c := range s.columns {
		text := ""
		if i < len(row) {
			text = row[i]
		}
		style := s.book.wrap
		if c.ForUser {
			style = s.book.note
		}
		cells[i] = excelize.Cell{StyleID: style, Value: cellValue(text, c.Number)}
	}
	return s.stream.SetRow("A"+strconv.Itoa(s.row), cells)
}

// maxCell is the most characters that a cell may have (Excel's specification).
const maxCell = 32767

// cellValue is the value of a cell. Text is stored as text, so that no spreadsheet takes
// it for a formula.
func cellValue(text string, number bool) any {
	if number {
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			return n
		}
	}
	if text = clean(text); utf8.RuneCountInString(text) > maxCell {
		text = string([]rune(text)[:maxCell-1]) + "…"
	}
	return text
}

// finish ends a sheet: its filter, and what may be chosen in its cells.
func (s *Sheet) finish() error {
	if s.stream == nil {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.columns), max(s.row, 2))
	if err != nil {
		return err
	}
	err = errors.Join(s.stream.Flush(), s.book.file.AutoFilter(s.name, "A1:"+last, nil))
	s.stream = nil
	for i, c := range s.columns {
		if len(c.Choices) == 0 || err != nil {
			continue
		}
		column, _ := excelize.ColumnNumberToName(i + 1)
		v := excelize.NewDataValidation(true)
		v.Sqref = column + "2:" + column + strconv.Itoa(max(s.row, 2))
		if err = v.SetDropList(c.Choices); err == nil {
			err = s.book.file.AddDataValidation(s.name, v)
		}
	}
	if err != nil {
		return err
	}
	landscape, one, all, fit := "landscape", 1, 0, true
	return errors.Join(
		s.book.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		s.book.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &one, FitToHeight: &all}),
		s.book.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: "&L&F&R&A, page &P of &N"}),
	)
}

// Write writes the workbook and frees what it holds.
func (b *Workbook) Write(w io.Writer) error {
	if len(b.sheets) > 0 {
		if err := b.sheets[len(b.sheets)-1].finish(); err != nil {
			return err
		}
	}
	b.file.SetActiveSheet(0)
	return errors.Join(b.file.Write(w), b.file.Close())
}
