package verdict

import (
	_ "embed" // the template
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

//go:embed html.tmpl
var htmlSource string

// page is the template of the HTML form: one file without any link to another,
// made for the screen and for paper. Foreign names are isolated (bdi), so that
// right-to-left text does not turn its line round.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"words":       report.Words,
	"joined":      func(v []enduse.Measure) string { return report.Words(report.JoinStrings(v, ", ")) },
	"score":       func(v float64) string { return fmt.Sprintf("%.2f", v) },
	"probability": report.ProbabilityText,
	"prior":       report.PriorText,
	"signed":      func(v float64) string { return fmt.Sprintf("%+.1f", v) },
	"state":       report.EditionState,
	"subject":     subjectOf,
	"name":        func(p wire.Party) string { return nameOf(&p) },
	"text":        strings.Join,
	"ofac":        report.OFACText,
	"plural":      report.Plural,
	"steps":       differing,
}).Parse(htmlSource))

// htmlPage writes one self-contained page. The summary comes last, when it is
// known, and the style sheet shows it first.
type htmlPage struct {
	w     io.Writer
	sum   Summary
	gaps  []enduse.Gap
	seen  map[string]bool
	plots plots
}

func (h *htmlPage) Begin(header Header) error {
	h.seen, h.plots = map[string]bool{}, newPlots()
	return page.ExecuteTemplate(h.w, "begin", header)
}

func (h *htmlPage) Each(r *wire.Result) error {
	h.sum.Add(r)
	for _, g := range r.Gaps {
		if key := g.What + g.Why; !h.seen[key] {
			h.seen[key] = true
			h.gaps = append(h.gaps, g)
		}
	}
	if r.Error == nil {
		h.plots.add(r)
	}
	return page.ExecuteTemplate(h.w, "result", r)
}

func (h *htmlPage) End() error {
	type count struct {
		Outcome enduse.Outcome
		N       int
	}
	data := struct {
		Counts []count
		Total  int
		Faults int
		Gaps   []enduse.Gap
		// Rules and Corridors are plots.
		Rules, Corridors []bar
	}{Total: h.sum.Records(), Faults: h.sum.Faults, Gaps: h.gaps, Rules: h.plots.rules.longest(), Corridors: h.plots.corridors.longest()}
	for _, o := range enduse.Outcomes {
		data.Counts = append(data.Counts, count{o, h.sum.Outcomes[o]})
	}
	return page.ExecuteTemplate(h.w, "end", data)
}
