package main

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/testkit"
)

// listed is a person on a list, born on a day.
func listed(source, id string, born enduse.Date, names ...string) *enduse.Entity {
	e := &enduse.Entity{ID: enduse.EntityID(source + ":" + id), Source: enduse.SourceID(source), Schema: enduse.SchemaPerson}
	if !born.IsZero() {
		e.BirthDates = []enduse.Date{born}
	}
	for _, n := range names {
		e.Names = append(e.Names, enduse.Name{Text: n, Kind: enduse.NameAlias})
	}
	return e
}

// TestPairsOf: who is paired with whom, and as what.
func TestPairsOf(t *testing.T) {
	day, other := enduse.Day(1960, 5, 1), enduse.Day(1990, 7, 3)
	x := group(index.Build([]*enduse.Entity{
		listed("a", "1", day, "Examplov Quibbler", "Eksamplov Quibbler"),
		listed("a", "2", enduse.Date{}, "Examplov Quibblen"),
		listed("b", "1", day, "Exsamplov Quibbler"),
		listed("b", "2", other, "Examplova Quibbler"),
		listed("b", "3", other, "Examplov Quibbler"), // the same name, another date: publishers err
		listed("b", "4", enduse.Date{}, "Examplov Kwibbler"),
	}))
	got := map[string]int{}
	for _, p := range pairsOf(x, policy.Default().Weights.Alignment) {
		got[p.kind]++
		if p.same != (p.kind == twoNames || p.kind == twoLists) {
			t.Errorf("%s / %s: %s, and same is %v", p.a.Text, p.b.Text, p.kind, p.same)
		}
		if p.kind == twoLists && p.a.Text+p.b.Text != "Examplov QuibblerExsamplov Quibbler" && p.a.Text != "Eksamplov Quibbler" {
			t.Errorf("%s / %s are one person on two lists", p.a.Text, p.b.Text)
		}
	}
	if got[twoNames] != 1 || got[twoLists] != 1 || got[oneList] == 0 || got[otherDate] == 0 {
		t.Errorf("pairs: %v", got)
	}
}

// TestApart: about a fifth is kept apart, and records that share a name stand on
// one side.
func TestApart(t *testing.T) {
	var all []*enduse.Entity
	for i := range 1000 {
		id := string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676))
		all = append(all, listed("a", id, enduse.Date{}, "Examplov "+id), listed("b", id, enduse.Date{}, id+" Examplov"))
	}
	x := group(index.Build(all))
	apart := 0
	for i := range x.Len() {
		if x.apart(i) {
			apart++
		}
		if x.apart(i) != x.apart(x.groups[i]) {
			t.Fatalf("%s stands apart from its group", x.Entity(i).ID)
		}
	}
	if apart < 300 || apart > 500 {
		t.Errorf("%d of 2000 are kept apart", apart)
	}
}

// TestLogistic: the curve that made the labels is found again.
func TestLogistic(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	ps, odds, weight := make(pairs, 20000), make([]float64, 20000), make([]float64, 20000)
	for i := range ps {
		odds[i] = 16*chance.Float64() - 8
		ps[i].same = chance.Float64() < sigmoid(0.5*odds[i]-1)
		weight[i] = 1
	}
	slope, offset := logistic(odds, ps, weight)
	if math.Abs(slope-0.5) > 0.03 || math.Abs(offset+1) > 0.1 {
		t.Errorf("slope %v, offset %v; want 0.5, -1", slope, offset)
	}
}

// TestFitNames: where leaving out a part is all that pairs of one party do, and
// another part all that pairs of two do, the one becomes cheap and the other
// does not.
func TestFitNames(t *testing.T) {
	prior := policy.Default().Weights
	var ps pairs
	add := func(a, b string, same bool) {
		x, y := name.Analyse(a), name.Analyse(b)
		ps = append(ps, pair{a: &x, b: &y, same: same})
	}
	for _, w := range []string{"Quibbler", "Vexington", "Examplovsky", "Zzyzxman"} {
		add(w+" Fictiv Nonesuch", w+" Nonesuch", true)
		add(w+" Fictiv Nonesuch", w+" Nonesuch Otherwiser", false)
	}
	fit := fitNames(ps, prior, namePaths)
	if before, after := lossOf(ps, prior).loss, lossOf(ps, fit).loss; after > before {
		t.Errorf("the loss rises from %v to %v", before, after)
	}
	ratio := func(w compare.Weights) float64 { return w.Alignment.Contradiction / w.Alignment.Omission }
	if ratio(fit) < ratio(prior) {
		t.Errorf("omission %v, contradiction %v", fit.Alignment.Omission, fit.Alignment.Contradiction)
	}
	if held := fitNames(ps, prior, nil); held != prior {
		t.Error("a weight that is held moves")
	}
}

func TestAt(t *testing.T) {
	var w compare.Weights
	for i, path := range policy.Paths() {
		*at(&w, path) = float64(i + 1)
	}
	if w.Name != 1 || w.Address.Conflict != float64(len(policy.Paths())) {
		t.Errorf("%+v", w)
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		count
		want float64
	}{
		{count{same: 89, of: 100, other: 9, to: 100}, math.Log(89.5 / 9.5)},
		{count{of: 100, to: 100}, 0},
		{count{}, 0}, // nothing is known
	} {
		if got := c.ratio(); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%+v: %v, want %v", c.count, got, c.want)
		}
	}
}

// TestRunRefuses says what is missing.
func TestRunRefuses(t *testing.T) {
	for want, args := range map[string][]string{"ENDUSE_TESTDATA is not set": nil, "name the file": {"dir"}} {
		dir, rest := "", []string{}
		if len(args) > 0 {
			dir = args[0]
		}
		if err := run(context.Background(), dir, rest, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

// TestRealLists fits on the real lists and holds the file against the one in
// the repository. It takes minutes.
func TestRealLists(t *testing.T) {
	dir := testkit.Data(t)
	if os.Getenv("ENDUSE_FIT") == "" {
		t.Skip("ENDUSE_FIT is not set: fitting on the real lists takes minutes")
	}
	want, err := os.ReadFile(filepath.Join("..", "..", "policy", "weights.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "weights.yaml")
	if err := os.WriteFile(path, want, 0o600); err != nil {
		t.Fatal(err)
	}
	var figures bytes.Buffer
	if err := run(t.Context(), dir, []string{path}, &figures); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + figures.String())
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the lists give other weights (%v): go generate ./internal/policy\n%s", err, got)
	}
}
