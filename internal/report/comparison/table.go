package comparison

import (
	"fmt"
	"io"
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Formats are the formats of a comparison.
var Formats = report.Formats[Header, *wire.Comparison]{
	report.FormatTable:  func(w io.Writer) Stream { return &table{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[Header, *wire.Comparison],
	report.FormatNDJSON: report.NDJSON[Header, *wire.Comparison],
	report.FormatCSV:    rows.CSV,
	report.FormatXLSX:   rows.XLSX,
}

// Stream writes comparisons in one format.
type Stream = report.Stream[Header, *wire.Comparison]

// Header says how comparisons are shown.
type Header struct {
	Style report.Style
	// OFACScore adds a column for OFAC's own score, approximated, to CSV and XLSX.
	OFACScore bool
}

var rows = report.Rows[Header, *wire.Comparison]{
	Sheet:   "Comparison",
	Numbers: []string{"score", "ofac_score"},
	Columns: func(h Header) []string {
		columns := []string{"name1", "name2", "score", "match"}
		if h.OFACScore {
			columns = append(columns, "ofac_score")
		}
		return columns
	},
	Row: func(h Header, c *wire.Comparison) [][]string {
		row := []string{c.Name1, c.Name2, Decimal(c.Score), strconv.FormatBool(c.Match)}
		if h.OFACScore && c.OFACScore != nil {
			row = append(row, strconv.Itoa(*c.OFACScore))
		}
		return [][]string{row}
	},
}

// Decimal writes a score as it is compared: no digit is made up or lost.
func Decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// table writes a comparison for a person: the score, the probability and its prior,
// then the parts of the names next to each other.
type table struct {
	p report.Printer
	s report.Style
}

func (t *table) Begin(h Header) error {
	t.s = h.Style
	return nil
}

func (t *table) Each(c *wire.Comparison) error {
	match := "no match"
	if c.Match {
		match = t.s.Bold("match")
	}
	t.p.Line("score %.3f  %s  (threshold %.2f, log odds %+.2f)", c.Score, match, c.Threshold, c.LogOdds)
	t.p.Line("%s", report.ProbabilityText(c.Probability)+" "+report.PriorText(c.Prior))
	if c.OFACScore != nil {
		t.p.Line("%s", report.OFACText(c.OFACScore))
	}
	e := nameEvidence(c.Evidence)
	if e.Method != "" {
		t.p.Line("%s", t.s.Dim(e.Method))
	}
	rows := [][]string{{"first", "second", "how", "alike", "share"}}
	for _, p := range e.Alignment {
		rows = append(rows, []string{report.Show(p.Query), report.Show(p.Listed), p.Method, fmt.Sprintf("%.2f", p.Alike), fmt.Sprintf("%3.0f%%", 100*p.Share)})
	}
	t.p.Grid(rows, t.s)
	return t.p.Err
}

func (t *table) End() error { return t.p.Err }

func nameEvidence(all []enduse.Evidence) enduse.Evidence {
	for _, e := range all {
		if e.Kind == enduse.EvidenceName {
			return e
		}
	}
	return enduse.Evidence{}
}
