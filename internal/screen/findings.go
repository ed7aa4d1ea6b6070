package screen

import (
	"fmt"
	"slices"

	"github.com/enduse/enduse"
)

// findings turns the matches of a party into findings, one for each measure,
// the most restrictive first.
func (s *Screener) findings(r enduse.PartyResult, asOf enduse.Date) []enduse.Finding {
	var out []enduse.Finding
	for _, m := range enduse.Measures {
		var hits []enduse.Hit
		for _, h := range r.Hits {
			if h.Match && slices.Contains(measuresOf(h.Entity, asOf), m) {
				hits = append(hits, h)
			}
		}
		if len(hits) > 0 {
			out = append(out, s.finding(r.Party, m, hits))
		}
	}
	return out
}

// measuresOf are the measures of the designations that hold on a day. One that
// its list does not state calls for a look all the same.
func measuresOf(e *enduse.Entity, asOf enduse.Date) []enduse.Measure {
	var out []enduse.Measure
	for _, d := range e.Designations {
		if d.InForce(asOf) {
			out = append(out, d.Measures...)
		}
	}
	if len(out) == 0 {
		return []enduse.Measure{enduse.MeasureRedFlag}
	}
	return out
}

// finding states what follows from a measure for a party. The identity is
// fixed if that of one hit is.
func (s *Screener) finding(p enduse.Party, m enduse.Measure, hits []enduse.Hit) enduse.Finding {
	rule := s.policy.Measures[m]
	best, severity, how := hits[0], rule.Likely, "may be"
	for _, h := range hits {
		if h.Identity {
			best, severity, how = h, rule.Fixed, "is, by "+h.IdentityBy+","
			break
		}
	}
	entities := make([]enduse.EntityID, len(hits))
	for i, h := range hits {
		entities[i] = h.Entity.ID
	}
	return enduse.Finding{
		ID: "party." + string(m), Severity: severity, Subject: subject(p),
		Message:  fmt.Sprintf("%s %s %s (%s): %s", subject(p), how, best.Entity.Caption(), best.Entity.ID, rule.Message),
		Citation: rule.Citation,
		Evidence: map[string]any{"entities": entities, "score": best.Score.Value},
	}
}

func subject(p enduse.Party) string {
	what := p.Name
	if what == "" && len(p.Identifiers) > 0 {
		what = p.Identifiers[0].Value
	}
	if what == "" && len(p.Addresses) > 0 {
		what = p.Addresses[0].String()
	}
	return string(p.Role) + " " + what
}
