package screen

import (
	"slices"

	"github.com/enduse/enduse"
)

// hintByHand is what to do about what nothing here checks.
const hintByHand = "check it by hand"

// goods checks the items of a shipment.
func (s *Screener) goods(v *enduse.Verdict, q *enduse.Query) {
	if len(q.Shipment.Items) == 0 {
		return
	}
	if s.options.Goods == nil {
		v.Gaps = append(v.Gaps, enduse.Gap{What: "goods", Why: "no list of goods is loaded", Hint: hintByHand})
		return
	}
	for _, item := range q.Shipment.Items {
		findings, gaps := s.options.Goods.Check(item, &q.Shipment, q.Profile, q.AsOf)
		v.Findings = append(v.Findings, findings...)
		v.Gaps = addGaps(v.Gaps, gaps)
	}
}

// rules judges the shipment as a whole. Somebody of whom nothing is known but
// the name is no transaction.
func (s *Screener) rules(v *enduse.Verdict, q *enduse.Query) {
	if !transaction(&q.Shipment) {
		return
	}
	if s.options.Rules == nil {
		v.Gaps = append(v.Gaps, enduse.Gap{What: "route and red flags", Why: "no rules are loaded", Hint: hintByHand})
		return
	}
	r := s.options.Rules.Evaluate(q, v.Parties)
	v.Findings = append(v.Findings, r.Findings...)
	v.Gaps = addGaps(v.Gaps, r.Gaps)
	v.NotEvaluated, v.Questions = r.NotEvaluated, r.Questions
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
