package screen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// findings turns the matches of a party into findings, one for each measure,
// the most restrictive first.
func (s *Screener) findings(r enduse.PartyResult, asOf enduse.Date) []enduse.Finding {
	var out []enduse.Finding
	for _, m := range enduse.Measures {
		var grounds []ground
		for _, h := range r.Hits {
			if !h.Match {
				continue
			}
			for _, e := range h.All() {
				for _, d := range designations(e, asOf) {
					if slices.Contains(d.Measures, m) {
						grounds = append(grounds, ground{h, d})
					}
				}
			}
		}
		if len(grounds) > 0 {
			out = s.with(out, m, s.finding(r.Party, m, grounds))
		}
	}
	return out
}

// with adds the finding of a measure: as a part of the finding of the measure that the
// policy names, if that is of the same entities, else by itself.
func (s *Screener) with(out []enduse.Finding, m enduse.Measure, f enduse.Finding) []enduse.Finding {
	rule := s.policy.Measures[m]
	for i := range out {
		whole := &out[i]
		if rule.PartOf != "" && whole.ID == "party."+string(rule.PartOf) && containsAll(whole.Evidence.Hits.Entities, f.Evidence.Hits.Entities) {
			whole.Message += "; " + rule.Message
			whole.Citation = join(whole.Citation, f.Citation)
			if f.Severity.Outranks(whole.Severity) {
				whole.Severity = f.Severity
			}
			whole.Parts = append(whole.Parts, f)
			return out
		}
	}
	return append(out, f)
}

func containsAll(all, some []enduse.EntityID) bool {
	return !slices.ContainsFunc(some, func(id enduse.EntityID) bool { return !slices.Contains(all, id) })
}

// ground is what a finding rests on: a hit, and the designation that has the
// measure.
type ground struct {
	enduse.Hit
	designation enduse.Designation
}

// designations are those of an entity that hold on a day. One that does not
// say what it forbids calls for a look all the same.
func designations(e *enduse.Entity, asOf enduse.Date) (out []enduse.Designation) {
	all := e.Designations
	if len(all) == 0 {
		all = []enduse.Designation{{List: e.List}}
	}
	for _, d := range all {
		if !d.InForce(asOf) {
			continue
		}
		if len(d.Measures) == 0 {
			d.Measures = []enduse.Measure{enduse.MeasureRedFlag}
		}
		out = append(out, d)
	}
	return out
}

// finding states what follows from a measure for a party. The identity is
// fixed if that of one hit is.
func (s *Screener) finding(p enduse.Party, m enduse.Measure, grounds []ground) enduse.Finding {
	rule := s.policy.Measures[m]
	best, severity, how := grounds[0], rule.Likely, "may be"
	for _, g := range grounds {
		if g.Identity {
			best, severity, how = g, rule.Fixed, "is, by "+g.IdentityBy+","
			break
		}
	}
	var entities []enduse.EntityID
	var citations []string
	for _, g := range grounds {
		for _, e := range g.All() {
			entities = appendNew(entities, e.ID)
		}
		citations = appendNew(citations, rule.Citation(g.designation))
	}
	return enduse.Finding{
		ID: "party." + string(m), Severity: severity, Subject: subject(p),
		Message:  fmt.Sprintf("%s %s %s (%s): %s", subject(p), how, best.Entity.Caption(), best.Entity.ID, rule.Message),
		Citation: strings.Join(citations[:min(len(citations), maxCitations)], "; "),
		Evidence: enduse.Grounds{Hits: &enduse.HitGrounds{Entities: entities, Score: &best.Score.Value, Identity: &best.IdentityBy}},
	}
}

// namesakes are leads: listed parties of exactly the party's name that its other
// facts speak against. Facts are mistyped, and the listed name as written is never
// passed over in silence.
func (s *Screener) namesakes(f searched, asOf enduse.Date) (out []enduse.Finding) {
	at := slices.IndexFunc(f.namesakes, func(h enduse.Hit) bool { return inForce(&h, asOf) })
	if at < 0 {
		return nil
	}
	best := &f.namesakes[at]
	entities, citation := s.inForce(entitiesOf(f.namesakes), asOf)
	return []enduse.Finding{{
		ID: "party.namesake", Severity: enduse.Lead, Subject: subject(f.Party), Citation: citation,
		Message:  fmt.Sprintf("%s has the name of %s (%s); other facts speak against it", subject(f.Party), best.Entity.Caption(), best.Entity.ID),
		Evidence: enduse.Grounds{Hits: &enduse.HitGrounds{Entities: idsOf(entities), Score: &best.Score.Value, Against: against(best.Evidence)}},
	}}
}

func entitiesOf(hits []enduse.Hit) (all []*enduse.Entity) {
	for i := range hits {
		all = append(all, hits[i].All()...)
	}
	return all
}

// named is a lead: the party's field, or a text, holds a listed name among other
// words, which is too common to be taken for the listed party's.
func (s *Screener) named(f searched, asOf enduse.Date) []enduse.Finding {
	entities, citation := s.inForce(f.leads, asOf)
	if len(entities) == 0 {
		return nil
	}
	return []enduse.Finding{{
		ID: "party.named", Severity: enduse.Lead, Subject: subject(f.Party), Citation: citation,
		Message:  fmt.Sprintf("%s: the name of %s (%s) is among the words; it is a common one", subject(f.Party), entities[0].Caption(), entities[0].ID),
		Evidence: enduse.Grounds{Hits: &enduse.HitGrounds{Entities: idsOf(entities)}},
	}}
}

// inForce keeps the entities that are designated on a day, and cites the measures.
func (s *Screener) inForce(all []*enduse.Entity, asOf enduse.Date) (out []*enduse.Entity, citation string) {
	var citations []string
	for _, e := range all {
		in := designations(e, asOf)
		if len(in) == 0 {
			continue
		}
		out = append(out, e)
		for _, d := range in {
			for _, m := range d.Measures {
				citations = appendNew(citations, s.policy.Measures[m].Citation(d))
			}
		}
	}
	return out, strings.Join(citations[:min(len(citations), maxCitations)], "; ")
}

func idsOf(entities []*enduse.Entity) (out []enduse.EntityID) {
	for _, e := range entities {
		out = appendNew(out, e.ID)
	}
	return out
}

// against says which facts speak against a hit.
func against(evidence []enduse.Evidence) []string {
	out := []string{}
	for _, e := range evidence {
		if e.Contribution < 0 {
			out = append(out, strings.ReplaceAll(string(e.Kind), "_", " ")+": "+e.Query+" / "+e.Listed)
		}
	}
	return out
}

// maxCitations is how many citations a finding names; the designations of its
// entities have them all.
const maxCitations = 4

func appendNew[T comparable](to []T, v T) []T {
	if slices.Contains(to, v) {
		return to
	}
	return append(to, v)
}

func subject(p enduse.Party) string {
	what := p.Name
	if what == "" && len(p.Identifiers) > 0 {
		what = p.Identifiers[0].Value
	}
	if what == "" && len(p.Addresses) > 0 {
		what = p.Addresses[0].String()
	}
	return strings.ReplaceAll(string(p.Role), "_", " ") + " " + what
}
