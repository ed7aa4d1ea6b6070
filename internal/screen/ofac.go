package screen

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
)

// withOFACScores adds OFAC's own score, approximated, to each hit that is shown. It
// comes after everything that decides: neither the hits nor their order, nor what
// matches, nor the outcome rest on it. A hit without a name on either side has none.
func withOFACScores(r enduse.PartyResult) enduse.PartyResult {
	asked := r.Party.OtherNames
	if r.Party.Name != "" {
		asked = append([]string{r.Party.Name}, asked...)
	}
	if len(asked) == 0 {
		return r
	}
	for i := range r.Hits {
		h := &r.Hits[i]
		if listed := namesOf(h.Entity); len(listed) > 0 {
			score := compare.OFACScore(asked, listed)
			h.OFACScore = &score
		}
	}
	return r
}

func namesOf(e *enduse.Entity) []string {
	names := make([]string, len(e.Names))
	for i, n := range e.Names {
		names[i] = n.Text
	}
	return names
}
