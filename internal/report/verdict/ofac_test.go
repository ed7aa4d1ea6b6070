package verdict

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/report"
)

// scored writes the results of the other tests in a format, with OFAC's score
// beside the first hit.
func scored(t *testing.T, format string, score *int) string {
	t.Helper()
	var b bytes.Buffer
	all := results()
	for _, r := range all {
		for _, p := range r.Parties {
			if len(p.Hits) > 0 {
				p.Hits[0].OFACScore = score
				break
			}
		}
	}
	if err := report.Write(open(t, format, &b), Header{OFACScore: score != nil, Details: -1, StampEach: true}, runOf(t, all...)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What is added is the score, said to be an approximation where there is room;
// the rest is the same, byte for byte.
func TestOFACScoreIsAddedAndNothingElse(t *testing.T) {
	score := 91
	for format, added := range map[string]string{
		"table":  "  OFAC's own score, approximated: 91 of 100 (decides nothing)\n",
		"html":   " · OFAC&#39;s own score, approximated: 91 of 100 (decides nothing)",
		"ndjson": `"ofac_score":91,`,
		"json":   "            \"ofac_score\": 91,\n",
	} {
		plain, with := scored(t, format, nil), scored(t, format, &score)
		if n := strings.Count(with, added); n != 1 {
			t.Errorf("%s: the score stands there %d times:\n%s", format, n, with)
		}
		if strings.Replace(with, added, "", 1) != plain {
			t.Errorf("%s: more has changed than the score:\n%s", format, with)
		}
	}
}

// In CSV it is the last column before the user's own, of hits alone.
func TestOFACScoreInCSV(t *testing.T) {
	score := 91
	last := slices.Index(newRows(Header{OFACScore: true}, runOf(t, results()...)).titles(), "ofac_score")
	read := func(text string) [][]string {
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	plain, with := read(scored(t, "csv", nil)), read(scored(t, "csv", &score))
	found := 0
	for i, row := range with {
		if strings.Join(slices.Concat(row[:last], row[last+1:]), "\x00") != strings.Join(plain[i], "\x00") {
			t.Errorf("row %d: %q, without the score %q", i, row, plain[i])
		}
		switch {
		case i == 0 && row[last] != "ofac_score":
			t.Errorf("the last column is %q", row[last])
		case row[last] == "91":
			found++
		case i > 0 && row[last] != "":
			t.Errorf("row %d: score %q", i, row[last])
		}
	}
	if found != 1 {
		t.Errorf("%d rows have the score", found)
	}
}
