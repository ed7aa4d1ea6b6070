package intake

import (
	_ "embed" // the table
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

// nonName says what a text in the place of a name is.
type nonName string

// What people write in the place of a name.
const (
	nonSame      nonName = "same"      // a party that was named before
	nonElsewhere nonName = "elsewhere" // it is in another document
	nonUnknown   nonName = "unknown"   // nobody knows yet, such as TO ORDER
	nonTest      nonName = "test"      // an account of the system's own
	nonTotal     nonName = "total"     // a row of sums
	nonGroup     nonName = "group"     // a row above others
)

//go:embed nonnames.tsv
var nonNamesText string

// nonNames are the texts by their folded words.
var nonNames = sync.OnceValue(func() map[nonName]map[string]bool {
	out := map[nonName]map[string]bool{}
	for i, line := range strings.Split(strings.TrimSpace(nonNamesText), "\n") {
		cells := strings.Split(line, "\t")
		if i == 0 || len(cells) != 3 {
			continue // a test holds that each line has three cells
		}
		kind := nonName(cells[0])
		if out[kind] == nil {
			out[kind] = map[string]bool{}
		}
		for text := range strings.SplitSeq(cells[2], ",") {
			out[kind][spaced(text)] = true
		}
	}
	return out
})

// spaced are the folded words of a text with a blank between them.
func spaced(s string) string { return strings.Join(words(s), " ") }

// isNonName reports whether a text is wholly of one of some kinds.
func isNonName(s string, kinds ...nonName) bool {
	folded := spaced(s)
	return slices.ContainsFunc(kinds, func(k nonName) bool { return nonNames()[k][folded] })
}

// orderOf is a name that is given as the one to whose order goods are consigned.
var orderOf = regexp.MustCompile(`^(?i:(?:un)?to(?: the)? order of:?|à l['’ ]ordre de|a la orden de|all['’ ]ordine di|à ordem de|an (?:die )?order (?:von|der|des)|на заказ|приказу|по приказу|凭指示)\s+(.{3,})$`)

// ofOrder returns the party to whose order goods are consigned, where it is named.
func ofOrder(name string) (string, bool) {
	m := orderOf.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil || isNonName(name, nonUnknown) || isNonName(m[1], nonUnknown) {
		return "", false
	}
	return m[1], true
}

// settleNames takes out of a record's parties what is no name: a party that is named
// before is not searched again, one that nobody knows is said to be unknown, and of one
// to whose order goods are consigned the name stays. What a row says of a party in
// addition to such a name is kept.
func (t *rowIssues) settleNames(s *enduse.Shipment) {
	kept := s.Parties[:0:0]
	for _, p := range s.Parties {
		if name, ok := ofOrder(p.Name); ok {
			p.Name = name
			t.note("%s: goods are consigned to the order of %s", strings.ReplaceAll(string(p.Role), "_", " "), short(name))
		}
		resolved, reference := t.resolved[p.Name]
		unknown := isNonName(p.Name, nonUnknown) || reference && !resolved
		if !resolved && !unknown {
			kept = append(kept, p)
			continue
		}
		if unknown && !slices.Contains(s.Unknown, p.Role) {
			s.Unknown = append(s.Unknown, p.Role)
		}
		if p.Name = ""; len(p.Identifiers) > 0 || len(p.Addresses) > 0 || len(p.OtherNames) > 0 {
			kept = append(kept, p)
		}
	}
	if len(kept) > 0 { // else nobody would be left: what was written is searched
		s.Parties = kept
	}
}

// leftOut says why a record is nobody to screen, or "". It is screened all the same.
func leftOut(s *enduse.Shipment, filled int) string {
	if len(s.Parties) != 1 || len(s.Items) > 0 {
		return ""
	}
	p := &s.Parties[0]
	bare := len(p.Identifiers) == 0 && len(p.Addresses) == 0 && len(p.Countries) == 0 && p.BirthDate.IsZero()
	first, _, colon := strings.Cut(p.Name, ":")
	switch {
	case isNonName(p.Name, nonTest):
		return "a test account"
	case bare && isNonName(strings.TrimRight(p.Name, " :=0123456789.,"), nonTotal):
		return "a row of sums"
	case bare && filled == 1 && colon && isNonName(first, nonGroup):
		return "a row above a group"
	}
	return ""
}
