package wire

import "github.com/enduse/enduse"

// Comparison is the comparison of two names. Its score is symmetric.
type Comparison struct {
	Name1       string  `json:"name1"`
	Name2       string  `json:"name2"`
	Score       float64 `json:"score"` // 0 to 1
	LogOdds     float64 `json:"log_odds"`
	Probability float64 `json:"probability"`
	Prior       float64 `json:"prior"`                // of the probability
	OFACScore   *int    `json:"ofac_score,omitempty"` // an approximation, only where it was asked for
	Match       bool    `json:"match"`                // the score is at or above Threshold
	Threshold   float64 `json:"threshold"`
	// Policy is the digest of the policy whose weights were used.
	Policy   string            `json:"policy"`
	Evidence []enduse.Evidence `json:"evidence"`
}
