package redflag

import (
	"slices"

	"github.com/expr-lang/expr/vm"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/route"
)

// Rule is a sign, a clause or a duty, as data.
type Rule struct {
	ID string `json:"id"`
	// Flag is the number of the sign in docs/redflags.md, 0 for another rule.
	Flag int    `json:"flag,omitempty"`
	Text string `json:"text,omitempty"` // the sign in a sentence
	// When is the formula: it fires where this is true. Empty: always.
	When string `json:"when,omitempty"`
	// Each is "party", "item", "payment" or "change" where the formula is asked of
	// each one; Roles keeps it to parties of these roles.
	Each  string        `json:"each,omitempty"`
	Roles []enduse.Role `json:"roles,omitempty"`
	// Needs are the inputs without which the rule is not evaluated.
	Needs []string `json:"needs,omitempty"`
	// Requires is a condition on the inputs, such as a history that goes back far
	// enough; where it is false the rule is not evaluated.
	Requires string `json:"given,omitempty"`
	// Params are the thresholds, dates and lists that the formula names.
	Params map[string]any `json:"params,omitempty"`
	// Evidence are expressions whose values are in the finding.
	Evidence map[string]string `json:"evidence,omitempty"`
	Message  string            `json:"message"`
	Severity enduse.Outcome    `json:"severity"`
	Citation string            `json:"citation"`
	Verify   bool              `json:"verify,omitempty"` // the source could not be read
	// Regimes are those it belongs to; it counts if one of them binds. None: every
	// seller.
	Regimes []route.Regime `json:"regime,omitempty"`
	From    enduse.Date    `json:"valid_from,omitzero"`
	To      enduse.Date    `json:"valid_to,omitzero"` // the last day
	// Question is put to the user where the formula is true; the answer in FiresOn
	// makes the finding.
	Question string `json:"question,omitempty"`
	FiresOn  string `json:"fires,omitempty"` // yes or no
	// AsksAfter are ids of findings, or the beginnings of ids: the question is put where
	// one of them was found; none: always. AsksOf are the sellers who are
	// asked; none: everybody.
	AsksAfter []string            `json:"asks_after,omitempty"`
	AsksOf    []enduse.SellerRole `json:"asks_of,omitempty"`
	Hint      string              `json:"hint,omitempty"`
	Disabled  bool                `json:"off,omitempty"` // not evaluated at all
	Pack      string              `json:"pack,omitempty"`
	// Refines are ids of findings that are part of what this rule finds, such as
	// goods.chpl, with those of its tiers: they are folded into its finding.
	Refines []string `json:"refines,omitempty"`
	// PartOf are ids of findings that already say what this rule finds: where one of
	// them has the same subject, the rule's finding is a part of it.
	PartOf []string `json:"part_of,omitempty"`

	when     *vm.Program
	requires *vm.Program
	evidence []namedProgram
	names    map[string]bool // the variables and fields that its expressions name
}

type namedProgram struct {
	name    string
	program *vm.Program
}

// Rules are rules in the order in which they are evaluated.
type Rules []Rule

// Find returns the rule of an id.
func (rs Rules) Find(id string) (Rule, bool) {
	i := slices.IndexFunc(rs, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return rs[i], true
}

// InForce reports whether the rule is in force on a day.
func (r *Rule) InForce(day enduse.Date) bool { return !r.Disabled && route.During(day, r.From, r.To) }

// Cite returns the citation, marked where it is to be verified.
func (r *Rule) Cite() string { return route.Cite(r.Citation, r.Verify) }

// Kind says whether a rule is computed from the shipment or asked of the user.
type Kind string

// The kinds.
const (
	Computed Kind = "computed"
	Question Kind = "question"
)

// Kind returns the kind of the rule.
func (r *Rule) Kind() Kind {
	if r.Question != "" {
		return Question
	}
	return Computed
}
