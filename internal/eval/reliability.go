package eval

import (
	"fmt"
	"math"
)

// Reliability compares the probabilities of hits with how often the hit was the
// party.
type Reliability struct {
	Prior float64 `json:"prior"` // the share of true hits among these, to which the probabilities are re-based
	Pairs int     `json:"pairs"`
	// Brier is the mean squared difference between the probability and 1 or 0: G.
	// W. Brier, "Verification of forecasts expressed in terms of probability",
	// Monthly Weather Review 78 (1950) 1-3. Blind is that of
	// a forecast that always gives the prior.
	Brier float64          `json:"brier"`
	Blind float64          `json:"brier_of_prior"`
	Bins  []ReliabilityBin `json:"bins"` // by probability, none of them empty
}

// ReliabilityBin holds the hits of similar probability.
type ReliabilityBin struct {
	Predicted float64 `json:"predicted"` // their mean probability
	Observed  Rate    `json:"observed"`  // how many are the party
}

// reliabilityBins is the number of bins, of equal width.
const reliabilityBins = 10

// Rebase returns the probability of the same evidence under another prior: the
// odds change as those of the priors do.
func Rebase(probability, from, to float64) float64 {
	switch {
	case probability <= 0 || to <= 0:
		return 0
	case probability >= 1 || to >= 1:
		return 1
	}
	return 1 / (1 + (1-probability)/probability*from/(1-from)*(1-to)/to)
}

// ReliabilityOf compares probabilities, which assume a prior, with the labels.
// It first re-bases them to the share of positive labels. It returns nil where
// all labels are equal, as such labels cannot test a probability.
func ReliabilityOf(probabilities []float64, same []bool, prior float64) *Reliability {
	n := 0
	for _, is := range same {
		n += one(is)
	}
	if n == 0 || n == len(same) {
		return nil
	}
	r := &Reliability{Pairs: len(same), Prior: float64(n) / float64(len(same))}
	r.Blind = r.Prior * (1 - r.Prior)
	var sums [reliabilityBins]float64
	var of, are [reliabilityBins]int
	for i, p := range probabilities {
		p = Rebase(p, prior, r.Prior)
		at := min(int(p*reliabilityBins), reliabilityBins-1)
		sums[at] += p
		of[at]++
		are[at] += one(same[i])
		r.Brier += math.Pow(p-float64(one(same[i])), 2) / float64(len(same))
	}
	for i, n := range of {
		if n > 0 {
			r.Bins = append(r.Bins, ReliabilityBin{sums[i] / float64(n), Wilson(are[i], n)})
		}
	}
	return r
}

// reliabilityOfPairs is the reliability of the labelled pairs at or above the
// threshold; nil without a prior.
func reliabilityOfPairs(pairs []pair, prior, threshold float64) *Reliability {
	if prior <= 0 || prior >= 1 {
		return nil
	}
	var probabilities []float64
	var same []bool
	for i := range pairs {
		if pairs[i].score >= threshold {
			probabilities, same = append(probabilities, pairs[i].probability), append(same, pairs[i].same)
		}
	}
	return ReliabilityOf(probabilities, same, prior)
}

// Rows returns a table: a heading, and a row for each bin.
func (r *Reliability) Rows() [][]string {
	if r == nil {
		return nil
	}
	rows := [][]string{{"probability", "observed", "of pairs", "95 % interval"}}
	for _, b := range r.Bins {
		o := b.Observed
		rows = append(rows, []string{
			fmt.Sprintf("%.3f", b.Predicted), fmt.Sprintf("%.3f", o.Value),
			fmt.Sprintf("%d / %d", o.Hits, o.Of), fmt.Sprintf("%.3f – %.3f", o.Low, o.High),
		})
	}
	return rows
}

// Summary returns one line with the Brier score.
func (r *Reliability) Summary() string {
	return fmt.Sprintf("probability of the %d pairs at or above the threshold, re-based to the share of matches among them, %.3f: Brier score %.4f (%.4f if it were always that share)", r.Pairs, r.Prior, r.Brier, r.Blind)
}
