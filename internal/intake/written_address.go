package intake

import (
	"strings"

	"github.com/enduse/enduse/internal/name"
)

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
