package eval

import (
	"fmt"
	"io"
	"strconv"

	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/report"
)

// Formats are the formats of a measurement.
var Formats = report.Formats[Header, *eval.Result]{
	report.FormatTable:  func(w io.Writer) report.Stream[Header, *eval.Result] { return &table{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[Header, *eval.Result],
	report.FormatNDJSON: report.NDJSON[Header, *eval.Result],
	report.FormatHTML:   func(w io.Writer) report.Stream[Header, *eval.Result] { return &htmlPage{w} },
}

// Header says how a measurement is shown.
type Header struct {
	Show  int // how many wrong answers of each kind the table has; the other formats have all
	Style report.Style
}

// table writes a measurement for a person at a terminal.
type table struct {
	p report.Printer
	h Header
}

func (t *table) Begin(h Header) error {
	t.h = h
	return nil
}

func (t *table) Each(r *eval.Result) error {
	t.p.Line("enduse %s · policy %s · threshold %.4g", r.Stamp.Engine, r.Stamp.Policy, r.Threshold)
	for _, e := range r.Stamp.Editions {
		t.p.Line("%s  %d entities  %s", e.Source, e.Entities, e.Digest)
	}
	for _, suite := range r.Suites {
		t.suite(suite)
	}
	if len(r.Curve) > 0 {
		t.p.Line("\nOperating curve: recall against alerts per 1,000 people on no list")
		t.grid(curveRows(r.Curve, r.Threshold))
	}
	return t.p.Err
}

func (t *table) End() error { return t.p.Err }

// grid writes rows in columns, foreign text made fit for a terminal.
func (t *table) grid(rows [][]string) {
	for _, row := range rows {
		for i := range row {
			row[i] = report.Show(row[i])
		}
	}
	t.p.Grid(rows, t.h.Style)
}

func (t *table) suite(s *eval.Suite) {
	t.p.Line("\n%s: %s, %d rows", report.Show(s.File), report.Words(s.Kind), s.Rows)
	for _, l := range s.Skipped {
		t.p.Line("  %d: %s, such as %s", l.Rows, l.Why, report.Show(l.Example))
	}
	t.grid(measureRows(s.Measures))
	t.grid(groupRows(s.Groups))
	if s.Kind == eval.Pairs || s.Kind == eval.Negatives {
		t.grid(pointRows(s.Points))
	}
	if s.Reliability != nil {
		t.p.Line("%s", s.Reliability.Summary())
		t.grid(s.Reliability.Rows())
	}
	t.wrong(s.Misses)
	if s.Time != nil {
		t.p.Line("time per query: median %.2f ms, 99 %% below %.2f ms (%d queries)", s.Time.Median, s.Time.P99, s.Time.Queries)
	}
}

// wrong writes the first wrong answers of each kind.
func (t *table) wrong(all []eval.Miss) {
	for _, kind := range []string{eval.FalseNegative, eval.Outranked, eval.FalsePositive} {
		rows := [][]string{{"line", "score", "asked", "listed", "note"}}
		n := 0
		for _, w := range all {
			if w.Kind != kind {
				continue
			}
			if n++; n <= t.h.Show {
				rows = append(rows, []string{
					strconv.Itoa(w.Line), fmt.Sprintf("%.3f", w.Score), report.Clip(w.Asked, 44),
					report.Clip(w.Listed, 44), report.Clip(w.Note, 60),
				})
			}
		}
		if n > 0 {
			t.p.Line("%s: %d, of which %d are shown", report.Words(kind), n, min(n, t.h.Show))
			t.grid(rows)
		}
	}
}

// measureRows has a row a measure, with the rows and the interval of a rate.
func measureRows(measures []eval.Measure) [][]string {
	rows := [][]string{{"measure", "value", "of rows", "95 % interval"}}
	for _, m := range measures {
		row := []string{m.Name, fmt.Sprintf("%.4f", m.Value), "", ""}
		if m.Rate != nil {
			row[2], row[3] = fmt.Sprintf("%d / %d", m.Rate.Hits, m.Rate.Of), fmt.Sprintf("%.4f – %.4f", m.Rate.Low, m.Rate.High)
		}
		rows = append(rows, row)
	}
	return rows
}

// groupRows has a row a group and a column a measure.
func groupRows(groups []eval.Group) [][]string {
	if len(groups) == 0 {
		return nil
	}
	rows := [][]string{{"by", "", "rows"}}
	for _, m := range groups[0].Measures {
		rows[0] = append(rows[0], m.Name)
	}
	for _, g := range groups {
		row := []string{g.By, g.Key, strconv.Itoa(g.Rows)}
		for _, m := range g.Measures {
			row = append(row, measureText(m))
		}
		rows = append(rows, row)
	}
	return rows
}

// measureText is a number with the interval of a rate.
func measureText(m eval.Measure) string {
	if m.Rate == nil {
		return fmt.Sprintf("%.3f", m.Value)
	}
	return fmt.Sprintf("%.3f (%.3f – %.3f)", m.Value, m.Rate.Low, m.Rate.High)
}

// pointRows has a row a threshold and a column a measure.
func pointRows(points []eval.Point) [][]string {
	if len(points) == 0 {
		return nil
	}
	rows := [][]string{{"threshold"}}
	for _, m := range points[0].Measures {
		rows[0] = append(rows[0], m.Name)
	}
	for _, p := range points {
		row := []string{fmt.Sprintf("%.3f", p.Threshold)}
		for _, m := range p.Measures {
			row = append(row, fmt.Sprintf("%.4f", m.Value))
		}
		rows = append(rows, row)
	}
	return rows
}

// curveRows has a row a threshold; the one in force is marked.
func curveRows(curve []eval.CurvePoint, inForce float64) [][]string {
	rows := [][]string{{"threshold", "alerts per 1,000", "with facts"}}
	for _, s := range curve[0].Recall {
		rows[0] = append(rows[0], "recall "+s.File)
	}
	for _, p := range curve {
		mark := ""
		if p.Threshold == inForce {
			mark = " *"
		}
		row := []string{fmt.Sprintf("%.3f%s", p.Threshold, mark), fmt.Sprintf("%.2f", 1000*p.Alerts.Value), ""}
		if p.WithFacts != nil {
			row[2] = fmt.Sprintf("%.2f", 1000*p.WithFacts.Value)
		}
		for _, s := range p.Recall {
			row = append(row, fmt.Sprintf("%.4f", s.Rate.Value))
		}
		rows = append(rows, row)
	}
	return rows
}
