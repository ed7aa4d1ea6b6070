package screen

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/number"
)

// number searches for a text that is one number without a name for it: the user's own
// number of a party may be that of a register. It fixes nobody's identity; a short one
// is a lead, unless it is that of a ship and the record has one. It returns false for
// any other text.
func (s *Screener) number(out *enduse.Checked, found *Found, t enduse.Text, q *enduse.Query) bool {
	numbers, telling := number.Unnamed(t.Text)
	if len(numbers) == 0 {
		return false
	}
	p := enduse.Party{Role: enduse.RoleRelated}
	for _, f := range numbers {
		p.Identifiers = append(p.Identifiers, f.Identifier())
	}
	r := found.matcher.Search(found.matcher.Party(p), s.floor())
	r.Hits = slices.DeleteFunc(r.Hits, func(h enduse.Hit) bool { return alreadyFound(found, h.Entity) })
	for i := range r.Hits {
		r.Hits[i].Identity, r.Hits[i].IdentityBy = false, ""
	}
	f := s.judge(p, match.Result{Hits: r.Hits}, q.AsOf)
	if len(f.Hits) == 0 {
		return true
	}
	out.Notes = append(out.Notes, t.Field+" is a number that listed parties have; the record does not say which register it is from")
	ship := ofShip.MatchString(t.Field) || slices.ContainsFunc(q.Shipment.Parties, func(p enduse.Party) bool { return p.Role == enduse.RoleVessel || p.Schema == enduse.SchemaVessel })
	if telling || ship && numbers[0].Kind == enduse.IDIMO {
		s.add(out, found, f)
		return true
	}
	out.Findings = append(out.Findings, s.numberOf(f, t, q.AsOf)...)
	return true
}

// ofShip finds fields whose name says that they are of a ship.
var ofShip = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:imo|omi|vessel|ship)(?:[^a-z]|s?$)|(?-i:Imo|IMO|Vessel)`)

// numberOf is a lead: a number that is too short to be one party's only.
func (s *Screener) numberOf(f searched, t enduse.Text, asOf enduse.Date) []enduse.Finding {
	entities, citation := s.inForce(entitiesOf(f.Hits), asOf)
	if len(entities) == 0 {
		return nil
	}
	return []enduse.Finding{{
		ID: "party.numbered", Severity: enduse.Lead, Subject: t.Field + " " + t.Text, Citation: citation,
		Message:  fmt.Sprintf("%s %s is a number of %s (%s) too; so short a number may be another's", t.Field, t.Text, entities[0].Caption(), entities[0].ID),
		Evidence: enduse.Grounds{Hits: &enduse.HitGrounds{Entities: idsOf(entities)}},
	}}
}

// alreadyFound reports whether a party matches an entity.
func alreadyFound(found *Found, e *enduse.Entity) bool {
	return slices.ContainsFunc(found.Parties, func(p enduse.PartyResult) bool {
		return slices.ContainsFunc(p.Hits, func(h enduse.Hit) bool { return h.Match && slices.Contains(h.All(), e) })
	})
}
