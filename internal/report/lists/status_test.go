package lists_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/lists"
	"github.com/enduse/enduse/wire"
)

// TestStatusFits: no line is wider than the terminal, whatever is left out for it, and
// numbers are written for people.
func TestStatusFits(t *testing.T) {
	hours := 3.0
	all := []*wire.ListStatus{
		{
			Source: "ofac-sdn", Title: "Specially Designated Nationals and Blocked Persons List", State: enduse.StateFresh, AgeHours: &hours, Entities: 19181, Names: 40000,
			Addresses: 25000, Identifiers: 7, Edition: wire.ListEdition{Digest: "sha256:0123456789abcdef"}, Warnings: []string{strings.Repeat("many words of warning ", 12)},
		},
		{Source: "un-sc", Title: "安全理事会综合名单", State: enduse.StateStale, Entities: 1011, Names: 1, Edition: wire.ListEdition{Digest: "sha256:fedcba9876543210"}},
	}
	for _, width := range []int{60, 80, 100, 140} {
		var b strings.Builder
		out, err := lists.Statuses.New("table", &b)
		if err != nil {
			t.Fatal(err)
		}
		h := lists.Header{Folder: "data", Lacking: []enduse.ListID{"ofac-sdn", "ofac-cons", "bis-el", "eu-fsf", "uk-sl", "un-sc"}, Style: report.Style{Width: width}}
		if err := report.Write(out, h, all...); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(b.String(), "\n")
		for _, l := range lines {
			if report.WidthOf(l) > width {
				t.Errorf("width %d: %d cells: %s", width, report.WidthOf(l), l)
			}
		}
		if !strings.Contains(lines[2], "  19,181") || !strings.Contains(lines[3], "   1,011") {
			t.Errorf("width %d: numbers are not aligned:\n%s", width, b.String())
		}
		if title := strings.Contains(b.String(), "Specially"); title != (width >= 140) {
			t.Errorf("width %d: title shown: %v\n%s", width, title, b.String())
		}
	}
}
