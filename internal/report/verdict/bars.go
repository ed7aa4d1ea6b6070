package verdict

import (
	"cmp"
	"maps"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/wire"
)

// bars count records by a label and by what came of them, for a plot.
type bars map[string]map[enduse.Outcome]int

func (b bars) add(label string, o enduse.Outcome) {
	if b[label] == nil {
		if len(b) >= maxLabels {
			return
		}
		b[label] = map[enduse.Outcome]int{}
	}
	b[label][o]++
}

// maxLabels bounds what a plot keeps, and maxBars what it shows.
const (
	maxLabels = 10000
	maxBars   = 20
)

// bar is a line of a plot: its parts in order of precedence, each with its share
// of the longest bar in percent.
type bar struct {
	Label string
	N     int
	Parts []barPart
}

type barPart struct {
	Outcome enduse.Outcome
	N       int
	Percent float64
}

// longest returns the longest bars, those of one length by label.
func (b bars) longest() []bar {
	var out []bar
	for label, counts := range b {
		line := bar{Label: label}
		for _, o := range append(slices.Clone(enduse.Outcomes), enduse.Lead) {
			if n := counts[o]; n > 0 {
				line.N += n
				line.Parts = append(line.Parts, barPart{Outcome: o, N: n})
			}
		}
		out = append(out, line)
	}
	slices.SortFunc(out, func(p, q bar) int { return cmp.Or(cmp.Compare(q.N, p.N), cmp.Compare(p.Label, q.Label)) })
	out = out[:min(len(out), maxBars)]
	for i := range out {
		for k := range out[i].Parts {
			p := &out[i].Parts[k]
			p.Percent = 100 * float64(p.N) / float64(out[0].N)
		}
	}
	return out
}

// plots are those of a screening: records by rule, and by corridor.
type plots struct{ rules, corridors bars }

func newPlots() plots { return plots{bars{}, bars{}} }

// add counts a record once under each rule that found something, by the
// finding's severity, and under its corridor, by its outcome.
func (p *plots) add(r *wire.Result) {
	worst := map[string]enduse.Outcome{}
	for _, f := range r.Findings {
		if o, ok := worst[f.ID]; !ok || f.Severity.Outranks(o) {
			worst[f.ID] = f.Severity
		}
	}
	for _, id := range slices.Sorted(maps.Keys(worst)) {
		p.rules.add(id, worst[id])
	}
	if r.Route.Origin != "" && r.Route.Destination != "" {
		p.corridors.add(string(r.Route.Origin)+" → "+string(r.Route.Destination), r.Outcome)
	}
}
