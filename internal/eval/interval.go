package eval

import "math"

// Rate is a share of rows with its 95 % confidence interval.
type Rate struct {
	Hits  int     `json:"hits"`
	Of    int     `json:"of"`
	Value float64 `json:"value"` // Hits / Of, 0 of none
	Low   float64 `json:"low"`   // of the interval
	High  float64 `json:"high"`
}

// z95 is the 97.5 % point of the standard normal distribution: two-sided 95 %.
const z95 = 1.959963984540054

// Wilson returns a rate with the score interval of E. B. Wilson, "Probable
// inference, the law of succession, and statistical inference", Journal of the
// American Statistical Association 22 (1927) 209-212:
//
//	(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
//
// Unlike the textbook interval p ± z √(p(1-p)/n) it has a width where p is 0 or
// 1, which is where a screening tool should be. For
// no rows the interval is 0 to 1.
func Wilson(hits, of int) Rate {
	if of <= 0 {
		return Rate{Hits: hits, Of: of, High: 1}
	}
	n, z2 := float64(of), z95*z95
	p := float64(hits) / n
	middle := p + z2/(2*n)
	half := z95 * math.Sqrt(p*(1-p)/n+z2/(4*n*n))
	scale := 1 + z2/n
	r := Rate{Hits: hits, Of: of, Value: p, Low: max((middle-half)/scale, 0), High: min((middle+half)/scale, 1)}
	if hits == 0 { // where the formula is exact and rounding is not
		r.Low = 0
	}
	if hits == of {
		r.High = 1
	}
	return r
}
