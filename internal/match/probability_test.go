package match

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/policy"
)

func TestProbability(t *testing.T) {
	for _, c := range []struct {
		name    string
		c       Calibration
		logOdds float64
		want    float64
	}{
		{"no evidence: the prior", Calibration{1, 0, 0.1}, 0, 0.1},
		{"an even prior and ln 3: three to one", Calibration{1, 0, 0.5}, math.Log(3), 0.75},
		{"the slope", Calibration{2, 0, 0.5}, math.Log(3) / 2, 0.75},
		{"the offset", Calibration{1, -1, 0.5}, 1, 0.5},
		{"no prior, no probability", Calibration{1, 0, 0}, 100, 0},
		{"no end", Calibration{1, 0, 0.1}, math.Inf(1), 1},
	} {
		if got := c.c.Probability(c.logOdds); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestProbabilityIsMonotone: it never falls where the log odds rise, whatever
// the policy says.
func TestProbabilityIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Calibration{
			Slope: rapid.Float64Range(1e-6, 100).Draw(t, "slope"), Offset: rapid.Float64Range(-1000, 1000).Draw(t, "offset"),
			Prior: rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "prior"),
		}
		a, b := rapid.Float64Range(-60, 60).Draw(t, "a"), rapid.Float64Range(-60, 60).Draw(t, "b")
		low, high := c.Probability(min(a, b)), c.Probability(max(a, b))
		if low > high || low < 0 || high > 1 {
			t.Fatalf("%v at %v, %v at %v", low, min(a, b), high, max(a, b))
		}
	})
}

// TestHitsHaveProbabilities: a higher score has a higher probability.
func TestHitsHaveProbabilities(t *testing.T) {
	m := matcher(entity("a", "Ivan Petrovskiy"), entity("b", "Ivan Petrovsky"))
	m.Calibration = Calibration(policy.Default().Probability)
	hits := m.Hits(enduse.Party{Name: "Ivan Petrovsky"}, 0.7)
	if len(hits) != 2 || !(0 < hits[1].Score.Probability && hits[1].Score.Probability < hits[0].Score.Probability && hits[0].Score.Probability < 1) {
		t.Errorf("hits %+v", hits)
	}
}
