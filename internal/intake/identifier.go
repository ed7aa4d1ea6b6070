package intake

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/number"
)

// identifiersOf reads the numbers of one value. One that does not have the form of
// its kind is kept as it is, and is a gap.
func identifiersOf(kind enduse.IdentifierKind, label, text string, of enduse.Country, home []enduse.Country, t *rowIssues) (out []enduse.Identifier) {
	what := strings.ReplaceAll(string(kind), "_", " ")
	if len(text) > number.MaxLength {
		t.gap(what, "a number of more than 4 KiB was not read: "+short(text[:200]), "write one number in a cell")
		return nil
	}
	r := number.Read(text, number.Hints{Kind: kind, Home: home})
	for _, n := range r.Found {
		id := n.Identifier()
		if id.Country == "" {
			id.Country = of
		}
		if n.Kind == kind {
			id.Label = label
		}
		if n.How != "" {
			t.note("%.100q is read as %s %s: %s", text, n.Kind, n.Value, n.How)
		}
		out = append(out, id)
	}
	for _, why := range r.Gaps {
		t.gap(what, why, "write the number alone, as the register gives it and as text; or leave the cell empty")
	}
	return out
}
