package eval

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
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

func TestReports(t *testing.T) {
	r := resultOf(t)
	for name, write := range map[string]func(io.Writer) error{
		"report.txt":  func(w io.Writer) error { return Table(w, r, 5, report.Style{}) },
		"report.json": func(w io.Writer) error { return report.JSON(w, r) },
		"report.html": func(w io.Writer) error { return HTML(w, r) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, name, b.Bytes())
	}
}

// TestPageStandsAlone: no link, no script, and no name becomes a tag.
func TestPageStandsAlone(t *testing.T) {
	var b bytes.Buffer
	if err := HTML(&b, resultOf(t)); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"http:", "https:", "<script", "src=", "url(", "<b>", "<i>"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, want := range []string{"<polyline", "queries &amp; more.csv", "clean &lt;i&gt;"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
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

// TestPlotIsXML: the drawing is well formed whatever a file is called.
func TestPlotIsXML(t *testing.T) {
	curve := []CurvePoint{{Threshold: 0.7, Recall: []SuiteRate{{`a"<&>.csv`, Wilson(1, 2)}}, Alerts: Wilson(0, 9)}}
	d := xml.NewDecoder(strings.NewReader(plot(curve, 0.7)))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestRoundUp(t *testing.T) {
	for v, want := range map[float64]float64{0.2: 0.2, 0.21: 0.5, 1: 1, 5.38: 10, 11: 20, 200: 200} {
		if got := roundUp(v); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v: %v, want %v", v, got, want)
		}
	}
}
