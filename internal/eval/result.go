package eval

import (
	"cmp"
	"slices"
	"time"

	"github.com/enduse/enduse"
)

// Result is what was measured, with the stamp of what it was measured on.
type Result struct {
	Stamp     enduse.Stamp `json:"stamp"`
	Threshold float64      `json:"threshold"` // hits that score as much or more are matches
	Suites    []*Suite     `json:"suites"`
	Curve     []CurvePoint `json:"curve"` // recall against alerts; empty without queries or negatives
}

// Suite is the result of one file of cases.
type Suite struct {
	Kind     Kind      `json:"kind"`
	File     string    `json:"file"`
	Rows     int       `json:"rows"` // that were measured
	Skipped  []Skipped `json:"left_out,omitempty"`
	Measures []Measure `json:"measures"`
	Groups   []Group   `json:"groups,omitempty"`     // the same measures for parts of the rows
	Points   []Point   `json:"thresholds,omitempty"` // the measures at other thresholds
	Misses   []Miss    `json:"wrong,omitempty"`      // each row with a wrong answer
	Time     *Time     `json:"time,omitempty"`
	// Reliability compares the probabilities of labelled pairs with their labels.
	Reliability *Reliability `json:"reliability,omitempty"`

	outcomes []RowOutcome
}

// Skipped counts the rows that were not measured for one reason, and shows the first.
type Skipped struct {
	Why     string `json:"why"`
	Rows    int    `json:"rows"`
	Example string `json:"example"`
}

// Measure is a number with its name. Those that are shares of rows have a Rate.
type Measure struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Rate  *Rate   `json:"rate,omitempty"`
}

// Group holds the measures of some of the rows, such as those of a class or script.
type Group struct {
	By       string    `json:"by"`
	Key      string    `json:"key"`
	Rows     int       `json:"rows"`
	Measures []Measure `json:"measures"`
}

// Point holds the measures at one threshold.
type Point struct {
	Threshold float64   `json:"threshold"`
	Measures  []Measure `json:"measures"`
}

// Miss is a row with a wrong answer: a listed party that was not found at the
// threshold, or was not first, or another party that was found.
type Miss struct {
	Kind   string  `json:"kind"` // false_negative, false_positive, outranked
	Line   int     `json:"line,omitempty"`
	Asked  string  `json:"asked"`
	Listed string  `json:"listed"`           // the party that was meant, or that was found
	Entity string  `json:"entity,omitempty"` // its id
	Score  float64 `json:"score"`            // of the listed name; 0 where it was not reached
	Note   string  `json:"note,omitempty"`
}

// The kinds of wrong answers.
const (
	FalseNegative = "false_negative"
	FalsePositive = "false_positive"
	Outranked     = "outranked" // found at the threshold, but somebody else scored higher
)

// Time is what one query takes, on one core, index in memory.
type Time struct {
	Queries int     `json:"queries"`
	Median  float64 `json:"median_ms"`
	P99     float64 `json:"p99_ms"`
}

// timeOf sums up how long queries took.
func timeOf(took []time.Duration) *Time {
	if len(took) == 0 {
		return nil
	}
	sorted := slices.Sorted(slices.Values(took))
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return &Time{Queries: len(sorted), Median: ms(sorted[len(sorted)/2]), P99: ms(sorted[len(sorted)*99/100])}
}

// skip counts a row that is not measured.
func (s *Suite) skip(why, example string) {
	for i := range s.Skipped {
		if s.Skipped[i].Why == why {
			s.Skipped[i].Rows++
			return
		}
	}
	s.Skipped = append(s.Skipped, Skipped{why, 1, example})
}

// measure adds a share of rows.
func (s *Suite) measure(name string, hits, of int) {
	s.Measures = append(s.Measures, share(name, hits, of))
}

// share is a measure that is a rate.
func share(name string, hits, of int) Measure {
	r := Wilson(hits, of)
	return Measure{Name: name, Value: r.Value, Rate: &r}
}

// value returns a measure by name.
func value(measures []Measure, name string) (Measure, bool) {
	at := slices.IndexFunc(measures, func(m Measure) bool { return m.Name == name })
	if at < 0 {
		return Measure{}, false
	}
	return measures[at], true
}

// groupBy makes a group for each key, in the order of the keys. It calls measures
// with the numbers of the rows that have the key.
func groupBy(by string, keys []string, measures func(rows []int) []Measure) (out []Group) {
	rows := map[string][]int{}
	for i, k := range keys {
		if k != "" {
			rows[k] = append(rows[k], i)
		}
	}
	for k, at := range rows {
		out = append(out, Group{by, k, len(at), measures(at)})
	}
	slices.SortFunc(out, func(a, b Group) int { return cmp.Compare(a.Key, b.Key) })
	return out
}
