package eval

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/list/starter"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/testkit"
)

// TestPublic measures the suites of testdata/public, whose names are invented or of the
// starter edition, and holds the outcome of each row against testdata/public/outcomes.csv.
// A row that got worse fails the test. To accept the outcomes:
//
//	go test ./internal/eval -run TestPublic -update -v
func TestPublic(t *testing.T) {
	r := publicRunner(t)
	kept := readOutcomes(t)
	var all []publicRow
	for _, name := range []string{"queries", "pairs", "negatives"} {
		s, err := r.Run(t.Context(), readFile(t, "testdata/public/"+name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		for _, skipped := range s.Skipped {
			t.Errorf("%s: %d rows: %s, such as %s", name, skipped.Rows, skipped.Why, skipped.Example)
		}
		t.Logf("%s: %s", name, rates(s.Measures))
		for _, o := range s.outcomes {
			row := publicRow{name, o.Text, o.Outcome}
			if slices.ContainsFunc(all, func(other publicRow) bool { return other.key() == row.key() }) {
				t.Errorf("%s: %s is there twice", name, o.Text)
			}
			all = append(all, row)
			holdPublic(t, row, kept)
		}
	}
	if testkit.Update() {
		writeOutcomes(t, all)
		return
	}
	if gone := len(kept) - len(all); gone > 0 {
		t.Errorf("%d rows of outcomes.csv are not in the suites: -update writes it anew", gone)
	}
}

// publicRow is a row of a public suite with its outcome.
type publicRow struct {
	suite, text string
	outcome     Outcome
}

func (r publicRow) key() string { return r.suite + ": " + r.text }

// inWords has the outcomes as testdata/public/outcomes.csv writes them.
var inWords = map[Outcome]string{
	"right": "right", "wrong": "wrong",
	"1+": "first, match", "1-": "first, no match",
	"10+": "among the first ten, match", "10-": "among the first ten, no match",
	"0+": "match, but not among the first ten", "0-": "not found",
	"clear": "clear", "alert": "alert", "alert-by-name": "alert by name", "alert-with-facts": "alert with facts",
}

// holdPublic compares the outcome of a row with the one that is kept.
func holdPublic(t *testing.T, row publicRow, kept map[string]Outcome) {
	t.Helper()
	before, known := kept[row.key()]
	change := fmt.Sprintf("%s: was %q, is %q", row.key(), inWords[before], inWords[row.outcome])
	switch {
	case known && before == row.outcome:
	case known && worse(before, row.outcome) && !testkit.Update():
		t.Errorf("loss: %s", change)
	case known && worse(before, row.outcome):
		t.Logf("loss: %s", change)
	case known:
		t.Logf("gain: %s", change)
	case testkit.Update():
		t.Logf("new: %s: %s", row.key(), inWords[row.outcome])
	default:
		t.Errorf("%s is not in outcomes.csv: -update adds it", row.key())
	}
}

const outcomesFile = "testdata/public/outcomes.csv"

func readOutcomes(t *testing.T) map[string]Outcome {
	t.Helper()
	if _, err := os.Stat(outcomesFile); os.IsNotExist(err) && testkit.Update() {
		return nil
	}
	byWords := map[string]Outcome{}
	for outcome, words := range inWords {
		byWords[words] = outcome
	}
	out := map[string]Outcome{}
	for _, row := range readTable(t, outcomesFile) {
		outcome, ok := byWords[row[0]]
		if !ok {
			t.Fatalf("%s: %q is not an outcome", outcomesFile, row[0])
		}
		out[row[1]+": "+row[2]] = outcome
	}
	return out
}

func writeOutcomes(t *testing.T, rows []publicRow) {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	out := [][]string{{"outcome", "suite", "row"}}
	for _, r := range rows {
		out = append(out, []string{inWords[r.outcome], r.suite, r.text})
	}
	if err := w.WriteAll(out); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(outcomesFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// publicRunner searches the starter edition together with invented parties.
func publicRunner(t *testing.T) *Runner {
	t.Helper()
	var entities []*enduse.Entity
	for e, err := range starter.Read() {
		if err != nil {
			t.Fatal(err)
		}
		entities = append(entities, &e)
	}
	for _, row := range readTable(t, "testdata/public/listed.csv") {
		e := &enduse.Entity{
			ID: enduse.EntityID("invented:" + row[0]), Source: "invented", List: "invented", Schema: enduse.Schema(row[1]),
			Designations: []enduse.Designation{{List: "invented", Program: "EXAMPLE"}},
		}
		for i, text := range strings.Split(row[2], "|") {
			kind := enduse.NameAlias
			if i == 0 {
				kind = enduse.NamePrimary
			}
			e.Names = append(e.Names, enduse.Name{Text: text, Kind: kind})
		}
		if row[3] != "" {
			d, err := enduse.ParseDate(row[3])
			if err != nil {
				t.Fatal(err)
			}
			e.BirthDates = []enduse.Date{d}
		}
		entities = append(entities, e)
	}
	p := policy.Default()
	matcher := func(entities []*enduse.Entity) Matcher {
		return &match.Matcher{Index: index.Build(entities), Weights: p.Weights, NameBirthPlace: p.Identity.Person}
	}
	return &Runner{
		Matcher: matcher(entities), Index: matcher, Entities: entities,
		Threshold: p.Threshold, AsOf: enduse.DateOf(day), Clock: time.Now,
	}
}

// readTable reads the rows of a CSV file under its heading.
func readTable(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}
