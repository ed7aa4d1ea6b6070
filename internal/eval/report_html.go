package eval

import (
	_ "embed" // the template
	"fmt"
	"html/template"
	"io"
	"strings"
)

//go:embed report.tmpl
var pageSource string

// page is one file without any link to another, for the screen and for paper.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"words":       func(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") },
	"short":       func(v float64) string { return fmt.Sprintf("%.3f", v) },
	"measures":    func(s *Suite) [][]string { return measureRows(s.Measures) },
	"groups":      func(s *Suite) [][]string { return groupRows(s.Groups) },
	"points":      func(s *Suite) [][]string { return pointRows(s.Points) },
	"reliability": func(r *Reliability) template.HTML { return template.HTML(reliabilityPlot(r)) }, // #nosec G203 -- made of numbers
	"curve":       func(r *Result) [][]string { return curveRows(r.Curve, r.Threshold) },
	"plot":        func(r *Result) template.HTML { return template.HTML(plot(r.Curve, r.Threshold)) }, // #nosec G203 -- made of numbers, and of file names that plot escapes
}).Parse(pageSource))

// HTML writes a result as one self-contained page with the operating curve as a
// plot and every wrong answer.
func HTML(w io.Writer, r *Result) error {
	if err := page.Execute(w, r); err != nil {
		return fmt.Errorf("writing HTML: %w", err)
	}
	return nil
}
