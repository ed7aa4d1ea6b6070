package lists

import (
	"fmt"
	"io"
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
		t.p.Err = report.Grid(t.p.W, t.rows, t.h.Style)
	}
	for _, w := range t.warnings {
		t.p.Line("%s", report.Lines(w))
	}
	if len(t.h.Lacking) > 0 {
		t.p.Line("nothing is clear yet: required and not whole and fresh: %s", strings.TrimSpace(report.JoinStrings(t.h.Lacking, ", ")))
	}
	return t.p.Err
}
