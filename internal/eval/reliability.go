package eval

import (
	"fmt"
	"math"
)

// Reliability sets the probabilities of hits against how often they were the
// party.
type Reliability struct {
	Prior float64 `json:"prior"` // the share of these hits that are the party, which the probabilities are re-based to
	Pairs int     `json:"pairs"`
	// Brier is the mean squared difference between the probability and 1 or 0: G.
	// W. Brier, "Verification of forecasts expressed in terms of probability",
	// Monthly Weather Review 78 (1950) 1-3. Blind is that of saying the prior of all.
	Brier float64          `json:"brier"`
	Blind float64          `json:"brier_of_prior"`
	Bins  []ReliabilityBin `json:"bins"` // by probability, none of them empty
}

// ReliabilityBin is the hits of about one probability.
type ReliabilityBin struct {
	Predicted float64 `json:"predicted"` // their mean probability
	Observed  Rate    `json:"observed"`  // how many are the party
}

// reliabilityBins is into how many parts of equal width the probabilities are cut.
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

// ReliabilityOf compares probabilities, which stand on a prior, with what is
// so. They are first re-based to the share of those that are. It returns nil
// where all or none are: then nothing can be told apart.
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

// reliabilityOf is that of the labelled pairs that match.
func (r *Runner) reliabilityOf(pairs []pair) *Reliability {
	if r.Prior <= 0 || r.Prior >= 1 {
		return nil
	}
	var probabilities []float64
	var same []bool
	for i := range pairs {
		if pairs[i].score >= r.Threshold {
			probabilities, same = append(probabilities, pairs[i].probability), append(same, pairs[i].same)
		}
	}
	return ReliabilityOf(probabilities, same, r.Prior)
}

// Rows has a row for each bin, under a heading.
func (r *Reliability) Rows() [][]string {
	if r == nil {
		return nil
	}
	rows := [][]string{{"probability", "observed", "of pairs", "95 % interval"}}
	for _, b := range r.Bins {
		o := b.Observed
		rows = append(rows, []string{fmt.Sprintf("%.3f", b.Predicted), fmt.Sprintf("%.3f", o.Value), fmt.Sprintf("%d / %d", o.Hits, o.Of), fmt.Sprintf("%.3f – %.3f", o.Low, o.High)})
	}
	return rows
}

// Summary says in one line how good the probabilities are.
func (r *Reliability) Summary() string {
	return fmt.Sprintf("probability of the %d pairs at or above the threshold, re-based to the share of matches among them, %.3f: Brier score %.4f (%.4f if it were always that share)", r.Pairs, r.Prior, r.Brier, r.Blind)
}
