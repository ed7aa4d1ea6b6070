package reading

import (
	"bufio"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/enduse/enduse/internal/reading/topic"
	"github.com/enduse/enduse/internal/testkit"
)

// abstract is a row of the Federal Register's abstracts.
type abstract struct{ Title, Summary string }

// abstracts are those of the files, by the first 16 digits of the digest of their
// summary; of rows that share one, the first.
func abstracts(t testing.TB) map[string]abstract {
	t.Helper()
	all := map[string]abstract{}
	for _, name := range []string{"text/federal_register_sanctions_export_abstracts.jsonl", "text/federal_register_other_abstracts.jsonl"} {
		f, err := os.Open(testkit.Data(t, name))
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var a abstract
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256([]byte(a.Summary))
			if key := hex.EncodeToString(sum[:8]); all[key].Summary == "" {
				all[key] = a
			}
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
	}
	return all
}

// TestRelevance measures how well relevance parts the abstracts that a reader found
// relevant from the others: the share of pairs of one of each that it puts in the
// right order (the area under the ROC curve).
func TestRelevance(t *testing.T) {
	all := abstracts(t)
	f, err := os.Open("testdata/labelled/abstracts.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var yes, no []float64
	wrong := 0
	for _, row := range rows[1:] {
		a, ok := all[row[0]]
		if !ok {
			t.Errorf("no abstract has the digest %s", row[0])
			continue
		}
		_, score := topic.Find(a.Title + "\n" + a.Summary)
		relevant := row[1] == "true"
		if relevant {
			yes = append(yes, score)
		} else {
			no = append(no, score)
		}
		if relevant != (score >= 0.5) {
			wrong++
			t.Logf("%.2f, relevant %v: %s", score, relevant, a.Title)
		}
	}
	area := 0.0
	for _, y := range yes {
		for _, n := range no {
			switch {
			case y > n:
				area++
			case y == n:
				area += 0.5
			}
		}
	}
	area /= float64(len(yes) * len(no))
	testkit.Golden(t, "relevance.golden", fmt.Appendf(nil, "abstracts %d, relevant %d\narea under the curve %.4f\nwrong at 0.5: %d\n", len(yes)+len(no), len(yes), area, wrong))
}
