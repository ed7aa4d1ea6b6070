package enduse_test

import (
	"testing"
	"time"

	"github.com/enduse/enduse"
)

func TestEditionState(t *testing.T) {
	now := time.Date(2026, 8, 2, 12, 0, 0, 0, time.UTC)
	hourAgo, weekAgo := now.Add(-time.Hour), now.AddDate(0, 0, -7)
	tests := []struct {
		name    string
		edition enduse.Edition
		want    enduse.EditionState
	}{
		{"confirmed", enduse.Edition{Verified: &hourAgo}, enduse.StateFresh},
		{"never confirmed", enduse.Edition{}, enduse.StateStale},
		{"confirmed long ago", enduse.Edition{Verified: &weekAgo}, enduse.StateStale},
		{"companion missing", enduse.Edition{Verified: &hourAgo, Partial: []string{"alt.csv"}}, enduse.StatePartial},
		{"starter", enduse.Edition{Verified: &hourAgo, Starter: true}, enduse.StateStarter},
		{"at the tolerance", enduse.Edition{Verified: &hourAgo, Counts: enduse.Counts{Entities: 999, Records: 1000, Faults: 1}}, enduse.StateFresh},
		{"above the tolerance", enduse.Edition{Verified: &hourAgo, Counts: enduse.Counts{Entities: 998, Records: 999, Faults: 1}}, enduse.StateFailed},
		{"a faulty starter", enduse.Edition{Starter: true, Counts: enduse.Counts{Entities: 9, Records: 10, Faults: 1}}, enduse.StateFailed},
	}
	for _, tt := range tests {
		if tt.edition.Counts == (enduse.Counts{}) {
			tt.edition.Counts = enduse.Counts{Entities: 5000, Records: 5000}
		}
		got := tt.edition.State(now, 72*time.Hour)
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if got.Usable() != (tt.want != enduse.StateFailed) {
			t.Errorf("%s: usable %v", tt.name, got.Usable())
		}
	}
	empty := enduse.Edition{Verified: &hourAgo}
	if got := empty.State(now, time.Hour); got != enduse.StateFailed {
		t.Errorf("an edition of nothing is %s", got)
	}
}

func TestEditionAge(t *testing.T) {
	now := time.Date(2026, 8, 2, 12, 0, 0, 0, time.UTC)
	then := now.Add(-90 * time.Minute)
	if age, ok := (&enduse.Edition{Verified: &then}).Age(now); !ok || age != 90*time.Minute {
		t.Errorf("%v, %v", age, ok)
	}
	if _, ok := (&enduse.Edition{}).Age(now); ok {
		t.Error("an edition that nobody confirmed has an age")
	}
}

// TestEntriesAreOld: half a year without a new entry, counted from the last day that a
// date may mean; it changes no state.
func TestEntriesAreOld(t *testing.T) {
	now := time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]bool{"2019-07": true, "2025": true, "2026": false, "2026-05-30": true, "2026-06-01": false} {
		d, err := enduse.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		e := enduse.Edition{Newest: &d, Verified: &now, Counts: enduse.Counts{Records: 1, Entities: 1}}
		if e.EntriesAreOld(now) != want || e.State(now, time.Hour) != enduse.StateFresh {
			t.Errorf("%s: old %v, want %v; %s", text, e.EntriesAreOld(now), want, e.State(now, time.Hour))
		}
	}
	if e := (enduse.Edition{}); e.EntriesAreOld(now) {
		t.Error("entries without a day are old")
	}
}
