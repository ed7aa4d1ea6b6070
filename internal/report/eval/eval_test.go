package eval

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/testkit"
)

// resultOf reads a result in its published form, which the tests of package eval
// hold.
func resultOf(t *testing.T, name string) *eval.Result {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "eval", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	r := &eval.Result{}
	if err := json.Unmarshal(b, r); err != nil {
		t.Fatal(err)
	}
	return r
}

func written(t *testing.T, format string, r *eval.Result, show int) []byte {
	t.Helper()
	var b bytes.Buffer
	out, err := Formats.New(format, &b)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Write(out, Header{Show: show}, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFormats(t *testing.T) {
	for _, name := range []string{"report", "reliability"} {
		r := resultOf(t, name+".json")
		show := 5
		if name == "reliability" {
			show = 0
		}
		testkit.Golden(t, name+".txt", written(t, "table", r, show))
		testkit.Golden(t, name+".html", written(t, "html", r, show))
	}
}

// TestPageStandsAlone: no link, no script, and no name becomes a tag.
func TestPageStandsAlone(t *testing.T) {
	page := string(written(t, "html", resultOf(t, "report.json"), 5))
	for _, bad := range []string{"http:", "https:", "<script", "src=", "url(", "<b>", "<i>"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, want := range []string{"<polyline", "queries &amp; more.csv", "clean &lt;i&gt;"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// TestPlotIsXML: the drawing is well formed whatever a file is called.
func TestPlotIsXML(t *testing.T) {
	curve := []eval.CurvePoint{{Threshold: 0.7, Recall: []eval.SuiteRate{{File: `a"<&>.csv`, Rate: eval.Wilson(1, 2)}}, Alerts: eval.Wilson(0, 9)}}
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

// TestReliabilityPlotIsXML: the drawing is well formed.
func TestReliabilityPlotIsXML(t *testing.T) {
	d := xml.NewDecoder(strings.NewReader(reliabilityPlot(eval.ReliabilityOf([]float64{0, 1, 0.5}, []bool{false, true, true}, 0.5))))
	circles := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "circle" {
			circles++
		}
	}
	if circles != 3 {
		t.Errorf("%d points are drawn, want 3", circles)
	}
}
