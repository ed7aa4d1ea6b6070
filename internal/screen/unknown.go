package screen

import (
	"context"
	"strings"

	"github.com/enduse/enduse"
)

// unknown finds the parties that the user's file says are not known, such as a consignee
// "to order": who gets the goods is the first question of all.
func (s *Screener) unknown(_ context.Context, q *enduse.Query, _ *Found) (out enduse.Checked) {
	for _, role := range q.Shipment.Unknown {
		what := strings.ReplaceAll(string(role), "_", " ")
		out.Findings = append(out.Findings, enduse.Finding{
			ID: "party.unknown", Severity: enduse.Lead, Subject: what, Message: what + " is not known: nobody is named",
			Citation: "15 CFR Part 732 Supp. 3", Why: "it concerns every seller", Hint: "ask who the " + what + " is, and screen the name",
		})
	}
	return out
}
