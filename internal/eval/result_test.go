package eval

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

// resultOf is a small result with a curve and with text that HTML must not take
// for tags.
func resultOf(t *testing.T) *Result {
	t.Helper()
	s := script{listed: []*enduse.Entity{listed("1", "ALPHA <b>"), listed("2", "Gamma")}, scores: map[string]map[string]float64{
		"alfa": {"ofac-sdn:1": 0.9}, "alpa": {"ofac-sdn:1": 0.65}, "clean <i>": {"ofac-sdn:2": 0.74},
	}}
	queries := run(t, s, "query,name,class\nalfa,ALPHA <b>,one_edit\nalpa,alpha b,two_edits\nnobody,Nobody,x\n")
	queries.File = "queries & more.csv"
	clean := run(t, s, "full_name,date_of_birth\nclean <i>,1970\nquiet,1980\n")
	r := &Result{
		Stamp: enduse.Stamp{
			Engine: "test", Policy: "sha256:0", AsOf: enduse.Day(2026, 8, 5),
			Editions: []enduse.EditionStamp{{List: "ofac-sdn", Source: "ofac-sdn", Digest: "sha256:1", Entities: 2}},
		},
		Threshold: 0.7, Suites: []*Suite{queries, clean},
	}
	r.Curve = Curve(r.Suites)
	for _, s := range r.Suites {
		s.Time = nil // the machine's, not the result's
	}
	return r
}

// TestResultAsJSON holds the published form; the printers of report/eval read it.
func TestResultAsJSON(t *testing.T) { goldenJSON(t, "report.json", resultOf(t)) }

func goldenJSON(t *testing.T, name string, r *Result) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(r); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, name, b.Bytes())
}

func TestCurve(t *testing.T) {
	r := resultOf(t)
	at := map[float64]string{}
	for _, p := range r.Curve {
		at[p.Threshold] = strings.Join([]string{rateText(p.Recall[0].Rate), rateText(p.Alerts), rateText(*p.WithFacts)}, " ")
	}
	for threshold, want := range map[float64]string{0.6: "2/2 1/2 0/2", 0.7: "1/2 1/2 0/2", 0.75: "1/2 0/2 0/2", 1: "0/2 0/2 0/2"} {
		if at[threshold] != want {
			t.Errorf("at %v: %s, want %s", threshold, at[threshold], want)
		}
	}
	if len(Curve(r.Suites[:1])) > 0 {
		t.Error("a curve without clean people")
	}
}

func rateText(r Rate) string { return rates([]Measure{{"", 0, &r}})[1:] }
