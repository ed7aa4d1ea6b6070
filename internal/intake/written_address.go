package intake

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// addressesForNames takes for an address what a column of a role holds in the place of a
// name: "Chuy Ave 211, Bishkek" under Ship-To is where the goods go, and nobody's name.
// The words are searched as text all the same.
func (v *values) addressesForNames(role enduse.Role, t *rowIssues) {
	if role != enduse.RoleConsignee && role != enduse.RoleIntermediate && role != enduse.RoleEndUser || len(v.texts[fAddress]) > 0 {
		return
	}
	for i := 0; i < len(v.texts[fName]); i++ {
		text, column := v.texts[fName][i], v.from[fName][i]
		if !isWrittenAddress(text) {
			continue
		}
		t.note("%s: %s is taken for an address", column, short(text))
		t.text(column, text)
		v.texts[fName] = append(v.texts[fName][:i:i], v.texts[fName][i+1:]...)
		v.from[fName] = append(v.from[fName][:i:i], v.from[fName][i+1:]...)
		v.add(fAddress, column, []string{text})
		i--
	}
}

// isWrittenAddress reports whether a text has a number and a comma, as addresses do, and
// no legal form or word of trade, as names of firms do.
func isWrittenAddress(text string) bool {
	line := oneLine(text)
	if digitsIn(line) == 0 || !strings.ContainsAny(line, ",，\n") && !strings.Contains(text, "\n") {
		return false
	}
	n := name.Analyse(line)
	for i := range n.Tokens {
		if c := n.Tokens[i].Class; c == name.Legal || c == name.Business {
			return false
		}
	}
	return len(n.Tokens) > 2
}
