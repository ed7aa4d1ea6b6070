package enduse_test

import (
	"slices"
	"testing"

	"github.com/enduse/enduse"
)

func TestCountryValid(t *testing.T) {
	for _, c := range []enduse.Country{"RU", "AD", "ZW", "SU", "XK", "HK"} {
		if !c.Valid() {
			t.Errorf("%s is not valid", c)
		}
	}
	for _, c := range []enduse.Country{"", "R", "ru", "RUS", "UK", "EU", "ZZ", " A", "D ", "E A"} {
		if c.Valid() {
			t.Errorf("%q is valid", c)
		}
	}
}

func TestCountryCompatible(t *testing.T) {
	tests := []struct {
		a, b enduse.Country
		want bool
	}{
		{"RU", "RU", true},
		{"SU", "RU", true},
		{"KZ", "SU", true},
		{"CS", "CZ", true},
		{"RU", "UA", false}, // both came of the Soviet Union, and are two
		{"YU", "RU", false},
		{"BU", "MM", true},
		{"CD", "CG", false},
	}
	for _, tt := range tests {
		if tt.a.Compatible(tt.b) != tt.want || tt.b.Compatible(tt.a) != tt.want {
			t.Errorf("%s and %s: not %v both ways", tt.a, tt.b, tt.want)
		}
	}
}

// TestSuccessorsAreCountriesOfToday: no chain of former countries.
func TestSuccessorsAreCountriesOfToday(t *testing.T) {
	former := []enduse.Country{"SU", "YU", "CS", "DD", "AN", "ZR", "BU", "TP"}
	for _, c := range former {
		if len(c.Successors()) == 0 {
			t.Errorf("%s has no successor", c)
		}
		for _, s := range c.Successors() {
			if !s.Valid() || slices.Contains(former, s) {
				t.Errorf("%s: successor %s", c, s)
			}
		}
	}
	if got := enduse.Country("RU").Successors(); got != nil {
		t.Errorf("a country of today has successors %v", got)
	}
}
