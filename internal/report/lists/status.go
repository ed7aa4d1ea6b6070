package lists

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Statuses are the formats of editions and their state.
var Statuses = report.Formats[Header, *wire.ListStatus]{
	report.FormatTable:  func(w io.Writer) report.Stream[Header, *wire.ListStatus] { return &statuses{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[Header, *wire.ListStatus],
	report.FormatNDJSON: report.NDJSON[Header, *wire.ListStatus],
	report.FormatCSV:    statusRows.CSV,
	report.FormatXLSX:   statusRows.XLSX,
}

// Header is what is known before the editions, and how they are shown.
type Header struct {
	Folder string // the data directory
	// Lacking are the lists that the policy requires and that are not whole and fresh.
	Lacking []enduse.ListID
	Style   report.Style
}

var statusColumns = []string{"source", "state", "age", "published", "entities", "names", "addresses", "ids", "edition", "title"}

var statusRows = report.Rows[Header, *wire.ListStatus]{
	Sheet:   "Lists",
	Numbers: []string{"entities", "names", "addresses", "ids"},
	Columns: func(Header) []string { return statusColumns },
	Row:     func(_ Header, s *wire.ListStatus) [][]string { return [][]string{statusRow(s)} },
}

func statusRow(s *wire.ListStatus) []string {
	published := "unknown"
	if s.Edition.Published != nil {
		published = s.Edition.Published.String()
	}
	return []string{
		string(s.Source), string(s.State), age(s.AgeHours), published, strconv.Itoa(s.Entities), strconv.Itoa(s.Names),
		strconv.Itoa(s.Addresses), strconv.Itoa(s.Identifiers), report.Short(s.Edition.Digest), s.Title,
	}
}

func age(hours *float64) string {
	switch {
	case hours == nil:
		return "unknown"
	case *hours < 48:
		return fmt.Sprintf("%.0f h", *hours)
	}
	return fmt.Sprintf("%.0f d", *hours/24)
}

// statuses writes the editions, their warnings, and what keeps records from being
// clear.
type statuses struct {
	p        report.Printer
	h        Header
	rows     [][]string
	warnings []string
}

func (t *statuses) Begin(h Header) error {
	t.h, t.rows = h, [][]string{statusColumns}
	t.p.Line("data directory: %s", report.Show(h.Folder))
	return t.p.Err
}

func (t *statuses) Each(s *wire.ListStatus) error {
	t.rows = append(t.rows, statusRow(s))
	for _, w := range s.Warnings {
		t.warnings = append(t.warnings, string(s.Source)+": "+w)
	}
	return nil
}

func (t *statuses) End() error {
	if t.p.Err == nil {
		t.p.Err = report.Grid(t.p.W, fitted(t.rows, t.h.Style.Width), t.h.Style)
	}
	for _, w := range t.warnings {
		for _, l := range report.Wrap(report.Show(w), t.h.Style.Width, "  ") {
			t.p.Line("%s", l)
		}
	}
	if len(t.h.Lacking) > 0 {
		lacking := "nothing is clear yet: required and not whole and fresh: " + strings.TrimSpace(report.JoinStrings(t.h.Lacking, ", "))
		for _, l := range report.Wrap(lacking, t.h.Style.Width, "  ") {
			t.p.Line("%s", l)
		}
	}
	return t.p.Err
}

// The columns of numbers, with which a narrow terminal does without first, and what is
// left at least of the title.
var (
	numberColumns  = []string{"entities", "names", "addresses", "ids"}
	spareColumns   = []string{"title", "addresses", "ids", "edition", "names", "to look at"}
	leastTitle     = 16
	betweenColumns = 2
)

// fitted writes the numbers of a table for people, and leaves out what does not fit the
// width. The title is cut before it is left out.
func fitted(rows [][]string, width int) [][]string {
	out := make([][]string, len(rows))
	for i := range rows {
		out[i] = slices.Clone(rows[i])
	}
	for i, column := range out[0] {
		if slices.Contains(numberColumns, column) {
			alignNumbers(out, i)
		}
	}
	for _, spare := range spareColumns {
		over := widthOf(out) - width
		at := slices.IndexFunc(out[0], func(c string) bool { return strings.TrimSpace(c) == spare })
		if width == 0 || over <= 0 || at < 0 {
			continue
		}
		if room := columnWidth(out, at) - over; spare == "title" && room >= leastTitle {
			for _, row := range out[1:] {
				row[at] = cut(row[at], room)
			}
			break
		}
		for i := range out {
			out[i] = slices.Delete(out[i], at, at+1)
		}
	}
	return out
}

// alignNumbers writes the numbers of a column with commas, flush right under its heading.
func alignNumbers(rows [][]string, at int) {
	for _, row := range rows[1:] {
		if n, err := strconv.Atoi(row[at]); err == nil {
			row[at] = report.Number(n)
		}
	}
	width := columnWidth(rows, at)
	for _, row := range rows {
		row[at] = strings.Repeat(" ", width-report.WidthOf(row[at])) + row[at]
	}
}

func columnWidth(rows [][]string, at int) (width int) {
	for _, row := range rows {
		width = max(width, report.WidthOf(row[at]))
	}
	return width
}

// widthOf is that of a table with blanks between its columns.
func widthOf(rows [][]string) (width int) {
	for i := range rows[0] {
		width += columnWidth(rows, i) + betweenColumns
	}
	return width - betweenColumns
}

// cut shortens a text to a width in terminal cells.
func cut(text string, width int) string {
	if report.WidthOf(text) <= width {
		return text
	}
	short := ""
	for _, r := range text {
		if report.WidthOf(short+string(r))+1 > width {
			break
		}
		short += string(r)
	}
	return strings.TrimRight(short, " ") + "…"
}
