package eval

import (
	"context"
	"slices"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/table"
)

// person is somebody on no list.
type person struct {
	row       table.Row
	party     enduse.Party // with birth date and nationality
	hasFacts  bool         // a birth date or a nationality
	byName    enduse.Hit   // the best hit by the name alone, zero for none
	withFacts enduse.Hit
	took      time.Duration // of the search by name
}

// negativeSuite measures how many people who are on no list would be alerts, by
// their names alone and with birth date and nationality.
type negativeSuite struct{ measurement }

func (m negativeSuite) measure(ctx context.Context) error {
	r, c, s := m.Runner, m.cases, m.suite
	todo := m.people()
	floor := min(minThreshold, r.Threshold)
	finder := r.finder(r.Matcher)
	err := r.each(ctx, c.File, len(todo), func(i int) {
		p := &todo[i]
		var hits []enduse.Hit
		hits, p.took = finder.timed(enduse.Party{Role: enduse.RoleParty, Name: p.party.Name}, floor)
		p.byName = bestAlert(hits, r.AsOf)
		if p.hasFacts {
			p.withFacts = bestAlert(r.Matcher.Hits(p.party, floor), r.AsOf)
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
		if miss, ok := todo[i].miss(r.Threshold); ok {
			s.Misses = append(s.Misses, miss)
		}
	}
	s.Time = timeOf(took)
	return nil
}

// people reads the people of the file. A fact that cannot be read is skipped and
// counted; the name is searched all the same.
func (m negativeSuite) people() (out []person) {
	c, s := m.cases, m.suite
	for _, row := range pick(c.rows, m.First, m.Sample) {
		p := person{row: row, party: enduse.Party{Role: enduse.RoleParty, Name: row.Get(c.need[0])}}
		if p.party.Name == "" {
			s.skip("there is no name", c.fault(row, "%s is empty", c.need[0]))
			continue
		}
		if text := c.optional(row, "date_of_birth"); text != "" {
			d, err := enduse.ParseDate(text)
			if err != nil {
				s.skip("the birth date cannot be read: asked without it", c.fault(row, "%v", err))
			}
			p.party.BirthDate = d
		}
		if text := c.optional(row, "nationality"); text != "" {
			code, ok := country.Parse(text)
			if ok {
				p.party.Nationalities = []enduse.Country{code}
			} else {
				s.skip("the nationality is no country: asked without it", c.fault(row, "%s", text))
			}
		}
		p.hasFacts = !p.party.BirthDate.IsZero() || len(p.party.Nationalities) > 0
		out = append(out, p)
	}
	return out
}

// bestAlert is the best hit of an entity that is in force on a day.
func bestAlert(hits []enduse.Hit, day enduse.Date) (best enduse.Hit) {
	for _, h := range hits {
		if h.Score.Value > best.Score.Value && slices.ContainsFunc(h.All(), func(e *enduse.Entity) bool { return e.InForce(day) }) {
			best = h
		}
	}
	return best
}

// The measures of negatives.
const (
	alertsByName    = "alerts by name"
	alertsWithFacts = "alerts with birth date and nationality"
)

func alerts(people []person, threshold float64) []Measure {
	byName, withFacts, of := 0, 0, 0
	for i := range people {
		byName += one(matches(people[i].byName, threshold))
		of += one(people[i].hasFacts)
		withFacts += one(people[i].hasFacts && matches(people[i].withFacts, threshold))
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

// outcome returns which of the two searches make this person an alert.
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

func (p *person) miss(threshold float64) (Miss, bool) {
	h, note := p.byName, "by name"
	if matches(p.withFacts, threshold) {
		h, note = p.withFacts, "with birth date and nationality"
	}
	if !matches(h, threshold) {
		return Miss{}, false
	}
	listed := h.Matched.Text
	if listed == "" {
		listed = h.Entity.Caption()
	}
	return Miss{
		Kind: FalsePositive, Line: p.row.Line, Asked: p.party.Name,
		Listed: listed, Entity: string(h.Entity.ID), Score: h.Score.Value, Note: note,
	}, true
}
