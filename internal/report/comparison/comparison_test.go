package comparison_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/comparison"
	"github.com/enduse/enduse/wire"
)

func written(t *testing.T, format string, c wire.Comparison) string {
	t.Helper()
	var b bytes.Buffer
	out, err := comparison.Formats.New(format, &b)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Write(out, comparison.Header{OFACScore: c.OFACScore != nil}, &c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOFACScore(t *testing.T) {
	score := 0 // a score like any other
	plain, with := wire.Comparison{Score: 0.9, Prior: 0.1, Threshold: 0.7}, wire.Comparison{Score: 0.9, Prior: 0.1, Threshold: 0.7, OFACScore: &score}
	line := "OFAC's own score, approximated: 0 of 100 (decides nothing)\n"
	if got := written(t, "table", with); strings.Replace(got, line, "", 1) != written(t, "table", plain) || !strings.Contains(got, line) {
		t.Errorf("%s", got)
	}
	if got := written(t, "csv", with); got != "name1,name2,score,match,ofac_score\n,,0.9,false,0\n" {
		t.Errorf("%s", got)
	}
}
