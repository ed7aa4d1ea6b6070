package match

import "math"

// Calibration turns log odds into a probability. Its fields are those of
// policy.Probability, which explains them.
type Calibration struct{ Slope, Offset, Prior float64 }

// Probability returns the probability of a hit with these log odds:
//
//	1 / (1 + exp(-(offset + slope × log odds + logit(prior))))
//
// It rises with the log odds where Slope is above 0. Without a prior
// between 0 and 1 it returns 0.
func (c Calibration) Probability(logOdds float64) float64 {
	if c.Prior <= 0 || c.Prior >= 1 {
		return 0
	}
	return 1 / (1 + math.Exp(-(c.Offset + c.Slope*logOdds + math.Log(c.Prior/(1-c.Prior)))))
}
