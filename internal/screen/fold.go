package screen

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/redflag"
)

// fold makes one finding of one fact: a finding that a rule's finding refines becomes a
// part of it. The severity is the greater of both, so no outcome changes.
func fold(findings []enduse.Finding, rules redflag.Rules) []enduse.Finding {
	folded := map[int]bool{}
	out := slices.Clone(findings)
	for i := range out {
		rule, ok := rules.Find(out[i].ID)
		if !ok || len(rule.Refines) == 0 {
			continue
		}
		for j := range findings {
			if i != j && refines(&rule, &findings[i], &findings[j]) {
				take(&out[i], findings[j])
				folded[j] = true
			}
		}
	}
	var left []enduse.Finding
	for i := range out {
		if !folded[i] {
			left = append(left, out[i])
		}
	}
	return left
}

// refines reports whether a rule's finding refines another one: the rule names it, and
// it is about the same item, or about the shipment for a regime that binds for the same
// reason.
func refines(rule *redflag.Rule, f, part *enduse.Finding) bool {
	named := slices.ContainsFunc(rule.Refines, func(id string) bool { return part.ID == id || strings.HasPrefix(part.ID, id+".") })
	ofShipment := !strings.HasPrefix(part.Subject, "item ") && part.Why == f.Why
	return named && (part.Subject == f.Subject || ofShipment)
}

// take makes a finding a part of another one, which names its message, citation and
// hint too.
func take(f *enduse.Finding, part enduse.Finding) {
	said := part.Message
	if part.Subject != f.Subject {
		said = part.Subject + ": " + said
	}
	f.Message += "; " + said
	f.Citation = join(f.Citation, part.Citation)
	f.Hint = join(f.Hint, part.Hint)
	if part.Severity.Outranks(f.Severity) {
		f.Severity = part.Severity
	}
	f.Parts = append(f.Parts, part)
}

// join puts two texts together, unless the first holds the second.
func join(a, b string) string {
	switch {
	case strings.Contains(a, b):
		return a
	case a == "":
		return b
	}
	return a + "; " + b
}
