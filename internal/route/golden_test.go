package route

import (
	"fmt"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/testkit"
)

// TestSpans holds every row to its dates, codes and source: a change of one is
// seen in review.
func TestSpans(t *testing.T) {
	var b strings.Builder
	for _, e := range entries() {
		fmt.Fprintf(&b, "%s %s %s..%s %s\n  %s\n", e.List, e.Regime, e.From, e.To, strings.Join(e.Codes, " "), e.Citation())
	}
	testkit.Golden(t, "lists.golden", []byte(b.String()))
}
