package refdata_test

import (
	"slices"
	"testing"

	"github.com/enduse/enduse"
)

// TestEarlierEditions: before its first edition here, the list is a gap.
func TestEarlierEditions(t *testing.T) {
	tables := load(t, "")
	for day, want := range map[enduse.Date]bool{beforeDay: true, chplDay: false} {
		got := slices.ContainsFunc(gapsOf(tables, elsewhere, enduse.Profile{}, day), func(g enduse.Gap) bool { return g.What == "goods: Common High Priority List" })
		if got != want {
			t.Errorf("on %s the list is a gap: %v, want %v", day, got, want)
		}
	}
}

// TestQuietReasons: of the Commerce Control List, anti-terrorism reasons alone
// give no finding, and any other does.
func TestQuietReasons(t *testing.T) {
	dir := t.TempDir()
	if _, err := importText(dir, "us-ccl", "eccn,heading,reasonForControl\n3A991,Example,AT\n3A001,Example,\"NS, AT\"\n9A104,Example,\n", nil); err != nil {
		t.Fatal(err)
	}
	tables := load(t, dir)
	for number, want := range map[string]bool{"3A991": false, "3A001": true, "9A104": true} {
		findings, _, _ := check(tables, enduse.Item{ECCN: number}, elsewhere, enduse.Profile{Establishment: "US"}, chplDay)
		if got := slices.ContainsFunc(findings, func(f enduse.Finding) bool { return f.ID == "goods.us-ccl" }); got != want {
			t.Errorf("%s: a finding %v, want %v", number, got, want)
		}
	}
}
