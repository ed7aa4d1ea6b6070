package triage_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// record is a result with what a test says of it.
func record(row int, change func(*wire.Result)) *wire.Result {
	r := &wire.Result{Row: row, Outcome: enduse.Clear, Complete: true, Parties: []wire.Party{{Role: enduse.RoleParty, Name: fmt.Sprintf("Party %d", row)}}}
	if change != nil {
		change(r)
	}
	return r
}

// hit makes a record that may be a listed party.
func hit(probability float64, list enduse.ListID, measure enduse.Measure) func(*wire.Result) {
	return func(r *wire.Result) {
		r.Outcome = enduse.Review
		r.Findings = append(r.Findings, enduse.Finding{ID: "party." + string(measure), Severity: enduse.Review})
		r.Parties[0].Hits = append(r.Parties[0].Hits, wire.Hit{
			Entity: "x:1", Lists: []enduse.ListID{list}, Measures: []enduse.Measure{measure}, Probability: probability, Match: true,
			Likelihood: enduse.LikelihoodOf(probability, false),
		})
	}
}

func finding(severity enduse.Outcome, id string) func(*wire.Result) {
	return func(r *wire.Result) {
		r.Findings = append(r.Findings, enduse.Finding{ID: id, Severity: severity})
		if severity != enduse.Lead {
			r.Outcome = severity
		}
	}
}

var missing = enduse.Gap{What: "list un-sc", Why: "required and not imported"}

func gap(g enduse.Gap) func(*wire.Result) {
	return func(r *wire.Result) {
		r.Gaps, r.Complete = append(r.Gaps, g), false
		if r.Outcome == enduse.Clear {
			r.Outcome = enduse.Incomplete
		}
	}
}

func all(changes ...func(*wire.Result)) func(*wire.Result) {
	return func(r *wire.Result) {
		for _, c := range changes {
			c(r)
		}
	}
}

func runOf(t require, head wire.Run, limits triage.Limits, records ...*wire.Result) *triage.Run {
	run := triage.New(head, limits)
	for _, r := range records {
		if err := run.Add(r); err != nil {
			t.Fatalf("%v", err)
		}
	}
	return run
}

type require interface{ Fatalf(string, ...any) }

func rows(t require, run *triage.Run) (out []int) {
	for r, err := range run.Ranked() {
		if err != nil {
			t.Fatalf("%v", err)
		}
		out = append(out, r.Row)
	}
	return out
}

