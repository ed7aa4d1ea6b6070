package edition

import (
	"testing"
	"time"

	"github.com/enduse/enduse"
)

// TestNewest: the newest designation up to the import, else the file's name, else what
// was stated.
func TestNewest(t *testing.T) {
	published := enduse.Day(2024, 5, 1)
	for _, c := range []struct {
		name  string
		since []string
		file  string
		want  string
	}{
		{"designations", []string{"2018-03-01", "2019-07-02", "2017"}, "list_2026.csv", "2019-07-02"},
		{"one to come", []string{"2019-07-02", "2027-01-01"}, "list.csv", "2019-07-02"},
		{"a year counts to its end", []string{"2019", "2019-07-02"}, "list.csv", "2019"},
		{"a day in the name", nil, "bis_dpl-2019-07-31.txt", "2019-07-31"},
		{"a month in the name", nil, "dpl_201907.txt", "2019-07"},
		{"a year in the name", nil, "sema_2025.xml", "2025"},
		{"a number that is no year", nil, "list_120190731.xml", "2024-05-01"},
		{"no day", nil, "list.xml", "2024-05-01"},
	} {
		n := newest{until: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)}
		for _, text := range c.since {
			d, err := enduse.ParseDate(text)
			if err != nil {
				t.Fatal(err)
			}
			n.see(&enduse.Entity{Designations: []enduse.Designation{{Since: &d}}})
		}
		got := n.of(&enduse.Edition{Published: &published, Files: []enduse.EditionFile{{Name: c.file}}})
		if got == nil || got.String() != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}
