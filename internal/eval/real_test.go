package eval

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/snapshot"
	"github.com/enduse/enduse/internal/testkit"
)

// day is when the lists of the evaluation were the newest.
var day = time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC)

// allLists are the lists that the evaluation sets are made for.
var allLists = [][]string{
	{"ofac", "2026-08"},
	{"ofac", "consolidated_nonSDN_2025-03-28.xml"},
	{"us_csl_ccl", "csl_official_format_2023-11-30_partial.csv"},
	{"us_csl_ccl", "bis_dpl_2019.txt"},
	{"un", "UN_consolidated_2026-08-02.xml"},
	{"canada", "sema-lmes_2025.xml"},
	{"australia", "dfat_regulation8_consolidated_2026-08.xlsx"},
	{"opensanctions", "ua_war_sanctions_targets.simple_2026-03-13.csv"},
	{"jp_cn_lists", "jp.json"},
}

// goldenSuites are the suites of the golden file: which rows are asked, and of
// what.
var goldenSuites = []struct {
	name          string
	file          func(t *testing.T) string
	first, sample int
	bare          bool // of OFAC's list without its aliases
}{
	{"E1", evalFile("name_pairs_dev.csv"), 0, 1, false},
	{"E2", evalFile("un_treated_dev.csv"), 0, 1, false},
	{"E3", evalFile("un_one_edit_dev.csv"), 0, 1, false},
	{"E4", func(t *testing.T) string {
		t.Helper()
		return testkit.Data(t, "name_eval", "yente_benchmark", "negatives_us.csv")
	}, 0, 20, false},
	{"E5", evalFile("company_variants_dev.csv"), 0, 1, false},
	{"E6", evalFile("ofac_alias_withheld_dev.csv"), 1500, 1, true},
	{"E7-ar", evalFile("cross_script_arabic_dev.csv"), 0, 1, false},
	{"E7-he", evalFile("cross_script_hebrew_dev.csv"), 0, 1, false},
	{"E7-ko", evalFile("cross_script_korean_dev.csv"), 0, 1, false},
	{"E7-ru", evalFile("cross_script_russian_dev.csv"), 0, 1, false},
	{"E7-zh", evalFile("cross_script_chinese_dev.csv"), 0, 1, false},
}

func evalFile(name string) func(t *testing.T) string {
	return func(t *testing.T) string {
		t.Helper()
		return testkit.EvalData(t, name)
	}
}

// TestGolden asks the rows of the evaluation sets and holds each outcome
// against the golden file. A row that got worse fails the test; gains are told.
// To take the outcomes as they are: go test ./internal/eval -run TestGolden -update -v
func TestGolden(t *testing.T) {
	testkit.EvalData(t)
	testkit.Data(t)
	all := runnerOfAll(t)
	bare := realRunner(t, t.TempDir(), true, []string{"ofac", "2026-08", "sdn.csv"})
	for _, g := range goldenSuites {
		t.Run(g.name, func(t *testing.T) {
			r := all
			if g.bare {
				r = bare
			}
			r.First, r.Sample = g.first, g.sample
			path := g.file(t)
			s, err := r.Run(t.Context(), readFile(t, path))
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range s.Skipped {
				t.Errorf("%d rows: %s, such as %s", l.Rows, l.Why, l.Example)
			}
			for _, m := range s.Measures {
				t.Logf("%s: %s %.4f", g.name, m.Name, m.Value)
			}
			holdGolden(t, g.name, s.outcomes)
		})
	}
}

// holdGolden compares outcomes with testdata/NAME.golden, by name.
func holdGolden(t *testing.T, name string, rows []RowOutcome) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	text, err := os.ReadFile(path)
	if err != nil && !testkit.Update() {
		t.Fatalf("%v; write it with: go test ./internal/eval -run TestGolden -update", err)
	}
	kept, err := readGolden(path, text)
	if err != nil && !testkit.Update() {
		t.Fatal(err)
	}
	gains, losses, added, gone := changesOf(name, kept, rows)
	for _, c := range gains {
		t.Log("gain: ", c)
	}
	for _, c := range losses {
		t.Log("loss: ", c)
	}
	t.Logf("%s: %d gains, %d losses, %d new rows, %d rows gone", name, len(gains), len(losses), len(added), gone)
	if testkit.Update() {
		var b bytes.Buffer
		if err := writeGolden(&b, name, rows); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, name+".golden", b.Bytes())
		return
	}
	if len(losses) > 0 {
		t.Errorf("%d rows got worse; if that is meant: go test ./internal/eval -run TestGolden -update", len(losses))
	}
	if len(added)+gone > 0 {
		t.Errorf("%d rows are not in the golden file and %d of it were not asked: it is of other data; -update writes it anew", len(added), gone)
	}
}

func readFile(t *testing.T, path string) *Cases {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := Read(filepath.Base(path), f)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// all is the runner of allLists, which several tests share: an import takes seconds.
var all struct {
	once   sync.Once
	runner *Runner
}

// runnerOfAll returns a runner of all lists. The caller may change its fields.
func runnerOfAll(t *testing.T) *Runner {
	t.Helper()
	testkit.Data(t)
	if testing.Short() {
		t.Skip("the real lists take seconds to import")
	}
	all.once.Do(func() {
		dir, err := os.MkdirTemp("", "eval") //nolint:usetesting // the folder outlives the first test
		if err != nil {
			t.Fatal(err)
		}
		removeAtEnd = dir
		all.runner = realRunner(t, dir, false, allLists...)
	})
	if all.runner == nil {
		t.Fatal("the lists were not imported: see the first test that failed")
	}
	r := *all.runner
	return &r
}

// removeAtEnd is the folder of the shared lists.
var removeAtEnd string

func TestMain(m *testing.M) {
	code := m.Run()
	if removeAtEnd != "" {
		_ = os.RemoveAll(removeAtEnd)
	}
	os.Exit(code)
}

// realRunner imports real lists and measures the path that screening takes.
func realRunner(t *testing.T, dir string, partial bool, lists ...[]string) *Runner {
	t.Helper()
	clock := func() time.Time { return day }
	p := policy.Default()
	store := edition.Open(dir, clock, p.MaxAge)
	var files []string
	for _, path := range lists {
		files = append(files, testkit.Data(t, path...))
	}
	if _, err := store.Import(t.Context(), files, edition.ImportOptions{Partial: partial}); err != nil {
		t.Fatal(err)
	}
	loaded, err := snapshot.New(store).Snapshot(t.Context(), enduse.DateOf(day))
	if err != nil {
		t.Fatal(err)
	}
	entities := slices.Collect(loaded.Index.All())
	matcher := func(x match.Index) Matcher {
		return &match.Matcher{Index: x, Weights: p.Weights, NameBirthPlace: p.Identity.Person}
	}
	return &Runner{
		Matcher: matcher(loaded.Index), Entities: entities, Threshold: p.Threshold, AsOf: enduse.DateOf(day), Clock: time.Now,
		Index: func(entities []*enduse.Entity) Matcher { return matcher(index.Build(entities)) },
	}
}