// TestRank: each record comes before the next one of the table, whatever the order of
// the file.
func TestRank(t *testing.T) {
	fixed := func(r *wire.Result) { r.Parties[0].Hits[0].Identity = "a strong identifier" }
	want := []*wire.Result{
		record(1, all(hit(0.2, "uk-sl", enduse.MeasureAssetFreeze), fixed, finding(enduse.Prohibited, "party.asset_freeze"))),
		record(2, all(hit(0.2, "uk-sl", enduse.MeasureTravelBan), fixed)),
		record(3, hit(0.9, "eu-fsf", enduse.MeasureAssetFreeze)),        // binds
		record(4, hit(0.9, "au-dfat", enduse.MeasureAssetFreeze)),       // may bind
		record(5, hit(0.9, "ofac-sdn", enduse.MeasureAssetFreeze)),      // does not
		record(6, hit(0.5, "eu-fsf", enduse.MeasureAssetFreeze)),        // less likely
		record(7, hit(0.5, "eu-fsf", enduse.MeasureTravelBan)),          // forbids less
		record(8, finding(enduse.Review, "goods.chpl")),                 // no hit
		record(9, hit(0.006, "eu-fsf", enduse.MeasureAssetFreeze)),      // hardly the party
		record(10, gap(enduse.Gap{What: "birth date", Why: "no date"})), // its own gap
		record(11, finding(enduse.Lead, "route.hub")),
		record(12, gap(missing)),
		record(13, nil),
		record(14, func(r *wire.Result) { r.LeftOut = "a total" }),
	}
	head := wire.Run{Gaps: []enduse.Gap{missing}, Regimes: map[string]string{"eu": "yes", "us": "no", "uk": "unknown"}}
	var expected []int
	for _, r := range want {
		expected = append(expected, r.Row)
	}
	for name, order := range map[string]func([]*wire.Result){
		"in order": func([]*wire.Result) {}, "turned round": slices.Reverse[[]*wire.Result],
		"halves": func(r []*wire.Result) { copy(r, append(slices.Clone(r[7:]), r[:7]...)) },
	} {
		records := slices.Clone(want)
		order(records)
		run := runOf(t, head, triage.Limits{}, records...)
		got := rows(t, run)
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestClasses: a record that found something is never folded as a total, a duplicate
// always is, and a gap that half of the records have is that of the run.
func TestClasses(t *testing.T) {
	leftOut := func(r *wire.Result) { r.LeftOut = "a test account" }
	same := func(r *wire.Result) { r.SameAsRow = 1 }
	goods := enduse.Gap{What: "goods", Why: "the list is not there"}
	records := []*wire.Result{
		record(1, all(hit(0.9, "eu-fsf", enduse.MeasureAssetFreeze), leftOut, gap(goods))),
		record(2, all(finding(enduse.Lead, "route.hub"), leftOut, gap(goods))),
		record(3, all(leftOut, gap(goods))),
		record(4, all(hit(0.9, "eu-fsf", enduse.MeasureAssetFreeze), same, gap(goods))),
		record(5, gap(goods)),
		record(6, all(gap(goods), gap(enduse.Gap{What: "route", Why: "no place"}))),
		{Row: 7, Outcome: enduse.Incomplete, Error: &wire.Fault{Message: "no name"}},
		record(8, func(r *wire.Result) { r.Parties[0].Hits = []wire.Hit{{Entity: "x:1"}} }), // shown by a lower --min-score
	}
	run := runOf(t, wire.Run{}, triage.Limits{}, records...)
	want := map[int]triage.Class{1: triage.Decide, 2: triage.Lead, 3: triage.Folded, 4: triage.Folded, 5: triage.Nothing, 6: triage.Incomplete, 7: triage.Incomplete, 8: triage.Lead}
	for r, err := range run.InOrder() {
		if err != nil {
			t.Fatal(err)
		}
		if got := run.Class(r); got != want[r.Row] {
			t.Errorf("row %d is of class %d, want %d", r.Row, got, want[r.Row])
		}
	}
	if diff := cmp.Diff([]enduse.Gap{goods}, run.Head().Gaps); diff != "" {
		t.Errorf("gaps of the run (-want +got):\n%s", diff)
	}
	s := run.Summary()
	if s.Classes != [5]int{1, 2, 2, 1, 2} || s.Same != 1 || s.LeftOut["a test account"] != 1 || s.Faults != 1 || s.NotComplete != 7 || s.Leads["route.hub"] != 1 {
		t.Errorf("%+v", s)
	}
}

// TestNothingIsLost: whatever fits into memory, every result is yielded once by both
// ways, as it was added, with a rank of its own.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "records")
		var records []*wire.Result
		for row := range n {
			change := rapid.SampledFrom([]func(*wire.Result){
				nil, hit(0.9, "eu-fsf", enduse.MeasureAssetFreeze), gap(missing), finding(enduse.Lead, "route.hub"),
				func(r *wire.Result) { r.Own = wire.Cells{{Header: "a", Value: strings.Repeat("x", 300)}} },
			}).Draw(t, "kind")
			records = append(records, record(row+1, change))
		}
		run := runOf(t, wire.Run{}, triage.Limits{Memory: rapid.SampledFrom([]int{1, 500, 5000, 0}).Draw(t, "memory")}, records...)
		defer func() {
			if err := run.Close(); err != nil {
				t.Fatalf("%v", err)
			}
		}()
		at, ranks := 0, map[int]bool{}
		for r, err := range run.InOrder() {
			if err != nil {
				t.Fatalf("%v", err)
			}
			ranks[r.Rank] = true
			r.Rank = 0
			if diff := cmp.Diff(encode(t, records[at]), encode(t, r)); diff != "" {
				t.Fatalf("row %d (-added +read):\n%s", at+1, diff)
			}
			at++
		}
		seen := map[int]bool{}
		for _, row := range rows(t, run) {
			seen[row] = true
		}
		if at != n || len(seen) != n || len(ranks) != n || n > 0 && (!ranks[1] || !ranks[n]) {
			t.Fatalf("%d of %d in order, %d ranked, ranks %v", at, n, len(seen), ranks)
		}
	})
}

func encode(t require, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(b)
}
