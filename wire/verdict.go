package wire

import (
	"fmt"
	"math"
	"slices"

	"github.com/enduse/enduse"
)

// FromVerdict puts a verdict into the form of the contract. Scores are rounded to
// six decimals: more than any weight has, fewer than the noise of adding them.
func FromVerdict(v *enduse.Verdict) Result {
	out := Result{
		Outcome: v.Outcome, Complete: v.Complete, NotChecked: []string{}, Gaps: list(v.Gaps), Parties: []Party{}, Items: []Item{},
		Route: v.Route, Findings: list(v.Findings), NotEvaluated: list(v.NotEvaluated), Questions: list(v.Questions),
		Notes: v.Notes, Stamp: v.Stamp,
	}
	if v.Stamp.Policy != "" {
		out.Stamp.Editions = list(out.Stamp.Editions)
	}
	for _, g := range v.Gaps {
		out.NotChecked = append(out.NotChecked, g.What+": "+g.Why)
	}
	for i := range v.Parties {
		out.Parties = append(out.Parties, partyOf(&v.Parties[i]))
	}
	for i := range v.Items {
		item := itemOf(&v.Items[i].Item, v.Findings)
		if v.Items[i].Codes != nil {
			item.Codes = v.Items[i].Codes
		}
		out.Items = append(out.Items, item)
	}
	return out
}

func partyOf(p *enduse.PartyResult) Party {
	out := Party{Role: p.Party.Role, Name: p.Party.Name, Hits: []Hit{}, HitsTotal: p.Total}
	if !nameOnly(&p.Party) {
		asked := p.Party
		out.Asked = &asked
	}
	for i := range p.Hits {
		out.Hits = append(out.Hits, HitOf(&p.Hits[i]))
	}
	return out
}

// nameOnly reports whether a party has nothing but a role and a name.
func nameOnly(p *enduse.Party) bool {
	return len(p.OtherNames) == 0 && p.Schema == "" && p.BirthDate.IsZero() && p.BirthPlace == "" && len(p.Countries) == 0 &&
		len(p.Nationalities) == 0 && p.Gender == "" && len(p.Addresses) == 0 && len(p.Identifiers) == 0 && p.Founded.IsZero() &&
		p.Business == "" && p.Email == "" && p.Phone == "" && p.Website == "" && p.Management == ""
}

func itemOf(i *enduse.Item, findings []enduse.Finding) Item {
	out := Item{Line: i.Line, Description: i.Description, Codes: []string{}, Findings: []string{}}
	for _, c := range []string{i.HS, i.ECCN} {
		if c != "" {
			out.Codes = append(out.Codes, c)
		}
	}
	for _, f := range findings {
		if f.Subject != i.Subject() {
			continue
		}
		out.Findings = append(out.Findings, f.ID)
		for _, part := range f.Parts {
			if part.Subject == f.Subject {
				out.Findings = append(out.Findings, part.ID)
			}
		}
	}
	return out
}

// HitOf puts a hit into the form of the contract. What the list says of the party is
// that of all entities of the subject, the one that decides first.
func HitOf(h *enduse.Hit) Hit {
	e := h.Entity
	out := Hit{
		Entity: e.ID, List: e.List, Source: e.Source, Schema: e.Schema, Caption: e.Caption(),
		Matched: h.Matched.Text, MatchedKind: h.Matched.Kind,
		Score: round(h.Score.Value), LogOdds: round(h.Score.LogOdds), Probability: round(h.Score.Probability),
		Likelihood: enduse.LikelihoodOf(h.Score.Probability, h.Identity),
		OFACScore:  h.OFACScore, Match: h.Match, Identity: h.IdentityBy, NotInForce: h.NotInForce,
		Evidence: list(h.Evidence),
		Listed: Listed{
			BirthDates: []enduse.Date{}, Countries: []enduse.Country{}, Addresses: []string{}, Identifiers: []enduse.Identifier{},
			Remarks: e.Remarks, Record: e.Record, Gender: e.Gender,
		},
	}
	members := membersOf(h)
	for _, m := range members {
		out.Members = append(out.Members, m.ID)
		out.Listed.add(m)
	}
	subject := enduse.Entity{List: e.List, Designations: out.Listed.Designations}
	out.Programs, out.Measures, out.Lists = list(subject.Programs()), list(subject.Measures()), subject.Lists()
	for _, m := range members { // some state no designation
		out.Lists = union(out.Lists, []enduse.ListID{m.List})
	}
	return out
}

// membersOf are the entities of a hit's subject, the one that decides first.
func membersOf(h *enduse.Hit) []*enduse.Entity {
	all := []*enduse.Entity{h.Entity}
	for _, m := range h.Members {
		if m.ID != h.Entity.ID {
			all = append(all, m)
		}
	}
	return all
}

// add adds what a list says of one entity.
func (l *Listed) add(e *enduse.Entity) {
	first := len(l.Names) == 0
	l.BirthDates = union(l.BirthDates, e.BirthDates)
	l.Countries = union(l.Countries, slices.Concat(e.Countries, e.Nationalities))
	l.Identifiers = union(l.Identifiers, e.Identifiers)
	l.Positions = union(l.Positions, slices.Concat(e.Titles, e.Positions))
	l.Designations = append(l.Designations, e.Designations...)
	for _, a := range e.Addresses {
		l.Addresses = union(l.Addresses, []string{a.String()})
	}
	for _, p := range e.BirthPlaces {
		l.BirthPlaces = union(l.BirthPlaces, []string{p.String()})
	}
	for _, n := range e.Names {
		if n.Parts = nil; n.Kind == enduse.NamePrimary && !first {
			n.Kind = enduse.NameAlias // the primary one is that of the entity that decides
		}
		l.Names = union(l.Names, []enduse.Name{n})
	}
}

