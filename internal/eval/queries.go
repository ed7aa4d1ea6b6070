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

// search is one query for a listed party.
type search struct {
	row    table.Row
	asked  string
	listed string // the name that is meant
	class  string // of the manipulation
	field  string // where the query is in the record; "" for the name
	is     func(*enduse.Entity) bool
}

// queries measures how often the listed party that is meant comes first, among
// the first ten, and at the threshold. Rows whose name no list has are left
// out.
func (r *Runner) queries(ctx context.Context, c *Cases, s *Suite) error {
	listed := namesOf(r.Entities)
	var todo []search
	for _, row := range pick(c.rows, r.First, 1) {
		q := search{row: row, asked: row.Get(c.need[0]), listed: row.Get(c.need[1]), class: c.optional(row, "class", "variant"), field: c.optional(row, "field")}
		meant := listed[sameName(q.listed)]
		if len(meant) == 0 {
			s.leave("the name is on no list that is loaded", c.fault(row, "%s", q.listed))
			continue
		}
		if q.class == "" {
			q.class = classOf(q.asked, q.listed)
		}
		q.is = among(meant)
		todo = append(todo, q)
	}
	return r.searches(ctx, c, s, r.Matcher, todo)
}

// searches runs queries for listed parties and sums them up.
func (r *Runner) searches(ctx context.Context, c *Cases, s *Suite, m Matcher, todo []search) error {
	all := make([]found, len(todo))
	err := r.each(ctx, c.File, len(todo), func(i int) {
		all[i] = r.find(m, PartyOf(todo[i].asked, todo[i].field), todo[i].is)
	})
	if err != nil {
		return err
	}
	s.Rows = len(todo)
	rows, classes, scripts, took := make([]int, len(todo)), make([]string, len(todo)), make([]string, len(todo)), make([]time.Duration, len(todo))
	for i := range todo {
		rows[i], classes[i], scripts[i], took[i] = i, todo[i].class, name.ScriptOf(todo[i].asked), all[i].took
		s.outcomes = append(s.outcomes, RowOutcome{c.hash(todo[i].row), all[i].outcome(r.Threshold), todo[i].asked + " → " + todo[i].listed})
		if w, ok := wrongOf(&todo[i], &all[i], r.Threshold); ok {
			s.Wrong = append(s.Wrong, w)
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
		ten += one(f.inFirst(firstPage))
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

// recallPoints says how many of the parties would match at other thresholds.
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

// wrongOf says what is wrong with the answer to a query, if something is.
func wrongOf(q *search, f *found, threshold float64) (Wrong, bool) {
	w := Wrong{Kind: FalseNegative, Line: q.row.Line, Asked: q.asked, Listed: q.listed, Score: f.score, Note: q.class}
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

// classOf says how a query differs from the name that is meant, where the file
// does not say it.
func classOf(asked, listed string) string {
	words := func(text string) []string { return strings.Fields(strings.ToLower(text)) }
	switch {
	case slices.Equal(words(asked), words(listed)):
		return "as written"
	case sameName(asked) == sameName(listed):
		return "order or punctuation"
	case name.ScriptOf(asked) != name.ScriptOf(listed):
		return "other script"
	case strings.Join(strings.Fields(sameLetters(asked)), "") == strings.Join(strings.Fields(sameLetters(listed)), ""):
		return "blanks"
	}
	return "spelling"
}

// sameLetters is a name without what stands between its letters.
func sameLetters(text string) string {
	return strings.ToLower(strings.NewReplacer("-", "", ".", "", "'", "", ",", "").Replace(text))
}
