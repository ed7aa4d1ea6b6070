package eval

import (
	"fmt"
	"strings"

	"github.com/enduse/enduse/internal/eval"
)

// The size of the reliability plot in pixels.
const reliabilitySize, reliabilityMargin = 300.0, 46.0

// reliabilityPlot draws the bins as SVG: observed over predicted, each with its
// interval; on the diagonal lie probabilities that are what they say.
func reliabilityPlot(r *eval.Reliability) string {
	if r == nil {
		return ""
	}
	const size, edge = reliabilitySize, reliabilityMargin
	x := func(v float64) float64 { return edge + v*(size-edge-10) }
	y := func(v float64) float64 { return size - edge - v*(size-edge-10) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" role="img" aria-label="share of matches against probability">`, size, size, size, size)
	for _, v := range []float64{0, 0.2, 0.4, 0.6, 0.8, 1} {
		fmt.Fprintf(&b, `<line class="grid" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/><text x="%.1f" y="%.1f" text-anchor="middle">%.1f</text>`, x(v), y(0), x(v), y(1), x(v), y(0)+16, v)
		fmt.Fprintf(&b, `<line class="grid" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/><text x="%.1f" y="%.1f" text-anchor="end">%.1f</text>`, x(0), y(v), x(1), y(v), x(0)-6, y(v)+4, v)
	}
	fmt.Fprintf(&b, `<line class="axis" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>`, x(0), y(0), x(1), y(1))
	for _, bin := range r.Bins {
		at, o := x(bin.Predicted), bin.Observed
		fmt.Fprintf(&b, `<line class="s0" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/><circle class="s0" cx="%.1f" cy="%.1f" r="4" fill="none" stroke-width="2"/>`, at, y(o.Low), at, y(o.High), at, y(o.Value))
	}
	fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" text-anchor="middle">probability</text>`, x(0.5), y(0)+34)
	fmt.Fprintf(&b, `<text x="12" y="%.1f" text-anchor="middle" transform="rotate(-90 12 %.1f)">are the party</text></svg>`, y(0.5), y(0.5))
	return b.String()
}
