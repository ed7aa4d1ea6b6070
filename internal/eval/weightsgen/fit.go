package main

import (
	"math"
	"reflect"
	"runtime"
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/compare"
)

// namePaths are the weights that are fitted on names.
var namePaths = []string{
	"alignment.initial", "alignment.omission", "alignment.contradiction", "alignment.single", "alignment.known",
	"alignment.descent", "alignment.patronymic", "alignment.rarity.enough", "alignment.rarity.bit",
}

// penalty is the cost of a weight that differs from its prior by a factor of e, in
// the loss of a pair. The pairs are neither independent nor those of screening, so
// their number does not measure their information.
const penalty = 0.002

// maxShare is the greatest value of a weight that is a share of a similarity.
var maxShare = map[string]float64{
	"alignment.initial": 1, "alignment.single": 1, "alignment.known": 1, "alignment.descent": 1, "alignment.patronymic": 1,
}

// at returns a weight by its path in a policy.
func at(w *compare.Weights, path string) *float64 {
	v := reflect.ValueOf(w).Elem()
	for key := range strings.SplitSeq(path, ".") {
		t := v.Type()
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("yaml") == key {
				v = v.Field(i)
				break
			}
		}
	}
	return v.Addr().Interface().(*float64)
}

// fitNames searches for the weights of least loss, one at a time, by ever smaller
// steps, until no step improves the loss.
func fitNames(ps pairs, prior compare.Weights, paths []string) compare.Weights {
	best := prior
	cost := func(w *compare.Weights) float64 {
		c := lossOf(ps, *w).loss
		for _, path := range paths {
			c += penalty * math.Pow(math.Log(*at(w, path) / *at(&prior, path)), 2)
		}
		return c
	}
	least := cost(&best)
	for _, step := range []float64{1.3, 1.1, 1.03} {
		for better := true; better; {
			better = false
			for _, path := range paths {
				for _, by := range []float64{step, 1 / step} {
					w := best
					*at(&w, path) *= by
					if limit, ok := maxShare[path]; ok {
						*at(&w, path) = min(*at(&w, path), limit)
					}
					if c := cost(&w); c < least-1e-7 {
						best, least, better = w, c, true
					}
				}
			}
		}
	}
	return best
}

// loss measures how well log odds separate pairs of one party from pairs of two.
type loss struct {
	loss          float64 // the mean, in nats, both kinds of pairs counting a half; ln 2 for knowing nothing
	slope, offset float64 // of the logistic curve that fits best
	pairs         int
}

func lossOf(ps pairs, w compare.Weights) loss {
	odds := ps.odds(w)
	even := evenly(ps)
	l := loss{pairs: len(ps)}
	l.slope, l.offset = logistic(odds, ps, even)
	for i := range ps {
		l.loss += even[i] * crossEntropy(l.offset+l.slope*odds[i], ps[i].same)
	}
	return l
}

// odds compares the pairs, on all cores.
func (all pairs) odds(w compare.Weights) []float64 {
	out := make([]float64, len(all))
	var wg sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for core := range cores {
		wg.Go(func() {
			namer := compare.Namer{Weights: w.Alignment}
			for i := core; i < len(all); i += cores {
				out[i] = namer.Compare(all[i].a, all[i].b).LogOdds(w.Name)
			}
		})
	}
	wg.Wait()
	return out
}

// evenly gives half of the weight to the pairs of one party, and half to the others.
func evenly(ps pairs) []float64 {
	same := 0
	for i := range ps {
		if ps[i].same {
			same++
		}
	}
	out := make([]float64, len(ps))
	for i := range ps {
		out[i] = 0.5 / float64(len(ps)-same)
		if ps[i].same {
			out[i] = 0.5 / float64(same)
		}
	}
	return out
}

// logistic fits P(same) = 1 / (1 + exp(-offset - slope × odds)) by Newton's
// method; see D. R. Cox, "The regression analysis of binary sequences" (1958).
func logistic(odds []float64, ps pairs, weight []float64) (slope, offset float64) {
	for range 50 {
		var g0, g1, h00, h01, h11 float64
		for i := range ps {
			p := sigmoid(offset + slope*odds[i])
			y := 0.0
			if ps[i].same {
				y = 1
			}
			d, h := weight[i]*(y-p), weight[i]*p*(1-p)
			g0, g1 = g0+d, g1+d*odds[i]
			h00, h01, h11 = h00+h, h01+h*odds[i], h11+h*odds[i]*odds[i]
		}
		det := h00*h11 - h01*h01
		if det < 1e-12 {
			break
		}
		d0, d1 := (h11*g0-h01*g1)/det, (h00*g1-h01*g0)/det
		offset, slope = offset+d0, slope+d1
		if math.Abs(d0)+math.Abs(d1) < 1e-9 {
			break
		}
	}
	return slope, offset
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// crossEntropy is -ln of the probability of the true label.
func crossEntropy(logit float64, same bool) float64 {
	if !same {
		logit = -logit
	}
	return math.Log1p(math.Exp(-logit))
}
