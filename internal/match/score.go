package match

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
)

// ScoreOf maps log odds to a score: linear between the log odds of an entirely
// different name, 0, and those of a literally equal one, 1, clamped to both.
func ScoreOf(logOdds float64, w compare.Weights) float64 {
	return min(max(0.5+logOdds/(2*w.Name), 0), 1)
}

// nameLogOdds is the contribution of a similarity of names: weights.name for equal
// names, minus weights.name for entirely different ones.
func nameLogOdds(similarity float64, w compare.Weights) float64 { return w.Name * (2*similarity - 1) }

// similarityFloor is the similarity of names below which no other fact of the party
// could raise a hit to the score.
func similarityFloor(score float64, facts compare.Facts, w compare.Weights) float64 {
	logOdds := (score-0.5)*2*w.Name - w.MaxGain(facts)
	return (logOdds/w.Name + 1) / 2
}

// total sums the contributions.
func total(evidence []enduse.Evidence) (sum float64) {
	for _, e := range evidence {
		sum += e.Contribution
	}
	return sum
}
