package report

import (
	"fmt"
	"io"

	"github.com/enduse/enduse"
)

// Comparison writes the comparison of two names for a person: the score, the
// probability and what it stands on, then the parts of the names side by side.
func Comparison(w io.Writer, h enduse.Hit, threshold, prior float64, s Style) error {
	t := &table{w: w, header: Header{Style: s}}
	verdict := "no match"
	if h.Score.Value >= threshold {
		verdict = s.bold("match")
	}
	e := nameEvidence(&h)
	t.line("score %.3f  %s  (threshold %.2f, log odds %+.2f)", h.Score.Value, verdict, threshold, h.Score.LogOdds)
	t.line("%s", probabilityText(h.Score.Probability)+" "+priorText(prior))
	if h.OFACScore != nil {
		t.line("%s", ofacText(h.OFACScore))
	}
	if e.Method != "" {
		t.line("%s", s.dim(e.Method))
	}
	rows := [][]string{{"first", "second", "how", "alike", "share"}}
	for _, p := range e.Alignment {
		rows = append(rows, []string{Show(p.Query), Show(p.Listed), p.Method, fmt.Sprintf("%.2f", p.Alike), fmt.Sprintf("%3.0f%%", 100*p.Share)})
	}
	if len(rows) > 1 {
		t.err = Grid(w, rows, s)
	}
	return t.err
}
