package enduse_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
)

func date(t *testing.T, s string) *enduse.Date {
	t.Helper()
	if s == "" {
		return nil
	}
	d, err := enduse.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

func TestDesignationInForce(t *testing.T) {
	tests := []struct {
		since, until, day string
		want              bool
	}{
		{"", "", "2024-05-01", true},
		{"2024-05-01", "", "2024-04-30", false},
		{"2024-05-01", "", "2024-05-01", true},
		{"", "2024-05-01", "2024-05-01", true}, // the last day is in force
		{"", "2024-05-01", "2024-05-02", false},
		{"2024", "", "2023-12-31", false},
		{"2024", "", "2024-01-01", true}, // it may have been that day
		{"2024-05-01", "2024-06-01", "2024", true},
		{"2024-05-01", "2024-06-01", "2025", false},
	}
	for _, tt := range tests {
		d := enduse.Designation{Since: date(t, tt.since), Until: date(t, tt.until)}
		if got := d.InForce(*date(t, tt.day)); got != tt.want {
			t.Errorf("%q to %q on %s: %v", tt.since, tt.until, tt.day, got)
		}
		if !d.InForce(enduse.Date{}) {
			t.Errorf("%q to %q on no day is not in force", tt.since, tt.until)
		}
	}
}

func TestEntityInForce(t *testing.T) {
	day := *date(t, "2024-05-01")
	old := enduse.Designation{Until: date(t, "2020")}
	now := enduse.Designation{Since: date(t, "2022")}
	tests := []struct {
		designations []enduse.Designation
		want         bool
	}{
		{nil, true},
		{[]enduse.Designation{old}, false},
		{[]enduse.Designation{old, now}, true},
	}
	for i, tt := range tests {
		e := enduse.Entity{Designations: tt.designations}
		if got := e.InForce(day); got != tt.want {
			t.Errorf("%d: %v", i, got)
		}
	}
}

// TestInForceErrsTowardsListed: a designation that holds for one day that a
// date may mean holds for the date.
func TestInForceErrsTowardsListed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		since, day := anyDate(t), point(t)
		d := enduse.Designation{Since: &since}
		if !d.InForce(day) && !day.Last().Before(since.First()) {
			t.Fatalf("since %s, on %s: not in force", since, day)
		}
	})
}
