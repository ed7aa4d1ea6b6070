package eval

import (
	"context"
	"slices"
)

// falseShare is the share of false pairs that may score above the cut: the
// true-positive rate is measured at that cut.
const falseShare = 0.01

// crossSuite measures the true-positive rate of pairs across scripts at the score
// that 1 % of the false pairs exceed.
type crossSuite struct{ measurement }

func (m crossSuite) measure(ctx context.Context) error {
	r, c, s := m.Runner, m.cases, m.suite
	todo := m.labelled(2)
	err := r.each(ctx, c.File, len(todo), func(i int) {
		todo[i].score = r.Matcher.Pair("", todo[i].row.Get(c.need[0]), todo[i].row.Get(c.need[1])).Score.Value
	})
	if err != nil {
		return err
	}
	s.Rows = len(todo)
	cut := cutScore(todo)
	passed, matches := 0, 0
	for i := range todo {
		p := &todo[i]
		if !p.same {
			continue
		}
		matches++
		passed += one(p.score > cut)
		a, b := p.row.Get(c.need[0]), p.row.Get(c.need[1])
		s.outcomes = append(s.outcomes, RowOutcome{c.hash(p.row), rightOrWrong(p.score > cut), a + " / " + b})
		if p.score <= cut {
			s.Misses = append(s.Misses, Miss{Kind: FalseNegative, Line: p.row.Line, Asked: a, Listed: b, Score: p.score})
		}
	}
	s.measure("true pairs above the score that 1 % of the false ones pass", passed, matches)
	s.Measures = append(s.Measures, Measure{Name: "that score", Value: cut})
	return nil
}

// cutScore is the score that falseShare of the false pairs exceed.
func cutScore(pairs []pair) float64 {
	var wrong []float64
	for i := range pairs {
		if !pairs[i].same {
			wrong = append(wrong, pairs[i].score)
		}
	}
	if len(wrong) == 0 {
		return 0
	}
	slices.Sort(wrong)
	return wrong[len(wrong)-1-int(falseShare*float64(len(wrong)))]
}
