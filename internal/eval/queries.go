package eval

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/table"
)

// query is one search for a listed party.
type query struct {
	row     table.Row
	asked   string
	listed  string // the name that is meant
	class   string // of the manipulation
	field   string // the field of the record that holds the query; "" for the name
	isMeant func(*enduse.Entity) bool
}

// querySuite measures how often the listed party that is meant comes first, among
// the first ten, and at the threshold. Rows whose name is on no list are skipped.
type querySuite struct{ measurement }

func (m querySuite) measure(ctx context.Context) error {
	c, s := m.cases, m.suite
	listed := namesOf(m.Entities)
	var todo []query
	for _, row := range pick(c.rows, m.First, 1) {
		q := query{
			row: row, asked: row.Get(c.need[0]), listed: row.Get(c.need[1]),
			class: c.optional(row, "class", "variant"), field: c.optional(row, "field"),
		}
		meant := listed[nameKey(q.listed)]
		if len(meant) == 0 {
			s.skip("the name is on no list that is loaded", c.fault(row, "%s", q.listed))
			continue
		}
		if q.class == "" {
			q.class = classOf(q.asked, q.listed)
		}
		q.isMeant = oneOf(meant)
		todo = append(todo, q)
	}
	return m.search(ctx, m.Matcher, todo)
}

// search runs queries for listed parties and sums them up.
func (m measurement) search(ctx context.Context, matcher Matcher, todo []query) error {
	r, c, s := m.Runner, m.cases, m.suite
	all := make([]found, len(todo))
	finder := r.finder(matcher)
	err := r.each(ctx, c.File, len(todo), func(i int) {
		all[i] = finder.find(PartyOf(todo[i].asked, todo[i].field), todo[i].isMeant)
	})
	if err != nil {
		return err
	}
	s.Rows = len(todo)
	var rows []int
	var classes, scripts []string
	var took []time.Duration
	for i := range todo {
		q, f := &todo[i], &all[i]
		rows, took = append(rows, i), append(took, f.took)
		classes, scripts = append(classes, q.class), append(scripts, name.ScriptOf(q.asked))
		s.outcomes = append(s.outcomes, RowOutcome{c.hash(q.row), f.outcome(r.Threshold), q.asked + " → " + q.listed})
		if miss, ok := missOf(q, f, r.Threshold); ok {
			s.Misses = append(s.Misses, miss)
		}
	}
	measures := func(of []int) []Measure { return recalls(all, of, r.Threshold) }
	s.Measures = measures(rows)
	s.Groups = append(groupBy("class", classes, measures), groupBy("script", scripts, measures)...)
	s.Points = recallPoints(all, r.Threshold)
	s.Time = timeOf(took)
	return nil
}

// recalls are the measures of queries.
func recalls(all []found, rows []int, threshold float64) []Measure {
	first, ten, match := 0, 0, 0
	for _, i := range rows {
		f := &all[i]
		first += one(f.inFirst(1))
		ten += one(f.inFirst(pageSize))
		match += one(f.rank > 0 && f.score >= threshold)
	}
	return []Measure{share("rank 1", first, len(rows)), share("first 10", ten, len(rows)), share(atThreshold, match, len(rows))}
}

// atThreshold names the share of listed parties that match.
const atThreshold = "match"

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// recallPoints counts the parties that match at each threshold of the curve.
func recallPoints(all []found, threshold float64) (out []Point) {
	for _, t := range thresholds(threshold) {
		n := 0
		for i := range all {
			n += one(all[i].rank > 0 && all[i].score >= t)
		}
		out = append(out, Point{t, []Measure{share(atThreshold, n, len(all))}})
	}
	return out
}

// missOf returns what is wrong with the answer to a query, if anything is.
func missOf(q *query, f *found, threshold float64) (Miss, bool) {
	w := Miss{Kind: FalseNegative, Line: q.row.Line, Asked: q.asked, Listed: q.listed, Score: f.score, Note: q.class}
	if f.rank > 0 {
		w.Entity = string(f.hit.Entity.ID)
	}
	if f.best.Entity != nil && f.rank != 1 {
		w.Note = strings.TrimPrefix(w.Note+"; first is "+f.best.Entity.Caption(), "; ")
	}
	if f.rank > 0 && f.score >= threshold {
		w.Kind = Outranked
	}
	return w, w.Kind == FalseNegative || f.rank > 1
}

// classOf returns how a query differs from the name that is meant, for a file
// without classes.
func classOf(asked, listed string) string {
	words := func(text string) []string { return strings.Fields(strings.ToLower(text)) }
	switch {
	case slices.Equal(words(asked), words(listed)):
		return "as written"
	case nameKey(asked) == nameKey(listed):
		return "order or punctuation"
	case name.ScriptOf(asked) != name.ScriptOf(listed):
		return "other script"
	case joinedLetters(asked) == joinedLetters(listed):
		return "blanks"
	}
	return "spelling"
}

// joinedLetters is a name in small letters without blanks, hyphens, dots,
// apostrophes and commas.
func joinedLetters(text string) string {
	marks := strings.NewReplacer("-", "", ".", "", "'", "", ",", "")
	return strings.Join(strings.Fields(strings.ToLower(marks.Replace(text))), "")
}
