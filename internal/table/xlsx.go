package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// openXLSX reads a packed file whole, and opens the sheet of the workbook that
// is asked for, or the first with content.
func openXLSX(f *file, r io.Reader) (content, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxXLSX+1))
	if err != nil {
		return content{}, f.readError(err)
	}
	if len(raw) > maxXLSX {
		return content{}, f.fault("a workbook of more than 256 MiB", "save it as CSV")
	}
	book, err := openWorkbook(f, raw)
	if err != nil {
		return content{}, err
	}
	sheets := book.sheets
	if f.opts.Sheet != "" {
		sheets = []string{f.opts.Sheet}
	}
	var out content
	for i, name := range sheets {
		out, err = book.sheet(f, name)
		if !errors.Is(err, errNoContent) {
			out.others = sheets[i+1:]
			break
		}
	}
	if errors.Is(err, errNoContent) {
		err = f.fault("the file holds no rows", "check that it is the right file")
	}
	if err != nil {
		_ = book.file.Close()
	}
	return out, err
}

// openBook turns a panic of the library on bytes that no program wrote into an
// error.
func openBook(raw []byte) (book *excelize.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	return excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: 16 << 20, RawCellValue: true})
}

// refuseZIP distinguishes a workbook from other files that are packed the same way.
func (f *file) refuseZIP(z *zip.Reader) error {
	for _, part := range z.File {
		switch {
		case part.Name == "xl/workbook.xml":
			return nil
		case part.Name == "xl/workbook.bin":
			return f.fault("this is a binary workbook (.xlsb)", "save it as .xlsx")
		case strings.HasPrefix(part.Name, "word/"), strings.HasPrefix(part.Name, "ppt/"):
			return f.fault("this is a document, not a table", "copy the table to a spreadsheet and save it as CSV or XLSX")
		case part.Name == "content.xml":
			return f.fault("this is an OpenDocument file", "save it as .xlsx or CSV")
		}
	}
	return f.fault("this is a ZIP archive", "unpack it and name the table inside")
}

// sheetSource reads the rows of one sheet. Where the workbook has a date
// format, the rows are read twice side by side: once raw, and once as they are
// shown, which distinguishes a date from a number.
type sheetSource struct {
	book  *workbook
	file  *file
	sheet string
	raw   *excelize.Rows
	shown *excelize.Rows
	row   int
	first *record // found while looking whether the sheet has content
	lost  lost
}

func (s *sheetSource) start() (err error) {
	if s.raw, err = s.book.file.Rows(s.sheet); err == nil && s.book.dates {
		s.shown, err = s.book.file.Rows(s.sheet)
	}
	return err
}

func (s *sheetSource) stop() {
	for _, r := range []*excelize.Rows{s.raw, s.shown} {
		if r != nil {
			_ = r.Close()
		}
	}
	s.raw, s.shown = nil, nil
}

func (s *sheetSource) close() error {
	s.stop()
	return s.book.release()
}

// seek returns the next row that is not blank.
func (s *sheetSource) seek() (record, error) {
	for {
		rec, err := s.read()
		if err != nil || !blank(rec.cells) {
			return rec, err
		}
	}
}

func (s *sheetSource) next() (record, error) {
	if s.first != nil {
		rec := *s.first
		s.first = nil
		return rec, s.cellError(rec)
	}
	rec, err := s.read()
	if err == nil {
		err = s.cellError(rec)
	}
	return rec, err
}

func (s *sheetSource) read() (rec record, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = s.file.fault(fmt.Sprintf("broken sheet %q after row %d: %v", s.sheet, s.row, p), "save the workbook again")
		}
	}()
	if s.raw == nil || !s.raw.Next() {
		if s.raw != nil && s.raw.Error() != nil {
			return rec, s.file.fault(s.raw.Error().Error(), "save the workbook again")
		}
		return rec, io.EOF
	}
	s.row++
	rec.line = s.row
	rec.cells, err = s.raw.Columns(excelize.Options{RawCellValue: true})
	if err == nil && s.shown != nil && s.shown.Next() {
		var shown []string
		if shown, err = s.shown.Columns(excelize.Options{RawCellValue: false}); err == nil {
			s.dates(rec.cells, shown)
		}
	}
	if err != nil {
		return rec, s.file.fault(fmt.Sprintf("broken sheet %q at row %d: %v", s.sheet, s.row, err), "save the workbook again")
	}
	for i, c := range rec.cells {
		rec.cells[i] = clean(plainNumber(c))
	}
	return rec, nil
}

