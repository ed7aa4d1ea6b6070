package eval

import "slices"

// minThreshold is the lowest threshold of the curves.
const minThreshold = 0.6

// thresholds are those of the curves: from 0.6 to 1 in steps of 0.025, and the
// one in force.
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

// CurvePoint is a threshold with its benefit and its cost: the share of queries
// for a listed party that match, and the share of negatives that do.
type CurvePoint struct {
	Threshold float64     `json:"threshold"`
	Recall    []SuiteRate `json:"recall"` // by file of queries
	Alerts    Rate        `json:"alerts"` // of negatives, by name
	WithFacts *Rate       `json:"alerts_with_facts,omitempty"`
}

// SuiteRate is the rate of one file.
type SuiteRate struct {
	File string `json:"file"`
	Rate Rate   `json:"rate"`
}

// Curve sets recall on the query suites against alerts for negatives, over the
// thresholds. It is empty without suites of both kinds.
func Curve(suites []*Suite) []CurvePoint {
	out := []CurvePoint{}
	var asked, negatives []*Suite
	for _, s := range suites {
		switch s.Kind {
		case Queries:
			asked = append(asked, s)
		case Negatives:
			negatives = append(negatives, s)
		case Pairs, Cross, AliasRecall, Native, Self:
		}
	}
	if len(asked) == 0 || len(negatives) == 0 {
		return out
	}
	for i, at := range negatives[0].Points {
		p := CurvePoint{Threshold: at.Threshold, Alerts: pooled(negatives, i, alertsByName)}
		if facts := pooled(negatives, i, alertsWithFacts); facts.Of > 0 {
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
