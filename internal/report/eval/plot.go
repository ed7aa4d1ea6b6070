package eval

import (
	"fmt"
	"html"
	"math"
	"strings"

	"github.com/enduse/enduse/internal/eval"
)

// The size of the plot and its margins, in pixels.
const (
	plotWidth, plotHeight = 760.0, 380.0
	plotLeft, plotTop     = 60.0, 20.0
	plotRight, plotBottom = 740.0, 330.0
)

// axes maps values to pixels.
type axes struct{ mostAlerts, leastRecall float64 }

func axesOf(curve []eval.CurvePoint) axes {
	a := axes{mostAlerts: 1, leastRecall: 1}
	for _, p := range curve {
		a.mostAlerts = max(a.mostAlerts, 1000*p.Alerts.Value)
		for _, s := range p.Recall {
			a.leastRecall = min(a.leastRecall, s.Rate.Value)
		}
	}
	a.mostAlerts = plotSteps * roundUp(a.mostAlerts/plotSteps)
	a.leastRecall = min(math.Floor(a.leastRecall*10)/10, 0.9)
	return a
}

// plotSteps is into how many parts an axis is cut.
const plotSteps = 5

// roundUp returns the next of 1, 2, 5, 10, 20 and so on, or of their tenths.
func roundUp(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, n := range []float64{1, 2, 5} {
		if v <= n*unit {
			return n * unit
		}
	}
	return 10 * unit
}

func (a axes) x(alerts float64) float64 {
	return plotLeft + (plotRight-plotLeft)*1000*alerts/a.mostAlerts
}

func (a axes) y(recall float64) float64 {
	return plotBottom - (plotBottom-plotTop)*(recall-a.leastRecall)/(1-a.leastRecall)
}

// colours is how many lines differ in colour.
const colours = 6

// plot draws the operating curve as SVG: a line for each file of queries, a
// ring where the threshold in force is.
func plot(curve []eval.CurvePoint, inForce float64) string {
	if len(curve) == 0 {
		return ""
	}
	a := axesOf(curve)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" role="img" aria-label="recall against alerts per 1,000 people on no list">`, plotWidth, plotHeight, plotWidth, plotHeight)
	a.draw(&b)
	for i, s := range curve[0].Recall {
		points := make([]string, len(curve))
		for k, p := range curve {
			x, y := a.x(p.Alerts.Value), a.y(p.Recall[i].Rate.Value)
			points[k] = fmt.Sprintf("%.1f,%.1f", x, y)
			if p.Threshold == inForce {
				fmt.Fprintf(&b, `<circle class="s%d" cx="%.1f" cy="%.1f" r="5" fill="none" stroke-width="2"/>`, i%colours, x, y)
			}
		}
		fmt.Fprintf(&b, `<polyline class="s%d" points="%s"/>`, i%colours, strings.Join(points, " "))
		y := plotBottom - 16*float64(len(curve[0].Recall)-i)
		fmt.Fprintf(&b, `<line class="s%d" x1="%.0f" y1="%.1f" x2="%.0f" y2="%.1f" stroke-width="2"/><text x="%.0f" y="%.1f">%s</text>`,
			i%colours, plotRight-290, y-4, plotRight-270, y-4, plotRight-262, y, html.EscapeString(s.File))
	}
	b.WriteString("</svg>")
	return b.String()
}

// draw writes the axes and their grid.
func (a axes) draw(b *strings.Builder) {
	for i := range plotSteps + 1 {
		part := float64(i) / plotSteps
		alerts, recall := part*a.mostAlerts, a.leastRecall+part*(1-a.leastRecall)
		x, y := a.x(alerts/1000), a.y(recall)
		fmt.Fprintf(b, `<line class="grid" x1="%.1f" y1="%.0f" x2="%.1f" y2="%.0f"/><text x="%.1f" y="%.0f" text-anchor="middle">%.3g</text>`, x, plotTop, x, plotBottom, x, plotBottom+16, alerts)
		fmt.Fprintf(b, `<line class="grid" x1="%.0f" y1="%.1f" x2="%.0f" y2="%.1f"/><text x="%.0f" y="%.1f" text-anchor="end">%.3g</text>`, plotLeft, y, plotRight, y, plotLeft-6, y+4, recall)
	}
	fmt.Fprintf(b, `<line class="axis" x1="%.0f" y1="%.0f" x2="%.0f" y2="%.0f"/>`, plotLeft, plotBottom, plotRight, plotBottom)
	fmt.Fprintf(b, `<line class="axis" x1="%.0f" y1="%.0f" x2="%.0f" y2="%.0f"/>`, plotLeft, plotTop, plotLeft, plotBottom)
	fmt.Fprintf(b, `<text x="%.0f" y="%.0f" text-anchor="middle">alerts per 1,000 people on no list</text>`, (plotLeft+plotRight)/2, plotBottom+36)
	fmt.Fprintf(b, `<text x="%.0f" y="%.0f" text-anchor="middle" transform="rotate(-90 14 %.0f)">recall</text>`, 14.0, (plotTop+plotBottom)/2, (plotTop+plotBottom)/2)
}
