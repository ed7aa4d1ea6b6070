package screen

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/number"
)

// number searches a text that is one number, of which nothing says what it is: the
// user's own number of a party may be that of a register. It fixes nobody's identity;
// a short one is a lead, unless it is that of a ship and the record has one. It is
// false for any other text.
func (s *Screener) number(v *enduse.Verdict, t enduse.Text, q *enduse.Query, snapshot *Snapshot) bool {
	found, telling := number.Unnamed(t.Text)
	if len(found) == 0 {
		return false
	}
	p := enduse.Party{Role: enduse.RoleRelated}
	for _, f := range found {
		p.Identifiers = append(p.Identifiers, f.Identifier())
	}
	r := s.matcher(snapshot.Index).Search(p, s.floor())
	r.Hits = slices.DeleteFunc(r.Hits, func(h enduse.Hit) bool { return alreadyFound(v, h.Entity) })
	for i := range r.Hits {
		r.Hits[i].Identity, r.Hits[i].IdentityBy = false, ""
	}
	f := s.judge(p, match.Result{Hits: r.Hits}, q.AsOf)
	if len(f.Hits) == 0 {
		return true
	}
	v.Notes = append(v.Notes, t.Field+" is a number that listed parties have; it is not said of which register it is")
	ship := ofShip.MatchString(t.Field) || slices.ContainsFunc(q.Shipment.Parties, func(p enduse.Party) bool { return p.Role == enduse.RoleVessel || p.Schema == enduse.SchemaVessel })
	if telling || ship && found[0].Kind == enduse.IDIMO {
		s.add(v, f, q.AsOf)
		return true
	}
	v.Findings = append(v.Findings, s.numberOf(f, t, q.AsOf)...)
	return true
}

// ofShip finds fields whose name says that they are of a ship.
var ofShip = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:imo|omi|vessel|ship)(?:[^a-z]|s?$)|(?-i:Imo|IMO|Vessel)`)

// numberOf is a lead: a number that is too short to be one party's only.
func (s *Screener) numberOf(f found, t enduse.Text, asOf enduse.Date) []enduse.Finding {
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

// alreadyFound reports whether a party of the verdict matches an entity.
func alreadyFound(v *enduse.Verdict, e *enduse.Entity) bool {
	return slices.ContainsFunc(v.Parties, func(p enduse.PartyResult) bool {
		return slices.ContainsFunc(p.Hits, func(h enduse.Hit) bool { return h.Match && h.Entity == e })
	})
}
