package lists_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/lists"
	"github.com/enduse/enduse/wire"
)

// TestInterestNamesTheOther: the id of an entity is not shown next to the name of
// the party that it is linked to.
func TestInterestNamesTheOther(t *testing.T) {
	e := &enduse.Entity{
		ID: "ofac-sdn:18158", Source: "ofac-sdn", List: "ofac-sdn", Schema: enduse.SchemaAircraft,
		Names:     []enduse.Name{{Text: "MSN 550", Kind: enduse.NamePrimary}},
		Interests: []enduse.Interest{{Kind: "linked_to", OwnerName: "MAHAN AIR", Asset: "ofac-sdn:18158"}, {Kind: "linked_to", Owner: "ofac-sdn:1", OwnerName: "OTHER", Asset: "ofac-sdn:18158"}},
	}
	var b strings.Builder
	out, err := lists.Entities.New("table", &b)
	if err != nil {
		t.Fatal(err)
	}
	shown := wire.FromEntity(e)
	if err := report.Write(out, report.Style{}, &shown); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); strings.Count(got, "ofac-sdn:18158") != 1 || !strings.Contains(got, "ofac-sdn:1 OTHER") {
		t.Errorf("shown:\n%s", got)
	}
}
