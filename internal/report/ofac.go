package report

import "fmt"

// OFACScoreNote says what an ofac_score is, for outputs in which there is only
// room for the figure.
const OFACScoreNote = "ofac_score approximates the score of OFAC's Sanctions List Search as OFAC's FAQ 249 describes it; it decides nothing"

// OFACText is that score in words; "" where it was not asked for.
func OFACText(score *int) string {
	if score == nil {
		return ""
	}
	return fmt.Sprintf("OFAC's own score, approximated: %d of 100 (decides nothing)", *score)
}