// union appends the values that are not there yet.
func union[T comparable](to, more []T) []T {
	for _, v := range more {
		if !slices.Contains(to, v) {
			to = append(to, v)
		}
	}
	return to
}

// Validate reports an outcome that is not that of the findings, the gaps and the
// fault: such a result was not written by this program, or was changed since.
func (r *Result) Validate() error {
	v := r.Verdict()
	if v.Conclude(); v.Outcome != r.Outcome || v.Complete != r.Complete {
		return fmt.Errorf("its outcome is %q and complete is %t, but its findings and gaps make it %q and %t", r.Outcome, r.Complete, v.Outcome, v.Complete)
	}
	return nil
}

// Verdict reads the verdict back. Of a listed entity it has what the contract says
// of it. A result with an Error has no findings and one gap, which is that fault, so
// that it is incomplete.
func (r *Result) Verdict() enduse.Verdict {
	if r.Error != nil {
		gap := enduse.Gap{What: "record", Why: r.Error.Message, Hint: r.Error.Hint}
		return enduse.Verdict{Outcome: enduse.Incomplete, Gaps: []enduse.Gap{gap}, Notes: r.Notes}
	}
	v := enduse.Verdict{
		Outcome: r.Outcome, Complete: r.Complete, Gaps: r.Gaps, Route: r.Route, Findings: r.Findings,
		NotEvaluated: r.NotEvaluated, Questions: r.Questions, Notes: r.Notes, Stamp: r.Stamp,
	}
	for i := range r.Parties {
		p := &r.Parties[i]
		party := enduse.PartyResult{Party: enduse.Party{Role: p.Role, Name: p.Name}, Total: p.HitsTotal}
		if p.Asked != nil {
			party.Party = *p.Asked
		}
		for k := range p.Hits {
			party.Hits = append(party.Hits, p.Hits[k].Hit())
		}
		v.Parties = append(v.Parties, party)
	}
	for _, i := range r.Items {
		v.Items = append(v.Items, enduse.ItemResult{Item: enduse.Item{Line: i.Line, Description: i.Description}, Codes: i.Codes})
	}
	return v
}

// Hit reads a hit back, with an entity that has what the contract says of it.
func (h *Hit) Hit() enduse.Hit {
	e := &enduse.Entity{
		ID: h.Entity, Source: h.Source, List: h.List, Schema: h.Schema, Record: h.Listed.Record, Remarks: h.Listed.Remarks,
		BirthDates: h.Listed.BirthDates, Countries: h.Listed.Countries, Identifiers: h.Listed.Identifiers,
		Names: h.Listed.Names, Gender: h.Listed.Gender, Positions: h.Listed.Positions, Designations: h.Listed.Designations,
	}
	matched := enduse.Name{Text: h.Matched, Kind: h.MatchedKind}
	if len(e.Names) == 0 && h.Caption != "" { // of an earlier release
		e.Names = []enduse.Name{{Text: h.Caption, Kind: enduse.NamePrimary}}
		if h.Matched != "" && h.Matched != h.Caption {
			e.Names = append(e.Names, matched)
		}
		e.Designations = h.designations()
	}
	for _, text := range h.Listed.BirthPlaces {
		e.BirthPlaces = append(e.BirthPlaces, enduse.Place{Text: text})
	}
	for _, text := range h.Listed.Addresses {
		e.Addresses = append(e.Addresses, enduse.Address{Text: text})
	}
	out := enduse.Hit{
		Entity: e, Matched: matched, Score: enduse.Score{LogOdds: h.LogOdds, Value: h.Score, Probability: h.Probability},
		Match: h.Match, Identity: h.Identity != "", IdentityBy: h.Identity, NotInForce: h.NotInForce, Evidence: h.Evidence, OFACScore: h.OFACScore,
	}
	out.Members = h.members(e)
	return out
}

// members are the entities of the subject: e, which has what is said of all of them,
// and the others by their ids, on the lists that nothing of e names.
func (h *Hit) members(e *enduse.Entity) (out []*enduse.Entity) {
	if len(h.Members) < 2 {
		return nil
	}
	lists := slices.DeleteFunc(slices.Clone(h.Lists), func(l enduse.ListID) bool { return slices.Contains(e.Lists(), l) })
	out = append(out, e)
	for _, id := range h.Members[1:] {
		m := &enduse.Entity{ID: id, List: h.List}
		if len(lists) > 0 {
			m.List, lists = lists[0], lists[1:]
		}
		out = append(out, m)
	}
	return out
}

// designations are as many as it takes to name every list, programme and measure
// of the hit, of a release that did not write which belongs to which.
func (h *Hit) designations() (out []enduse.Designation) {
	for i := range max(len(h.Lists), len(h.Programs), min(1, len(h.Measures))) {
		d := enduse.Designation{List: h.List}
		if i < len(h.Lists) {
			d.List = h.Lists[i]
		}
		if i < len(h.Programs) {
			d.Program = h.Programs[i]
		}
		if i == 0 {
			d.Measures = h.Measures
		}
		out = append(out, d)
	}
	return out
}

// list makes an empty list of none, which JSON would write as null.
func list[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}

func round(v float64) float64 { return math.Round(v*1e6) / 1e6 }
