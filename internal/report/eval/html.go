package eval

import (
	_ "embed" // the template
	"fmt"
	"html/template"
	"io"

	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/report"
)

//go:embed report.tmpl
var pageSource string

// page is one file without any link to another, for the screen and for paper.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"words":       report.Words,
	"short":       func(v float64) string { return fmt.Sprintf("%.3f", v) },
	"measures":    func(s *eval.Suite) [][]string { return measureRows(s.Measures) },
	"groups":      func(s *eval.Suite) [][]string { return groupRows(s.Groups) },
	"points":      func(s *eval.Suite) [][]string { return pointRows(s.Points) },
	"reliability": func(r *eval.Reliability) template.HTML { return template.HTML(reliabilityPlot(r)) }, // #nosec G203 -- made of numbers
	"curve":       func(r *eval.Result) [][]string { return curveRows(r.Curve, r.Threshold) },
	"plot":        func(r *eval.Result) template.HTML { return template.HTML(plot(r.Curve, r.Threshold)) }, // #nosec G203 -- made of numbers, and of file names that plot escapes
}).Parse(pageSource))

// htmlPage writes one self-contained page with the operating curve as a plot and
// every wrong answer.
type htmlPage struct{ w io.Writer }

func (h *htmlPage) Begin(Header) error { return nil }
func (h *htmlPage) End() error         { return nil }

func (h *htmlPage) Each(r *eval.Result) error {
	if err := page.Execute(h.w, r); err != nil {
		return fmt.Errorf("writing HTML: %w", err)
	}
	return nil
}
