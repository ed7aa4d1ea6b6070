package screen_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/screen"
)

var now = time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC)

// lists is a snapshot, or the error in its place.
type lists struct {
	snapshot screen.Snapshot
	err      error
}

func (l *lists) Snapshot(context.Context, enduse.Date) (*screen.Snapshot, error) {
	return &l.snapshot, l.err
}

// whole returns lists in which every required one is fresh.
func whole(entities ...*enduse.Entity) *lists {
	l := &lists{snapshot: screen.Snapshot{Index: index.SetOf(index.Build(entities)), ListStates: map[enduse.ListID]enduse.EditionState{}}}
	for _, id := range policy.Default().RequiredLists {
		l.snapshot.ListStates[id] = enduse.StateFresh
	}
	return l
}

func frozen(id, name string, measures ...enduse.Measure) *enduse.Entity {
	return &enduse.Entity{
		ID: enduse.EntityID(id), Source: "ofac-sdn", List: "ofac-sdn", Schema: enduse.SchemaCompany,
		Names:        []enduse.Name{{Text: name, Kind: enduse.NamePrimary}},
		Designations: []enduse.Designation{{List: "ofac-sdn", Program: "TEST", Measures: measures}},
	}
}

func ask(names ...string) enduse.Query {
	q := enduse.Query{}
	for _, n := range names {
		q.Shipment.Parties = append(q.Shipment.Parties, enduse.Party{Role: enduse.RoleConsignee, Name: n})
	}
	return q
}

