package questions

import (
	"io"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
)

// Header says how questions are shown.
type Header struct{ Style report.Style }

// Formats are the formats of the questions of a run.
var Formats = report.Formats[Header, triage.Ask]{
	report.FormatTable:  func(w io.Writer) report.Stream[Header, triage.Ask] { return &table{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[Header, triage.Ask],
	report.FormatNDJSON: report.NDJSON[Header, triage.Ask],
	report.FormatCSV:    rows.CSV,
	report.FormatXLSX:   func(w io.Writer) report.Stream[Header, triage.Ask] { return &sheet{w: w} },
}

// Titles of the columns of a sheet of questions; it is read back by them.
const (
	Customer = "Customer"
	ID       = "Question id"
	Question = "Question"
	Answer   = "Answer"
)

var titles = []string{Customer, Question, Answer, ID, "Why", "Records", "Rows"}

var rows = report.Rows[Header, triage.Ask]{
	Sheet:   "Questions",
	Numbers: []string{"Records"},
	Columns: func(Header) []string { return titles },
	Row:     func(_ Header, a triage.Ask) [][]string { return [][]string{row(a)} },
	Style:   func(h Header) report.Style { return h.Style },
}

func row(a triage.Ask) []string {
	customer := a.Customer
	if a.Of == enduse.AskedSeller {
		customer = "(you)" // engine.AboutSeller
	}
	return []string{customer, a.Question, "", a.ID, a.Citation, strconv.Itoa(a.Records), strings.Join(a.Rows, ", ")}
}

// sheet writes the questions as a workbook with an empty column for the answers.
type sheet struct {
	w    io.Writer
	book *report.Workbook
	*report.Sheet
}

// Begin begins the sheet.
func (s *sheet) Begin(Header) (err error) {
	s.book = report.NewWorkbook()
	s.Sheet, err = s.book.Sheet(rows.Sheet, []report.SheetColumn{
		{Title: Customer, Width: 30},
		{Title: Question, Width: 60},
		{Title: Answer, Width: 12, ForUser: true, Choices: []string{"yes", "no", "unknown"}},
		{Title: ID, Width: 24},
		{Title: "Why", Width: 40},
		{Title: "Records", Width: 9, Number: true},
		{Title: "Rows", Width: 30},
	})
	return err
}

// Each writes a question.
func (s *sheet) Each(a triage.Ask) error { return s.Row(row(a)) }

// End writes the workbook.
func (s *sheet) End() error { return s.book.Write(s.w) }
