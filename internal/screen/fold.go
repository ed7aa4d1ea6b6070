package screen

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/redflag"
)

// fold makes one finding of one fact: each finding becomes a part of the first one
// whose rule refines it, if there is one. The greater severity of both counts, so no
// outcome changes.
func fold(findings []enduse.Finding, rules redflag.Rules) []enduse.Finding {
	refining := map[string][]string{} // the ids that a rule refines, by its own
	for i := range rules {
		if len(rules[i].Refines) > 0 {
			refining[rules[i].ID] = rules[i].Refines
		}
	}
	saying := partsOf(findings, rules)
	bySubject, byWhy := map[string][]int{}, map[string][]int{}
	for i := range findings {
		if f := &findings[i]; refining[f.ID] != nil {
			bySubject[f.Subject] = append(bySubject[f.Subject], i)
			byWhy[f.Why] = append(byWhy[f.Why], i)
		}
	}
	out, folded := slices.Clone(findings), make([]bool, len(findings))
	for i, part := range findings {
		if j, ok := saying[i]; ok {
			out[j].Parts, out[j].Citation = append(out[j].Parts, part), join(out[j].Citation, part.Citation)
			if part.Severity.Outranks(out[j].Severity) {
				out[j].Severity = part.Severity
			}
			folded[i] = true
			continue
		}
		candidates := bySubject[part.Subject]
		if !strings.HasPrefix(part.Subject, "item ") { // of the shipment: for a regime that binds for the same reason
			candidates = byWhy[part.Why]
		}
		for _, j := range candidates {
			if i != j && names(refining[findings[j].ID], part.ID) {
				take(&out[j], part)
				folded[i] = true
				break
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

// partsOf says of each finding whose rule only repeats another one's fact which finding
// that is: the first about the same subject.
func partsOf(findings []enduse.Finding, rules redflag.Rules) map[int]int {
	repeats := map[string][]string{}
	for i := range rules {
		if len(rules[i].PartOf) > 0 {
			repeats[rules[i].ID] = rules[i].PartOf
		}
	}
	of := map[int]int{}
	for i := range findings {
		for j := range findings {
			if i != j && names(repeats[findings[i].ID], findings[j].ID) && sameSubject(findings[i].Subject, findings[j].Subject) {
				of[i] = j
				break
			}
		}
	}
	return of
}

// sameSubject reports whether a rule's subject, the name of a party, is that of a
// finding, which may have the party's role before it.
func sameSubject(name, subject string) bool {
	return name == subject || name != "" && strings.HasSuffix(subject, " "+name)
}

// names reports whether one of the ids is that of a finding, or begins it.
func names(ids []string, id string) bool {
	return slices.ContainsFunc(ids, func(named string) bool { return id == named || strings.HasPrefix(id, named+".") })
}

// take makes a finding a part of another one, which states its message, citation and
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
