package match

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
)

// ScoreOf maps log odds to a score: linear between the log odds of an entirely
// different name, 0, and those of a literally equal one, 1, and cut off beyond.
func ScoreOf(logOdds float64, w compare.Weights) float64 {
	return min(max(0.5+logOdds/(2*w.Name), 0), 1)
}

// nameLogOdds is what a likeness of names adds: weights.name for an equal one,
// minus as much for an entirely different one.
func nameLogOdds(alike float64, w compare.Weights) float64 { return w.Name * (2*alike - 1) }

// floorOf is the likeness of names below which nothing else that is known of
// the party could lift a hit to the score.
func floorOf(score float64, facts compare.Facts, w compare.Weights) float64 {
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
