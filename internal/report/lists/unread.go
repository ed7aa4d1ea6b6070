package lists

import (
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Unread are the formats of what was kept of entities and not understood.
var Unread = report.Formats[report.Style, *wire.Entity]{
	report.FormatTable:  func(w io.Writer) report.Stream[report.Style, *wire.Entity] { return &unread{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[report.Style, *wire.Entity],
	report.FormatNDJSON: report.NDJSON[report.Style, *wire.Entity],
	report.FormatCSV:    unreadRows.CSV,
	report.FormatXLSX:   unreadRows.XLSX,
}

var unreadColumns = []string{"entity", "field", "text"}

var unreadRows = report.Rows[report.Style, *wire.Entity]{
	Sheet:   "Not understood",
	Columns: func(report.Style) []string { return unreadColumns },
	Row:     func(_ report.Style, e *wire.Entity) [][]string { return piecesOf(e) },
}

func piecesOf(e *wire.Entity) (rows [][]string) {
	for _, u := range e.Unread {
		rows = append(rows, []string{string(e.ID), u.Field, u.Text})
	}
	return rows
}

// unread writes a line for each piece; a long text goes on below its beginning.
type unread struct {
	p    report.Printer
	s    report.Style
	rows [][]string
}

func (t *unread) Begin(s report.Style) error {
	t.s = s
	return nil
}

func (t *unread) Each(e *wire.Entity) error {
	t.rows = append(t.rows, piecesOf(e)...)
	return nil
}

func (t *unread) End() error {
	if len(t.rows) == 0 {
		t.p.Line("everything was understood")
		return t.p.Err
	}
	rows := slices.Concat([][]string{unreadColumns}, t.rows)
	entity, field := columnWidth(rows, 0), columnWidth(rows, 1)
	for i, row := range rows {
		label := report.Pad(report.Show(row[0]), entity) + "  " + report.Pad(report.Show(row[1]), field) + "  "
		for _, l := range report.Wrap(report.Show(row[2]), max(t.s.Width-report.WidthOf(label), leastTitle), "") {
			line := strings.TrimRight(label+l, " ")
			if i == 0 {
				line = t.s.Dim(line)
			}
			t.p.Line("%s", line)
			label = strings.Repeat(" ", report.WidthOf(label))
		}
	}
	t.p.Line("%s not understood", report.Plural(len(t.rows), "piece"))
	return t.p.Err
}
