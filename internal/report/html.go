package report

import (
	_ "embed" // the template
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/enduse/enduse"
)

//go:embed html.tmpl
var htmlSource string

// page is the template of the HTML form: one file without any link to another,
// made for the screen and for paper. Foreign names are isolated (bdi), so that
// right-to-left text does not turn its line round.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"words":       func(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") },
	"joined":      func(v []enduse.Measure) string { return strings.ReplaceAll(joinStrings(v, ", "), "_", " ") },
	"score":       func(v float64) string { return fmt.Sprintf("%.2f", v) },
	"probability": probabilityText,
	"prior":       priorText,
	"signed":      func(v float64) string { return fmt.Sprintf("%+.1f", v) },
	"state":       stateOf,
	"subject":     subjectOf,
	"name":        nameOf,
	"text":        strings.Join,
	"ofac":        ofacText,
	"plural":      plural,
	"steps":       differing,
}).Parse(htmlSource))

// htmlPage writes one self-contained page. The summary comes last, when it is
// known, and the style sheet shows it first.
type htmlPage struct {
	w     io.Writer
	gaps  []enduse.Gap
	seen  map[string]bool
	plots plots
}

func (h *htmlPage) Begin(header Header) error {
	h.seen, h.plots = map[string]bool{}, newPlots()
	return page.ExecuteTemplate(h.w, "begin", header)
}

func (h *htmlPage) Result(r *Result) error {
	for _, g := range r.Verdict.Gaps {
		if key := g.What + g.Why; !h.seen[key] {
			h.seen[key] = true
			h.gaps = append(h.gaps, g)
		}
	}
	if r.Err == nil {
		h.plots.add(&r.Verdict)
	}
	return page.ExecuteTemplate(h.w, "result", r)
}

func (h *htmlPage) End(sum Summary) error {
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
	}{Faults: sum.Faults, Gaps: h.gaps, Rules: h.plots.rules.longest(), Corridors: h.plots.corridors.longest()}
	for _, o := range enduse.Outcomes {
		data.Total += sum.Outcomes[o]
		data.Counts = append(data.Counts, count{o, sum.Outcomes[o]})
	}
	return page.ExecuteTemplate(h.w, "end", data)
}