// cellErrors are what a formula shows that failed. Taken for a name, one would
// be screened and cleared.
var cellErrors = map[string]bool{"#N/A": true, "#REF!": true, "#VALUE!": true, "#NAME?": true, "#DIV/0!": true, "#NULL!": true, "#NUM!": true}

func (s *sheetSource) cellError(rec record) error {
	if why := s.lost[rec.line]; why != "" {
		return s.file.bad(rec.line, "open the workbook in a spreadsheet program and save it again, or paste values in place of formulas", errors.New(why))
	}
	for i, c := range rec.cells {
		if cellErrors[c] {
			at, _ := excelize.CoordinatesToCellName(i+1, rec.line)
			return s.file.bad(rec.line, "mend the formula, or paste its values", errors.New("cell "+at+" holds the error "+c))
		}
		if len(c) > maxField {
			return s.file.bad(rec.line, "", fmt.Errorf("cell %d is longer than 1 MiB", i+1))
		}
	}
	return nil
}

// dates replaces serial numbers that are shown as dates.
func (s *sheetSource) dates(raw, shown []string) {
	for i := range min(len(raw), len(shown)) {
		if raw[i] == shown[i] {
			continue
		}
		if n, err := strconv.ParseFloat(raw[i], 64); err == nil {
			if d, ok := s.date(n, shown[i]); ok {
				raw[i] = d
			}
		}
	}
}

var digits = regexp.MustCompile(`\d+`)

// date writes a serial number as an ISO date, with the parts that the cell
// shows: "Dec-90" is a month. It is a date if what is shown are its parts.
func (s *sheetSource) date(n float64, shown string) (string, bool) {
	day, err := excelize.ExcelDateToTime(n, s.book.is1904)
	if err != nil || n < 1 || sameNumber(n, shown) {
		return "", false
	}
	parts := map[int]bool{}
	for _, g := range digits.FindAllString(shown, -1) {
		v, _ := strconv.Atoi(g)
		parts[v] = true
	}
	word := strings.ContainsFunc(shown, func(r rune) bool { return r > 'A' && r != 'E' })
	hasYear := parts[day.Year()] || parts[day.Year()%100]
	hasDay, hasMonth := parts[day.Day()], parts[int(day.Month())] || word
	switch {
	case hasYear && hasMonth && hasDay && (len(parts) > 1 || word):
		if n != math.Trunc(n) && strings.Contains(shown, ":") {
			return day.Format("2006-01-02T15:04:05"), true
		}
		return day.Format("2006-01-02"), true
	case hasYear && hasMonth:
		return day.Format("2006-01"), true
	case shown == strconv.Itoa(day.Year()):
		return shown, true
	}
	return "", false
}

// sameNumber reports whether what a cell shows is its number, with separators,
// rounding or a currency: "36,600.00 USD" is not a date in the year 2000.
func sameNumber(n float64, shown string) bool {
	kept := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' || r == '-' {
			return r
		}
		return -1
	}, shown)
	for _, s := range []string{strings.ReplaceAll(kept, ",", ""), strings.ReplaceAll(strings.ReplaceAll(kept, ".", ""), ",", ".")} {
		if v, err := strconv.ParseFloat(s, 64); err == nil && math.Abs(math.Abs(v)-math.Abs(n)) < 1 {
			return true
		}
	}
	return false
}

// longNumber is a number as spreadsheets store it: 0.1 with seventeen digits.
var longNumber = regexp.MustCompile(`^-?\d+\.\d{10,}(E[+-]?\d+)?$`)

func plainNumber(s string) string {
	if len(s) > 40 || !longNumber.MatchString(s) {
		return s
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(f) > 1e18 {
		return s
	}
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// hasDates reports whether any cell style of the workbook is a date format.
func hasDates(book *excelize.File) bool {
	for i := range 1 << 16 {
		style, err := book.GetStyle(i)
		if err != nil {
			return false
		}
		if n := style.NumFmt; n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 58 {
			return true
		}
		if style.CustomNumFmt != nil && strings.ContainsAny(strings.ToLower(*style.CustomNumFmt), "ymd") {
			return true
		}
	}
	return false
}
