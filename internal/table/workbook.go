package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// workbook is an open workbook, held by the tables of its sheets.
type workbook struct {
	file    *excelize.File
	checker *checker
	sheets  []string
	dates   bool // a cell style is a date format
	is1904  bool
	holders int
}

// errNoContent is a sheet without a filled cell.
var errNoContent = errors.New("the sheet has no content")

func openWorkbook(f *file, raw []byte) (*workbook, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, f.fault("a broken ZIP or XLSX file", "check that the file is whole")
	}
	if err := f.refuseZIP(z); err != nil {
		return nil, err
	}
	if err := bounded(z); err != nil {
		return nil, f.fault(fmt.Sprintf("a workbook that takes far more memory than its size: %v", err), "open it in a spreadsheet program, delete what is not needed and save it again, or as CSV")
	}
	book, err := openBook(raw)
	if err != nil {
		return nil, f.fault(fmt.Sprintf("broken workbook: %v", err), "open it in a spreadsheet program and save it again, without a password")
	}
	out := &workbook{file: book, sheets: book.GetSheetList(), dates: hasDates(book)}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		out.is1904 = *props.Date1904
	}
	if out.checker, err = newChecker(z, book); err != nil {
		_ = book.Close()
		return nil, f.brokenBook(err)
	}
	return out, nil
}

func (f *file) brokenBook(err error) error {
	return f.fault(fmt.Sprintf("broken workbook: %v", err), "open it in a spreadsheet program and save it again")
}

// release closes the workbook when the last of its tables is closed.
func (b *workbook) release() error {
	if b.holders--; b.holders > 0 {
		return nil
	}
	return b.file.Close()
}

// sheet opens a sheet of the workbook; one without content is errNoContent.
func (b *workbook) sheet(f *file, name string) (content, error) {
	s := &sheetSource{book: b, file: f, sheet: name}
	rec, err := s.begin()
	if err == nil || errors.Is(err, io.EOF) {
		var broken error
		if s.lost, broken = b.checker.check(name); broken != nil {
			err = f.brokenBook(broken)
		}
	}
	if err != nil {
		s.stop()
		if errors.Is(err, io.EOF) {
			return content{}, errNoContent
		}
		return content{}, err
	}
	s.first = &rec
	b.holders++
	if len(b.sheets) > 1 {
		f.note(fmt.Sprintf("sheet %q of %d", name, len(b.sheets)))
	}
	return content{kind: XLSX, src: s, ragged: true, book: b}, nil
}

// begin returns the first row that is not blank; a sheet of a chart has none.
func (s *sheetSource) begin() (record, error) {
	if strings.Contains(s.book.checker.partOf(s.sheet), "chartsheets/") {
		return record{}, io.EOF
	}
	if err := s.start(); err != nil {
		return record{}, s.file.fault(fmt.Sprintf("sheet %q: %v", s.sheet, err), "sheets: "+strings.Join(s.book.sheets, ", "))
	}
	return s.seek()
}

// SheetName is the sheet that is read, or "" for a file that is not a workbook.
func (t *Table) SheetName() string {
	if s, ok := t.src.(*sheetSource); ok {
		return s.sheet
	}
	return ""
}

// OtherSheets names the sheets of a workbook that follow the one that is
// read, with content or without; none where the caller named the sheet.
func (t *Table) OtherSheets() []string { return slices.Clone(t.others) }

// Sheet opens another sheet of the same workbook as a table of its own, and nil
// for a sheet without content. Each table is closed by itself.
func (t *Table) Sheet(name string, opts Options) (*Table, error) {
	if t.book == nil {
		return nil, t.fault("this is no workbook", "name no sheet")
	}
	out := &Table{file: file{name: t.name + " [" + name + "]", opts: opts}}
	var err error
	if out.content, err = t.book.sheet(&out.file, name); err != nil {
		if errors.Is(err, errNoContent) {
			return nil, nil //nolint:nilnil // no content, no table
		}
		return nil, err
	}
	if err := out.begin(); err != nil {
		return nil, err
	}
	return out, nil
}
