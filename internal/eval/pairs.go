package eval

import (
	"context"
	"strings"

	"github.com/enduse/enduse/internal/table"
)

// pair is two names with a label.
type pair struct {
	row         table.Row
	same        bool
	group       string // the label with its quality, such as "STRONG match"
	category    string
	score       float64
	probability float64 // calibrated, that both are one party
}

// pairsSuite measures precision, recall and F1 of "match" on labelled pairs, and
// the mean score of each quality.
type pairsSuite struct{ measurement }

func (m pairsSuite) measure(ctx context.Context) error {
	r, c, s := m.Runner, m.cases, m.suite
	todo := m.labelled(2)
	err := r.each(ctx, c.File, len(todo), func(i int) {
		row := todo[i].row
		h := r.Matcher.Pair(schemaOf(c.optional(row, "schema")), row.Get(c.need[0]), row.Get(c.need[1]))
		todo[i].score, todo[i].probability = h.Score.Value, h.Score.Probability
	})
	if err != nil {
		return err
	}
	s.Rows = len(todo)
	s.Measures = countConfusion(todo, r.Threshold).measures()
	for i := range todo {
		p := &todo[i]
		right := p.same == (p.score >= r.Threshold)
		a, b := p.row.Get(c.need[0]), p.row.Get(c.need[1])
		s.outcomes = append(s.outcomes, RowOutcome{c.hash(p.row), rightOrWrong(right), a + " / " + b})
		if !right {
			note := strings.TrimSuffix(p.group+", "+p.category, ", ")
			s.Misses = append(s.Misses, Miss{Kind: missKind(p.same), Line: p.row.Line, Asked: a, Listed: b, Score: p.score, Note: note})
		}
	}
	for _, t := range thresholds(r.Threshold) {
		s.Points = append(s.Points, Point{t, countConfusion(todo, t).measures()})
	}
	s.Reliability = reliabilityOfPairs(todo, r.Prior, r.Threshold)
	s.Groups = pairGroups(todo, r.Threshold)
	return nil
}

// labelled reads the rows of a file with labels. The label is in the required
// column of that number.
func (m measurement) labelled(label int) (out []pair) {
	c := m.cases
	for _, row := range pick(c.rows, m.First, 1) {
		same, ok := parseLabel(row.Get(c.need[label]))
		if !ok {
			m.suite.skip("the label is neither true nor false", c.fault(row, "%s %q", c.need[label], row.Get(c.need[label])))
			continue
		}
		p := pair{row: row, same: same, category: c.optional(row, "category"), group: "non-match"}
		if same {
			p.group = "match"
		}
		p.group = strings.TrimSpace(c.optional(row, "quality") + " " + p.group)
		out = append(out, p)
	}
	return out
}

func missKind(same bool) string {
	if same {
		return FalseNegative
	}
	return FalsePositive
}

func rightOrWrong(right bool) Outcome {
	if right {
		return "right"
	}
	return "wrong"
}

// confusion counts answers to labelled pairs.
type confusion struct{ truePositive, falsePositive, falseNegative int }

func countConfusion(pairs []pair, threshold float64) (c confusion) {
	for i := range pairs {
		match := pairs[i].score >= threshold
		c.truePositive += one(match && pairs[i].same)
		c.falsePositive += one(match && !pairs[i].same)
		c.falseNegative += one(!match && pairs[i].same)
	}
	return c
}

// measures are precision, recall and F1, their harmonic mean.
func (c confusion) measures() []Measure {
	f1 := Measure{Name: "F1"}
	if all := 2*c.truePositive + c.falsePositive + c.falseNegative; all > 0 {
		f1.Value = float64(2*c.truePositive) / float64(all)
	}
	return []Measure{
		f1,
		share("precision", c.truePositive, c.truePositive+c.falsePositive),
		share("recall", c.truePositive, c.truePositive+c.falseNegative),
	}
}

// pairGroups counts the right answers for each quality and each category, and
// takes the mean of their scores.
func pairGroups(pairs []pair, threshold float64) []Group {
	qualities, categories := make([]string, len(pairs)), make([]string, len(pairs))
	for i := range pairs {
		qualities[i], categories[i] = pairs[i].group, pairs[i].category
	}
	measures := func(rows []int) []Measure {
		right, sum := 0, 0.0
		for _, i := range rows {
			right += one(pairs[i].same == (pairs[i].score >= threshold))
			sum += pairs[i].score
		}
		return []Measure{{Name: "mean score", Value: sum / float64(len(rows))}, share("right", right, len(rows))}
	}
	return append(groupBy("quality", qualities, measures), groupBy("category", categories, measures)...)
}
