package screen_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/screen"
)

// The second score changes nothing but itself: not the hits, their order, what
// matches or the outcome, whatever it says.
func TestOFACScoreDecidesNothing(t *testing.T) {
	works := frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureAssetFreeze)
	works.Names = append(works.Names, enduse.Name{Text: "Works of Example", Kind: enduse.NameAlias})
	l := whole(works, frozen("ofac-sdn:2", "Listed Example Works Two"), frozen("ofac-sdn:3", "Lysted Exampel Warks"))
	q := ask("Listed Example", "Works of Examples", "Nobody At All")
	q.Shipment.Parties[1].OtherNames = []string{"Listed Example Works"}
	none := 0.0
	for name, o := range map[string]enduse.Options{"": {}, "every candidate": {MinScore: &none}, "one": {MinScore: &none, Limit: 1}} {
		t.Run(name, func(t *testing.T) {
			plain := verdict(t, l, screen.Options{Options: o}, q)
			o.Scorer = screen.ScorerOFAC
			scored := verdict(t, l, screen.Options{Options: o}, q)
			scored.Stamp.Options.Scorer = ""
			n := 0
			for _, p := range scored.Parties {
				for i := range p.Hits {
					if p.Hits[i].OFACScore == nil {
						t.Fatalf("%s has no score", p.Hits[i].Entity.ID)
					}
					p.Hits[i].OFACScore = nil
					n++
				}
			}
			if n == 0 {
				t.Fatal("there are no hits to score")
			}
			if diff := cmp.Diff(plain, scored); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The best of all names counts, on both sides.
func TestOFACScoreOfAHit(t *testing.T) {
	works := frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureAssetFreeze)
	works.Names = append(works.Names, enduse.Name{Text: "Exemplary Alias", Kind: enduse.NameAlias})
	q := ask("Listed Exampel Works")
	at := func() int {
		t.Helper()
		hits := verdict(t, whole(works), screen.Options{Options: enduse.Options{Scorer: screen.ScorerOFAC}}, q).Parties[0].Hits
		if len(hits) != 1 || hits[0].OFACScore == nil {
			t.Fatalf("hits: %+v", hits)
		}
		return *hits[0].OFACScore
	}
	if got := at(); got < 95 || got > 99 {
		t.Errorf("two letters changed about: %d", got)
	}
	q.Shipment.Parties[0].OtherNames = []string{"Exemplary Alias"}
	if got := at(); got != 100 {
		t.Errorf("with an equal alias: %d", got)
	}
}

// A party of which only an identifier is known has no name to score.
func TestOFACScoreWithoutAName(t *testing.T) {
	ship := frozen("ofac-sdn:2", "Listed Example Ship", enduse.MeasureAssetFreeze)
	ship.Schema, ship.Identifiers = enduse.SchemaVessel, []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9187629", "")}
	q := ask("")
	q.Shipment.Parties[0].Identifiers = ship.Identifiers
	hits := verdict(t, whole(ship), screen.Options{Options: enduse.Options{Scorer: screen.ScorerOFAC}}, q).Parties[0].Hits
	if len(hits) != 1 || hits[0].OFACScore != nil {
		t.Errorf("hits: %+v", hits)
	}
}
