package eval

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
)

func TestRebase(t *testing.T) {
	for _, c := range []struct{ p, from, to, want float64 }{
		{0.5, 0.5, 0.1, 0.1}, // no evidence: the prior
		{0.1, 0.1, 0.1, 0.1},
		{0.75, 0.5, 0.1, 0.25}, // three to one of one to nine
		{0, 0.5, 0.9, 0},
		{1, 0.5, 0.1, 1},
	} {
		if got := Rebase(c.p, c.from, c.to); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v from %v to %v: %v, want %v", c.p, c.from, c.to, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		share := rapid.Float64Range(0.01, 0.99)
		p, from, to := share.Draw(t, "p"), share.Draw(t, "from"), share.Draw(t, "to")
		if back := Rebase(Rebase(p, from, to), to, from); math.Abs(back-p) > 1e-9 {
			t.Fatalf("%v there and back is %v", p, back)
		}
	})
}

func TestReliabilityOf(t *testing.T) {
	// One of four, of which 0.4 is said to be; two of three, of which 0.7 is.
	r := ReliabilityOf([]float64{0.4, 0.4, 0.4, 0.4, 0.7, 0.7, 0.7}, []bool{true, false, false, false, true, true, false}, 3.0/7)
	if r.Prior != 3.0/7 || r.Pairs != 7 || len(r.Bins) != 2 {
		t.Fatalf("%+v", r)
	}
	wantBrier := (0.36 + 3*0.16 + 2*0.09 + 0.49) / 7
	if math.Abs(r.Brier-wantBrier) > 1e-12 || math.Abs(r.Blind-12.0/49) > 1e-12 {
		t.Errorf("Brier %v and %v, want %v and %v", r.Brier, r.Blind, wantBrier, 12.0/49)
	}
	for i, want := range []struct {
		predicted float64
		hits, of  int
	}{{0.4, 1, 4}, {0.7, 2, 3}} {
		if b := r.Bins[i]; math.Abs(b.Predicted-want.predicted) > 1e-12 || b.Observed != Wilson(want.hits, want.of) {
			t.Errorf("bin %d: %+v", i, b)
		}
	}
	if ReliabilityOf([]float64{0.5}, []bool{true}, 0.5) != nil {
		t.Error("of pairs that all match something is told")
	}
}

// sure is a matcher that is as sure as the score says.
type sure struct{ script }

func (s sure) Pair(schema enduse.Schema, a, b string) enduse.Hit {
	h := s.script.Pair(schema, a, b)
	h.Score.Probability = h.Score.Value
	return h
}

// TestReliabilityOfPairs: of a file of pairs, those at or above the threshold
// are set against their labels.
func TestReliabilityOfPairs(t *testing.T) {
	c, err := Read("pairs.csv", strings.NewReader("name1,name2,is_match\na,x,true\nb,x,true\nc,x,false\nd,x,false\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := script{pairs: map[string]float64{"a|x": 0.95, "b|x": 0.75, "c|x": 0.72, "d|x": 0.3}}
	r := &Runner{Matcher: sure{s}, Threshold: 0.7, Prior: 0.5}
	suite, err := r.Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if got := suite.Reliability; got == nil || got.Pairs != 3 || math.Abs(got.Prior-2.0/3) > 1e-12 {
		t.Fatalf("reliability %+v", got)
	}
	suite.Time = nil // the machine's, not the result's
	goldenJSON(t, "reliability.json", &Result{Stamp: enduse.Stamp{Engine: "test"}, Threshold: 0.7, Suites: []*Suite{suite}})
	r.Prior = 0
	if suite, err = r.Run(t.Context(), c); err != nil || suite.Reliability != nil {
		t.Errorf("without a prior: %+v, %v", suite.Reliability, err)
	}
}
