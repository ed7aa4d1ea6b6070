package eval

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/enduse/enduse/internal/report"
)

// Table writes a result for a person at a terminal; of each suite the first so
// many wrong answers.
func Table(w io.Writer, r *Result, show int, s report.Style) error {
	t := &printer{w: w, style: s}
	t.line("enduse %s · policy %s · threshold %.4g", r.Stamp.Engine, r.Stamp.Policy, r.Threshold)
	for _, e := range r.Stamp.Editions {
		t.line("%s  %d entities  %s", e.Source, e.Entities, e.Digest)
	}
	for _, suite := range r.Suites {
		t.suite(suite, show)
	}
	if len(r.Curve) > 0 {
		t.line("\nOperating curve: recall against alerts per 1,000 people on no list")
		t.grid(curveRows(r.Curve, r.Threshold))
	}
	return t.err
}

// printer writes lines until one cannot be written.
type printer struct {
	w     io.Writer
	style report.Style
	err   error
}

func (t *printer) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

// grid writes rows in columns, foreign text made fit for a terminal.
func (t *printer) grid(rows [][]string) {
	for _, row := range rows {
		for i := range row {
			row[i] = report.Show(row[i])
		}
	}
	if t.err == nil && len(rows) > 1 {
		t.err = report.Grid(t.w, rows, t.style)
	}
}

func (t *printer) suite(s *Suite, show int) {
	t.line("\n%s: %s, %d rows", report.Show(s.File), strings.ReplaceAll(string(s.Kind), "_", " "), s.Rows)
	for _, l := range s.LeftOut {
		t.line("  %d: %s, such as %s", l.Rows, l.Why, report.Show(l.Example))
	}
	t.grid(measureRows(s.Measures))
	t.grid(groupRows(s.Groups))
	if s.Kind == Pairs || s.Kind == Clean {
		t.grid(pointRows(s.Points))
	}
	if s.Reliability != nil {
		t.line("%s", s.Reliability.Summary())
		t.grid(s.Reliability.Rows())
	}
	t.wrong(s.Wrong, show)
	if s.Time != nil {
		t.line("time per query: median %.2f ms, 99 %% below %.2f ms (%d queries)", s.Time.Median, s.Time.P99, s.Time.Queries)
	}
}

// wrong writes the first wrong answers of each kind.
func (t *printer) wrong(all []Wrong, show int) {
	for _, kind := range []string{falseNegative, outranked, falsePositive} {
		rows := [][]string{{"line", "score", "asked", "listed", "note"}}
		n := 0
		for _, w := range all {
			if w.Kind != kind {
				continue
			}
			if n++; n <= show {
				rows = append(rows, []string{
					strconv.Itoa(w.Line), fmt.Sprintf("%.3f", w.Score), report.Clip(w.Asked, 44),
					report.Clip(w.Listed, 44), report.Clip(w.Note, 60),
				})
			}
		}
		if n > 0 {
			t.line("%s: %d, of which %d are shown", kindText(kind), n, min(n, show))
			t.grid(rows)
		}
	}
}

func kindText(kind string) string { return strings.ReplaceAll(kind, "_", " ") }

// measureRows has a row a measure, with the rows and the interval of a rate.
func measureRows(measures []Measure) [][]string {
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
func groupRows(groups []Group) [][]string {
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
func measureText(m Measure) string {
	if m.Rate == nil {
		return fmt.Sprintf("%.3f", m.Value)
	}
	return fmt.Sprintf("%.3f (%.3f – %.3f)", m.Value, m.Rate.Low, m.Rate.High)
}

// pointRows has a row a threshold and a column a measure.
func pointRows(points []Point) [][]string {
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
func curveRows(curve []CurvePoint, inForce float64) [][]string {
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
