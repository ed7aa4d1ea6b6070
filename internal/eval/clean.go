package eval

import (
	"context"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/table"
)

// person is somebody on no list.
type person struct {
	row         table.Row
	party       enduse.Party // with birth date and nationality
	facts       bool         // there are any
	byName      enduse.Hit   // the best hit by the name alone, zero for none
	withFacts   enduse.Hit
	took, again time.Duration
}

// clean measures how many people who are on no list would be alerts, by their
// names alone and with birth date and nationality.
func (r *Runner) clean(ctx context.Context, c *Cases, s *Suite) error {
	todo := c.people(s, r.First, r.Sample)
	floor := min(leastThreshold, r.Threshold)
	err := r.each(ctx, c.File, len(todo), func(i int) {
		p := &todo[i]
		var hits []enduse.Hit
		hits, p.took = r.timed(r.Matcher, enduse.Party{Role: enduse.RoleParty, Name: p.party.Name}, floor)
		p.byName = r.alert(hits)
		if p.facts {
			hits, p.again = r.timed(r.Matcher, p.party, floor)
			p.withFacts = r.alert(hits)
		}
	})
	if err != nil {
		return err
	}
	s.Rows = len(todo)
	s.Measures = alerts(todo, r.Threshold)
	for _, t := range thresholds(r.Threshold) {
		s.Points = append(s.Points, Point{t, alerts(todo, t)})
	}
	var took []time.Duration
	for i := range todo {
		took = append(took, todo[i].took)
		s.outcomes = append(s.outcomes, RowOutcome{c.hash(todo[i].row), todo[i].outcome(r.Threshold), todo[i].party.Name})
		if w, ok := todo[i].wrong(r.Threshold); ok {
			s.Wrong = append(s.Wrong, w)
		}
	}
	s.Time = timeOf(took)
	return nil
}

// people reads who is on no list. A fact that cannot be read is left out and
// counted; the name is asked all the same.
func (c *Cases) people(s *Suite, first, every int) (out []person) {
	for _, row := range pick(c.rows, first, every) {
		p := person{row: row, party: enduse.Party{Role: enduse.RoleParty, Name: row.Get(c.need[0])}}
		if p.party.Name == "" {
			s.leave("there is no name", c.fault(row, "%s is empty", c.need[0]))
			continue
		}
		if text := c.optional(row, "date_of_birth"); text != "" {
			d, err := enduse.ParseDate(text)
			if err != nil {
				s.leave("the birth date cannot be read: asked without it", c.fault(row, "%v", err))
			}
			p.party.BirthDate = d
		}
		if text := c.optional(row, "nationality"); text != "" {
			code, ok := country.Parse(text)
			if ok {
				p.party.Nationalities = []enduse.Country{code}
			} else {
				s.leave("the nationality is no country: asked without it", c.fault(row, "%s", text))
			}
		}
		p.facts = !p.party.BirthDate.IsZero() || len(p.party.Nationalities) > 0
		out = append(out, p)
	}
	return out
}

// alert is the best hit of an entity that is in force.
func (r *Runner) alert(hits []enduse.Hit) (best enduse.Hit) {
	for _, h := range hits {
		if h.Score.Value > best.Score.Value && h.Entity.InForce(r.AsOf) {
			best = h
		}
	}
	return best
}

// The measures of clean people.
const (
	alertsByName    = "alerts by name"
	alertsWithFacts = "alerts with birth date and nationality"
)

func alerts(people []person, threshold float64) []Measure {
	byName, withFacts, of := 0, 0, 0
	for i := range people {
		byName += one(matches(people[i].byName, threshold))
		of += one(people[i].facts)
		withFacts += one(people[i].facts && matches(people[i].withFacts, threshold))
	}
	out := []Measure{share(alertsByName, byName, len(people))}
	if of > 0 {
		out = append(out, share(alertsWithFacts, withFacts, of))
	}
	return out
}

func matches(h enduse.Hit, threshold float64) bool {
	return h.Entity != nil && h.Score.Value >= threshold
}

// outcome says by what somebody on no list is an alert.
func (p *person) outcome(threshold float64) Outcome {
	name, facts := matches(p.byName, threshold), matches(p.withFacts, threshold)
	switch {
	case name && facts:
		return "alert"
	case name:
		return "alert-by-name"
	case facts:
		return "alert-with-facts"
	}
	return "clear"
}

func (p *person) wrong(threshold float64) (Wrong, bool) {
	h, note := p.byName, "by name"
	if matches(p.withFacts, threshold) {
		h, note = p.withFacts, "with birth date and nationality"
	}
	if !matches(h, threshold) {
		return Wrong{}, false
	}
	listed := h.Matched.Text
	if listed == "" {
		listed = h.Entity.Caption()
	}
	return Wrong{Kind: FalsePositive, Line: p.row.Line, Asked: p.party.Name, Listed: listed, Entity: string(h.Entity.ID), Score: h.Score.Value, Note: note}, true
}
