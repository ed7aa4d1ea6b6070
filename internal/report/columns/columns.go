package columns

import (
	"io"
	"strconv"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Header is what is said of the files as a whole.
type Header struct {
	Style report.Style
	Notes []string // what was assumed, and which sheets were not read
	// Records counts them, and LeftOut those that are nobody to screen, by why.
	Records int
	LeftOut map[string]int
}

// Formats are the formats of the columns of files.
var Formats = report.Formats[Header, wire.Column]{
	report.FormatTable:  func(w io.Writer) report.Stream[Header, wire.Column] { return &table{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[Header, wire.Column],
	report.FormatNDJSON: report.NDJSON[Header, wire.Column],
	report.FormatCSV:    rows.CSV,
}

var rows = report.Rows[Header, wire.Column]{
	Sheet: "Columns",
	Columns: func(Header) []string {
		return []string{"file", "header", "read_as", "sample", "filled", "rows", "note", "warning"}
	},
	Row: func(_ Header, c wire.Column) [][]string {
		return [][]string{{c.File, c.Header, c.ReadAs, c.Sample, strconv.Itoa(c.Filled), strconv.Itoa(c.Rows), c.Note, strconv.FormatBool(c.Warning)}}
	},
}

// table writes the columns for a person.
type table struct {
	p        report.Printer
	header   Header
	file     string
	rows     [][]string
	warnings int
}

// Begin keeps what is said of the files.
func (t *table) Begin(h Header) error {
	t.header = h
	return nil
}

// Each adds a column, after the heading of its file.
func (t *table) Each(c wire.Column) error {
	if c.File != t.file {
		t.flush()
		t.file = c.File
		t.p.Line("%s:", report.Show(c.File))
	}
	readAs, note := c.ReadAs, c.Note
	if readAs == "" {
		readAs = "–"
	}
	if c.Warning {
		t.warnings++
		note = "! " + note
	}
	t.rows = append(t.rows, []string{report.Show(c.Header), readAs, report.Show(c.Sample), report.Number(c.Filled) + " of " + report.Number(c.Rows), report.Show(note)})
	return t.p.Err
}

func (t *table) flush() {
	if len(t.rows) == 0 {
		return
	}
	t.p.Columns(append([][]string{{"yours", "read as", "sample", "filled", "note"}}, t.rows...), []int{22, 22, 26, 14, 0}, t.header.Style.Width, t.header.Style)
	t.rows = nil
}

// End writes the last file, and what is said of all.
func (t *table) End() error {
	t.flush()
	t.p.Line("%s, %s with a warning (!)", report.Plural(t.header.Records, "record"), report.Plural(t.warnings, "column"))
	for why, n := range t.header.LeftOut {
		t.p.Line("left out unless something is found: %s: %s", report.Show(why), report.Number(n))
	}
	for _, n := range t.header.Notes {
		for _, l := range report.Wrap("note: "+report.Show(n), t.header.Style.Width, "  ") {
			t.p.Line("%s", t.header.Style.Dim(l))
		}
	}
	return t.p.Err
}
