package screen

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/redflag"
	"github.com/enduse/enduse/internal/route"
)

// goods checks the items of a shipment.
func (s *Screener) goods(v *enduse.Verdict, q *enduse.Query) {
	if len(q.Shipment.Items) == 0 {
		return
	}
	if s.options.Goods == nil {
		v.Gaps = append(v.Gaps, enduse.Gap{What: "goods", Why: "no list of goods is loaded", Hint: "check them by hand"})
		return
	}
	v.Gaps = append(v.Gaps, s.options.Goods.Gaps(&q.Shipment, q.Profile, q.AsOf)...)
	for i, item := range q.Shipment.Items {
		findings, codes, gaps := s.options.Goods.Check(item, i+1, &q.Shipment, q.Profile, q.AsOf)
		v.Findings = append(v.Findings, findings...)
		v.Items[i].Codes = codes
		v.Gaps = addGaps(v.Gaps, gaps)
	}
	v.NotEvaluated = append(v.NotEvaluated, s.options.Goods.Unasked(&q.Shipment, q.Profile, q.AsOf)...)
}

// route checks where the goods and all parties are, of a party alone too.
func (s *Screener) route(v *enduse.Verdict, q *enduse.Query) {
	r := route.Check(*q, q.AsOf)
	v.Findings = append(v.Findings, r.Findings...)
	v.Questions = addQuestions(v.Questions, r.Questions)
	for _, f := range r.Faults {
		v.Gaps = append(v.Gaps, enduse.Gap{What: f.Field, Why: f.Err.Error(), Hint: f.Hint})
	}
}

// rules evaluates the policy's rules over the shipment. A party alone is no
// transaction. A rule that fails, or that is not done in time, is a gap; an error
// means that the caller gave up.
func (s *Screener) rules(ctx context.Context, v *enduse.Verdict, q *enduse.Query, snapshot *Snapshot) error {
	if !transaction(&q.Shipment) {
		return nil
	}
	timed, cancel := context.WithTimeout(ctx, rulesTime)
	defer cancel()
	r := redflag.Evaluate(s.policy.Rules(), redflag.Input{
		Query: *q, Facts: s.facts(v, q, snapshot), AsOf: q.AsOf,
		Stop: func() error {
			if errors.Is(timed.Err(), context.DeadlineExceeded) {
				return fmt.Errorf("the rules of this record took longer than %v", rulesTime)
			}
			return timed.Err()
		},
	})
	v.Gaps = append(v.Gaps, r.Failed...)
	v.Findings = append(v.Findings, r.Findings...)
	v.NotEvaluated = append(v.NotEvaluated, r.NotEvaluated...)
	v.Questions = addQuestions(v.Questions, r.Questions)
	return ctx.Err()
}

// rulesTime bounds the rules of one record. Those in the program take
// milliseconds; a rule of one's own may ask for the whole history of each item.
const rulesTime = 20 * time.Second

// facts are what rules ask of what was found. Nothing searches the addresses of
// named entries or owners: rules that need them say that they were not evaluated.
func (s *Screener) facts(v *enduse.Verdict, q *enduse.Query, snapshot *Snapshot) redflag.Facts {
	f := redflag.Facts{
		Listed:      func(party int) []string { return matched(v.Parties[party].Hits) },
		ListedName:  func(name string) []string { return s.listed(snapshot, name, q.AsOf) },
		HistoryFrom: q.HistoryFrom,
	}
	f.Management = func(party int) (found []string) {
		for name := range strings.SplitSeq(q.Shipment.Parties[party].Management, ";") {
			if name = strings.TrimSpace(name); name != "" {
				found = append(found, s.listed(snapshot, name, q.AsOf)...)
			}
		}
		return found
	}
	if r := s.options.References; r != nil {
		f.MarketPrice = r.MarketPrice
		f.Fits = func(what string) string { return r.Fits(what, &q.Shipment) }
	}
	if s.options.Goods != nil {
		f.CHPL = func(hs string) string {
			tier, _ := s.options.Goods.IsCHPL(hs, q.AsOf)
			return tier
		}
	}
	return f
}

// listed searches a name and returns whom it matches.
func (s *Screener) listed(snapshot *Snapshot, name string, asOf enduse.Date) []string {
	return matched(s.party(snapshot, enduse.Party{Name: name}, asOf).Hits)
}

func matched(hits []enduse.Hit) (out []string) {
	for i := range hits {
		if hits[i].Match {
			out = append(out, hits[i].Entity.Caption()+" ("+string(hits[i].Entity.ID)+")")
		}
	}
	return out
}

// transaction reports whether a shipment states more than parties.
func transaction(s *enduse.Shipment) bool {
	return len(s.Items) > 0 || !s.Route.IsZero() || s.EndUse != "" || len(s.Payments) > 0 || len(s.Changes) > 0
}

// addGaps adds each gap once: a list that is not loaded is one gap, however many
// items were to be checked against it.
func addGaps(to, more []enduse.Gap) []enduse.Gap {
	for _, g := range more {
		if !slices.Contains(to, g) {
			to = append(to, g)
		}
	}
	return to
}

// addQuestions adds each question once.
func addQuestions(to, more []enduse.Question) []enduse.Question {
	for _, q := range more {
		if !slices.ContainsFunc(to, func(o enduse.Question) bool { return o.ID == q.ID && o.Text == q.Text }) {
			to = append(to, q)
		}
	}
	return to
}

// byWeight puts findings in order, the severest first.
func byWeight(findings []enduse.Finding) {
	rank := func(f enduse.Finding) int { return slices.Index(enduse.Severities, f.Severity) }
	slices.SortStableFunc(findings, func(a, b enduse.Finding) int { return cmp.Compare(rank(a), rank(b)) })
}