func screener(t testing.TB, l screen.Lists, o screen.Options) *screen.Screener {
	t.Helper()
	s, err := screen.New(l, policy.Default(), func() time.Time { return now }, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func verdict(t testing.TB, l screen.Lists, o screen.Options, q enduse.Query) enduse.Verdict {
	t.Helper()
	v, err := screener(t, l, o).Screen(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestOutcomes(t *testing.T) {
	ship := frozen("ofac-sdn:2", "Listed Example Ship", enduse.MeasureAssetFreeze)
	ship.Schema, ship.Identifiers = enduse.SchemaVessel, []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9187629", "")}
	l := whole(frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureAssetFreeze), ship)
	withIMO := ask("Renamed Lady")
	withIMO.Shipment.Parties[0].Identifiers = ship.Identifiers
	withGoods := ask("Nobody At All")
	withGoods.Shipment.Items = []enduse.Item{{Line: 1, HS: "854231"}}
	for _, c := range []struct {
		name     string
		q        enduse.Query
		want     enduse.Outcome
		complete bool
	}{
		{"nobody", ask("Nobody At All"), enduse.Clear, true},
		{"a name alone is at most review", ask("Listed Example Works"), enduse.Review, true},
		{"a strong identifier prohibits", withIMO, enduse.Prohibited, true},
		{"the worst party decides", ask("Nobody At All", "Listed Example Works"), enduse.Review, true},
		{"goods are not checked", withGoods, enduse.Incomplete, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if v := verdict(t, l, screen.Options{}, c.q); v.Outcome != c.want || v.Complete != c.complete {
				t.Errorf("%s, complete %v; gaps %v", v.Outcome, v.Complete, v.Gaps)
			}
		})
	}
}

// TestNeverClear takes away, one at a time, what a clear answer rests on.
func TestNeverClear(t *testing.T) {
	for _, required := range policy.Default().RequiredLists {
		for _, state := range []enduse.EditionState{"", enduse.StateStale, enduse.StatePartial, enduse.StateStarter, enduse.StateFailed} {
			l := whole()
			l.snapshot.ListStates[required] = state
			if state == "" {
				delete(l.snapshot.ListStates, required)
			}
			v := verdict(t, l, screen.Options{}, ask("Nobody At All"))
			if v.Outcome != enduse.Incomplete || len(v.Gaps) != 1 || v.Gaps[0].Hint == "" {
				t.Errorf("%s %q: %s, gaps %v", required, state, v.Outcome, v.Gaps)
			}
		}
	}
	l := whole()
	l.snapshot.Failed = []enduse.Gap{{What: "source own", Why: "damaged"}}
	if v := verdict(t, l, screen.Options{}, ask("Nobody At All")); v.Outcome != enduse.Incomplete {
		t.Errorf("a list that is not required failed: %s", v.Outcome)
	}
}

func TestErrorsGiveNoVerdict(t *testing.T) {
	broken := whole()
	broken.err = errors.New("disk on fire")
	if v, err := screener(t, broken, screen.Options{}).Screen(t.Context(), ask("Nobody")); !errors.Is(err, broken.err) || v.Outcome != "" {
		t.Errorf("broken lists: %q, %v", v.Outcome, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if v, err := screener(t, whole(), screen.Options{}).Screen(ctx, ask("Nobody")); !errors.Is(err, context.Canceled) || v.Outcome != "" {
		t.Errorf("cancelled: %q, %v", v.Outcome, err)
	}
	for _, q := range []enduse.Query{{}, ask(""), {Shipment: enduse.Shipment{Parties: []enduse.Party{{Name: "X", Schema: "fish"}}}}} {
		if v, err := screener(t, whole(), screen.Options{}).Screen(t.Context(), q); err == nil || v.Outcome != "" {
			t.Errorf("%+v: %q, %v", q, v.Outcome, err)
		}
	}
	bad := 7.0
	if _, err := screen.New(whole(), policy.Default(), nil, screen.Options{Options: enduse.Options{Threshold: &bad}}); err == nil {
		t.Error("a threshold of 7 is accepted")
	}
}

// TestNamesOfRulesAreGapsToo: a manager whose name cannot be read is not taken for one
// who is not listed.
func TestNamesOfRulesAreGapsToo(t *testing.T) {
	q := ask("Nobody At All")
	q.Shipment.Parties[0].Management = "???"
	q.Shipment.Items = []enduse.Item{{Description: "pens"}}
	v := verdict(t, whole(), screen.Options{}, q)
	if !slices.ContainsFunc(v.Gaps, func(g enduse.Gap) bool { return strings.Contains(g.What, "???") }) || v.Outcome == enduse.Clear {
		t.Errorf("%s, gaps %v", v.Outcome, v.Gaps)
	}
}

func TestLimitDoesNotHideTheOutcome(t *testing.T) {
	var all []*enduse.Entity
	for i := range 30 {
		all = append(all, frozen(fmt.Sprintf("ofac-sdn:%02d", i), "Listed Example Works", enduse.MeasureRedFlag))
	}
	all[29].Designations[0].Measures = []enduse.Measure{enduse.MeasureAssetFreeze}
	v := verdict(t, whole(all...), screen.Options{Options: enduse.Options{Limit: 3}}, ask("Listed Example Works"))
	if len(v.Parties[0].Hits) != 3 || v.Parties[0].Total != 30 {
		t.Errorf("%d hits of %d", len(v.Parties[0].Hits), v.Parties[0].Total)
	}
	if len(v.Findings) != 2 || v.Findings[0].ID != "party.asset_freeze" {
		t.Errorf("findings: %+v", v.Findings)
	}
}

func TestMinScoreShowsWithoutMatching(t *testing.T) {
	zero := 0.0
	v := verdict(t, whole(frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureAssetFreeze)), screen.Options{Options: enduse.Options{MinScore: &zero}}, ask("Listed Sample Bakery"))
	if len(v.Parties[0].Hits) != 1 || v.Parties[0].Hits[0].Match || v.Outcome != enduse.Clear {
		t.Errorf("%s, hits %+v", v.Outcome, v.Parties[0].Hits)
	}
}

func TestMatchMeansNotClear(t *testing.T) {
	for _, th := range []float64{0, 0.3, 0.7, 0.99, 1} {
		v := verdict(t, whole(frozen("ofac-sdn:1", "Listed Example Works")), screen.Options{Options: enduse.Options{Threshold: &th}}, ask("Listed Example Work"))
		matched := len(v.Parties[0].Hits) > 0 && v.Parties[0].Hits[0].Match
		if matched != (v.Outcome != enduse.Clear) {
			t.Errorf("threshold %v: match %v, %s", th, matched, v.Outcome)
		}
	}
}

func TestListingOutOfForceIsKeptAndMarked(t *testing.T) {
	e := frozen("bis-dpl:1", "Listed Example Works", enduse.MeasureExportLicence)
	until := enduse.Day(2026, 6, 23)
	e.Designations[0].Until = &until
	v := verdict(t, whole(e), screen.Options{}, ask("Listed Example Works"))
	if h := v.Parties[0].Hits; v.Outcome != enduse.Clear || len(h) != 1 || !h[0].NotInForce || h[0].Match {
		t.Errorf("after its end: %s, %+v", v.Outcome, h)
	}
	q := ask("Listed Example Works")
	q.AsOf = enduse.Day(2026, 6, 23)
	if v := verdict(t, whole(e), screen.Options{}, q); v.Outcome != enduse.Review {
		t.Errorf("on its last day: %s", v.Outcome)
	}
}

// TestSameStampSameVerdict asks the same question many times at once.
func TestSameStampSameVerdict(t *testing.T) {
	l := whole(frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureAssetFreeze), frozen("ofac-sdn:2", "Listed Example Work", enduse.MeasureAssetFreeze))
	s := screener(t, l, screen.Options{Engine: "test"})
	want := verdict(t, l, screen.Options{Engine: "test"}, ask("Listed Example Works"))
	results := make(chan enduse.Verdict)
	for range 16 {
		go func() {
			v, err := s.Screen(context.Background(), ask("Listed Example Works"))
			if err != nil {
				v.Outcome = enduse.Outcome(err.Error())
			}
			results <- v
		}()
	}
	for range 16 {
		if diff := cmp.Diff(want, <-results); diff != "" {
			t.Error(diff)
		}
	}
}

func ExampleScreener_Screen() {
	l := whole(frozen("ofac-sdn:36", "AEROCARIBBEAN AIRLINES", enduse.MeasureAssetFreeze))
	s, err := screen.New(l, policy.Default(), func() time.Time { return now }, screen.Options{Engine: "example"})
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := s.Screen(context.Background(), ask("Aerocaribean Airlines"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Outcome, v.Complete, v.Findings[0].ID)
	// Output: review true party.asset_freeze
}

// TestNameWithoutLettersIsAGap: nobody was searched for, so nobody is clear.
func TestNameWithoutLettersIsAGap(t *testing.T) {
	for _, name := range []string{"\U0001F600", "***", "()", "   ", "."} {
		if v := verdict(t, whole(), screen.Options{}, ask(name)); v.Outcome != enduse.Incomplete || len(v.Gaps) != 1 || v.Gaps[0].Hint == "" {
			t.Errorf("%q: %s, gaps %v", name, v.Outcome, v.Gaps)
		}
	}
	if v := verdict(t, whole(), screen.Options{}, ask("上海")); v.Outcome != enduse.Clear {
		t.Errorf("a name in Chinese: %s, gaps %v", v.Outcome, v.Gaps)
	}
}

// TestWhatWasNotReadIsAGap: a record of which a part could not be read is never
// clear.
func TestWhatWasNotReadIsAGap(t *testing.T) {
	q := ask("Nobody")
	if v := verdict(t, whole(), screen.Options{}, q); v.Outcome != enduse.Clear {
		t.Fatalf("%s, gaps %v", v.Outcome, v.Gaps)
	}
	q.Shipment.Unread = []enduse.Gap{{What: "lines 2 to 4", Why: "a quote may be open"}}
	if v := verdict(t, whole(), screen.Options{}, q); v.Outcome != enduse.Incomplete || v.Complete {
		t.Errorf("%s, gaps %v", v.Outcome, v.Gaps)
	}
}
