package match

import "math"

// Calibration says how log odds become a probability. It has the fields of
// policy.Probability, which says what they mean.
type Calibration struct{ Slope, Offset, Prior float64 }

// Probability returns that of a hit with such log odds:
//
//	1 / (1 + exp(-(offset + slope × log odds + logit(prior))))
//
// It rises with the log odds where Slope is above 0. Without a prior, which is
// above 0 and below 1, there is no probability, and it is 0.
func (c Calibration) Probability(logOdds float64) float64 {
	if c.Prior <= 0 || c.Prior >= 1 {
		return 0
	}
	return 1 / (1 + math.Exp(-(c.Offset + c.Slope*logOdds + math.Log(c.Prior/(1-c.Prior)))))
}
