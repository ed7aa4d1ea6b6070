package intake

import (
	_ "embed" // the table
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/wire"
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
func ofOrder(text string) (string, bool) {
	m := orderOf.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || isNonName(text, nonUnknown) || isNonName(m[1], nonUnknown) {
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
		if to, ok := ofOrder(p.Name); ok {
			p.Name = to
			t.note("%s: goods are consigned to the order of %s", strings.ReplaceAll(string(p.Role), "_", " "), short(to))
		}
		resolved, reference := t.resolved[p.Name]
		unknown := isNonName(p.Name, nonUnknown) || isNobody(p.Name) || reference && !resolved
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
// filled are the cells of its row.
func leftOut(s *enduse.Shipment, filled wire.Cells) string {
	if len(s.Parties) != 1 || len(s.Items) > 0 {
		return ""
	}
	p := &s.Parties[0]
	bare := len(p.Identifiers) == 0 && len(p.Addresses) == 0 && len(p.Countries) == 0 && p.BirthDate.IsZero()
	switch {
	case isTestAccount(p.Name):
		return "a test account"
	case bare && isSum(p.Name, s.ID, filled):
		return "a row of sums"
	case bare && len(filled) == 1 && isHeading(p.Name):
		return "a row above a group"
	}
	return ""
}

// isTestAccount reports whether a name is that of a test account, be it with a number or
// with a legal form: "TESTKUNDE 2", "Mustermann GmbH".
func isTestAccount(text string) bool {
	if isNonName(strings.TrimRight(text, " 0123456789#-_.:"), nonTest) {
		return true
	}
	n := name.Analyse(text)
	var rest []string
	for i := range n.Tokens {
		if n.Tokens[i].Class != name.Legal {
			rest = append(rest, n.Tokens[i].Text)
		}
	}
	return len(rest) < len(n.Tokens) && len(rest) > 0 && isNonName(strings.Join(rest, " "), nonTest)
}

// isSum reports whether a row holds a sum: its name is a word for one, or begins with one
// and every other cell is a number ("Summe Kontengruppe 4", "Total Region North").
func isSum(text, id string, filled wire.Cells) bool {
	if isNonName(strings.TrimRight(text, " :=0123456789.,"), nonTotal) {
		return true
	}
	all := words(text)
	if len(all) < 2 || id != "" || !nonNames()[nonTotal][all[0]] && !nonNames()[nonTotal][all[0]+" "+all[1]] {
		return false
	}
	numbers := 0
	for _, c := range filled {
		if c.Value == text {
			continue
		}
		if strings.ContainsFunc(c.Value, unicode.IsLetter) && len([]rune(c.Value)) > 3 || digitsIn(c.Value) == 0 {
			return false
		}
		numbers++
	}
	return numbers > 0
}

// isHeading reports whether the only cell of a row names a group of the rows below it:
// "Gruppe: Ausland", "Kontengruppe 2".
func isHeading(text string) bool {
	first, _, colon := strings.Cut(text, ":")
	return colon && isNonName(first, nonGroup) || isNonName(strings.TrimRight(text, " 0123456789-/."), nonGroup)
}

// lonely is the party of a row that holds one cell, outside the column of names: the
// heading of a group, or a name in the wrong place, which must be searched.
func lonely(filled wire.Cells) (enduse.Party, bool) {
	if len(filled) != 1 || !namable(filled[0].Value) {
		return enduse.Party{}, false
	}
	return enduse.Party{Role: enduse.RoleParty, Name: oneLine(filled[0].Value)}, true
}

// isNobody reports whether a text in the place of a name is only marks: "??", "***".
// More question marks may be letters that were lost.
func isNobody(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && len(text) < 4 && strings.Trim(text, "?*.-_#!/") == ""
}
