package redflag

import (
	"fmt"
	"iter"
	"regexp"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/route"
)

var ruleID = regexp.MustCompile(`^[a-z0-9][a-z0-9_]*(\.[a-z0-9_]+)+$`)

// findingID is the id of a finding, or the beginning of one up to a point.
var findingID = regexp.MustCompile(`^[a-z0-9][a-z0-9_]*(\.[a-z0-9_]+)*$`)

// eaches are what a rule may range over.
var eaches = []string{"", "party", "item", "payment", "change"}

type hinted struct {
	error
	hint string
}

// faults yields what is wrong with a rule but for its expressions, by field.
func (r *Rule) faults() iter.Seq2[string, hinted] {
	return func(yield func(string, hinted) bool) {
		bad := func(is bool, field, hint, format string, args ...any) {
			if is {
				yield(field, hinted{fmt.Errorf(format, args...), hint})
			}
		}
		bad(!ruleID.MatchString(r.ID), "id", "such as my.rule", "%q is not two or more words of small letters, digits and _ with points between", r.ID)
		bad(r.Message == "", "message", "say what was found", "missing")
		bad(r.Citation == "", "citation", "name the act, the guidance or your own policy", "missing")
		bad(!slices.Contains(enduse.Severities, r.Severity), "severity", "", "%q is not one of %v", r.Severity, enduse.Severities)
		bad(!slices.Contains(eaches, r.Each), "each", "", "%q is not one of party, item, payment, change", r.Each)
		bad(len(r.Roles) > 0 && r.Each != "party", "roles", "add each: party", "roles are for each party")
		bad(r.When == "" && r.Question == "", "when", "give a formula, a question or both", "missing")
		bad(r.Question != "" && r.FiresOn != "yes" && r.FiresOn != "no", "fires", "fires: no", "%q is not the answer, yes or no, that makes the finding", r.FiresOn)
		bad(r.Question == "" && r.FiresOn != "", "fires", "", "there is no question")
		bad(r.Question != "" && r.Each != "", "each", "", "a question is put once for a shipment")
		bad(r.Question == "" && len(r.AsksAfter) > 0, "asks_after", "", "there is no question")
		bad(r.Question == "" && len(r.AsksOf) > 0, "asks_of", "", "there is no question")
		for _, id := range slices.Concat(r.AsksAfter, r.PartOf) {
			bad(!findingID.MatchString(id) || id == r.ID, "asks_after, part_of", "such as goods, or goods.lead", "%q is not the id of another finding or the beginning of one", id)
		}
		for _, role := range r.AsksOf {
			bad(!slices.Contains(enduse.SellerRoles, role), "asks_of", "", "%q is not one of %v", role, enduse.SellerRoles)
		}
		for _, role := range r.Roles {
			bad(!slices.Contains(enduse.Roles, role), "roles", "", "%q is not one of %v", role, enduse.Roles)
		}
		for _, id := range r.Refines {
			bad(!ruleID.MatchString(id) || id == r.ID, "refines", "such as goods.chpl", "%q is not the id of another finding", id)
		}
		for _, g := range r.Regimes {
			bad(!slices.Contains(route.AllRegimes, g), "regime", "", "%q is not one of %v", g, route.AllRegimes)
		}
		for _, need := range r.Needs {
			_, ok := inputs[need]
			bad(!ok, "needs", nearest(need, inputNames()), "%q is not an input", need)
			bad(ok && !neededBy(need, r.Each), "needs", "", "%q is an input of a rule with another each", need)
		}
		bad(!r.From.IsZero() && r.From.Precision() != enduse.PrecisionDay, "valid_from", "", "%s is not a day", r.From)
		bad(!r.To.IsZero() && r.To.Precision() != enduse.PrecisionDay, "valid_to", "", "%s is not a day", r.To)
		bad(!r.To.IsZero() && r.To.First().Before(r.From.First()), "valid_to", "", "%s is before valid_from %s", r.To, r.From)
	}
}
