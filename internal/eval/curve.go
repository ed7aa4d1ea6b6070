package eval

import "slices"

// leastThreshold is the lowest threshold that the curves show.
const leastThreshold = 0.6

// thresholds are those of the curves: from 0.6 to 1 by fortieths, and the one
// in force.
func thresholds(inForce float64) []float64 {
	var out []float64
	for i := 24; i <= 40; i++ {
		out = append(out, float64(i)/40)
	}
	if !slices.Contains(out, inForce) {
		out = append(out, inForce)
	}
	slices.Sort(out)
	return out
}

// CurvePoint is a threshold with what it finds and what it costs: how many of
// the listed parties that were asked about match, and how many of the clean
// ones do.
type CurvePoint struct {
	Threshold float64     `json:"threshold"`
	Recall    []SuiteRate `json:"recall"` // by file of queries
	Alerts    Rate        `json:"alerts"` // clean people, by name
	WithFacts *Rate       `json:"alerts_with_facts,omitempty"`
}

// SuiteRate is the rate of one file.
type SuiteRate struct {
	File string `json:"file"`
	Rate Rate   `json:"rate"`
}

// Curve sets recall on the query suites against alerts for clean people, over
// the thresholds. It is empty without suites of both kinds.
func Curve(suites []*Suite) []CurvePoint {
	out := []CurvePoint{}
	var asked, clean []*Suite
	for _, s := range suites {
		switch s.Kind {
		case Queries:
			asked = append(asked, s)
		case Clean:
			clean = append(clean, s)
		case Pairs, Cross, Withheld, Native, Self:
		}
	}
	if len(asked) == 0 || len(clean) == 0 {
		return out
	}
	for i, at := range clean[0].Points {
		p := CurvePoint{Threshold: at.Threshold, Alerts: pooled(clean, i, alertsByName)}
		if facts := pooled(clean, i, alertsWithFacts); facts.Of > 0 {
			p.WithFacts = &facts
		}
		for _, s := range asked {
			m, _ := value(s.Points[i].Measures, atThreshold)
			p.Recall = append(p.Recall, SuiteRate{s.File, *m.Rate})
		}
		out = append(out, p)
	}
	return out
}

// pooled adds up a rate of several suites at one of the thresholds.
func pooled(suites []*Suite, at int, name string) Rate {
	hits, of := 0, 0
	for _, s := range suites {
		if m, ok := value(s.Points[at].Measures, name); ok {
			hits, of = hits+m.Rate.Hits, of+m.Rate.Of
		}
	}
	return Wilson(hits, of)
}
