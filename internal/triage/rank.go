package triage

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/wire"
)

// Class is what a record asks of its reader.
type Class int

// The classes, in the order in which records are shown.
const (
	Decide     Class = iota // prohibited or review
	Incomplete              // could not be read, or has a gap of its own
	Lead                    // a fact worth seeing, and nothing to decide
	Nothing                 // nothing was found
	Folded                  // a duplicate, a total, a test account: nothing more to see
)

// Key orders a record among those of its run.
type Key struct {
	Class    Class
	Outcome  enduse.Outcome
	Identity bool    // an identity is fixed
	Weight   float64 // 0 and above; the greater, the sooner
}

// compare returns a number below 0 where a comes first.
func (a Key) compare(b Key) int {
	fixed := func(k Key) int {
		if k.Identity {
			return 0
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(a.Class, b.Class),
		cmp.Compare(slices.Index(enduse.Outcomes, a.Outcome), slices.Index(enduse.Outcomes, b.Outcome)),
		cmp.Compare(fixed(a), fixed(b)),
		cmp.Compare(b.Weight, a.Weight),
	)
}

// keyOf returns the key of a result; its class is known when the run is whole.
func (run *Run) keyOf(r *wire.Result) Key {
	k := Key{Outcome: r.Outcome}
	for i := range r.Parties {
		for n := range r.Parties[i].Hits {
			h := &r.Parties[i].Hits[n]
			if !h.Match {
				continue
			}
			k.Identity = k.Identity || h.Identity != ""
			k.Weight = max(k.Weight, h.Probability*measureWeight(h.Measures)*run.binding(h.Lists))
		}
	}
	for _, f := range r.Findings {
		if strings.HasPrefix(f.ID, "party.") && f.Severity != enduse.Lead {
			continue // its hit has been weighed
		}
		k.Weight += findingWeights[f.Severity]
	}
	return k
}

// findingWeights are what a finding about goods, a route or a rule adds. One to review is
// about a hit of 3 %: of a file of customers in one embargoed country each has one, and a
// name that resembles a listed one comes before them.
var findingWeights = map[enduse.Outcome]float64{enduse.Prohibited: 0.5, enduse.Review: 0.03, enduse.Lead: 0.003}

// measureWeights say how much a measure forbids: 1 all dealings, less what it leaves
// open.
var measureWeights = map[enduse.Measure]float64{
	enduse.MeasureAssetFreeze: 1, enduse.MeasureExportLicence: 0.9, enduse.MeasureVesselPort: 0.8, enduse.MeasureDebtEquity: 0.5,
	enduse.MeasureSecurities: 0.4, enduse.MeasureServices: 0.5, enduse.MeasureTravelBan: 0.3, enduse.MeasureRedFlag: 0.6,
}

// measureWeight is the greatest weight of the measures; a hit without one is like a red
// flag.
func measureWeight(measures []enduse.Measure) float64 {
	most := 0.0
	for _, m := range measures {
		most = max(most, measureWeights[m])
	}
	if most == 0 {
		return measureWeights[enduse.MeasureRedFlag]
	}
	return most
}

// The weights of a list by whether its regime binds the seller.
const (
	binds       = 1.0
	mayBind     = 0.9
	doesNotBind = 0.6
)

// binding is the greatest weight of the lists.
func (run *Run) binding(lists []enduse.ListID) float64 {
	most := doesNotBind
	for _, l := range lists {
		switch run.head.Regimes[Regime(l)] {
		case "yes":
			most = binds
		case "no":
		default:
			most = max(most, mayBind)
		}
	}
	return most
}

// regimes are those of publishers whose lists do not begin with the regime's name.
var regimes = map[string]string{"ofac": "us", "bis": "us", "state": "us"}

// Regime is whose law a legal list belongs to, by the beginning of its name: us, eu,
// uk, un, or a country in lower case.
func Regime(list enduse.ListID) string {
	publisher, _, _ := strings.Cut(string(list), "-")
	if regime, ok := regimes[publisher]; ok {
		return regime
	}
	return publisher
}

// Regimes are those of the lists, each once, in capitals and in their order.
func Regimes(lists []enduse.ListID) (out []string) {
	for _, l := range lists {
		if r := strings.ToUpper(Regime(l)); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// Class says what a record asks of its reader.
func (run *Run) Class(r *wire.Result) Class {
	of := record{
		outcome: r.Outcome, fault: r.Error != nil, same: r.SameAsRow != 0, leftOut: r.LeftOut,
		found: len(r.Findings) > 0 || slices.ContainsFunc(r.Parties, func(p wire.Party) bool { return len(p.Hits) > 0 }),
	}
	gaps := run.OwnGaps(r)
	for i := range gaps {
		of.gaps = append(of.gaps, i)
	}
	return of.class(func(int) bool { return true })
}

// OwnGaps are the gaps of a record that are not those of the whole run.
func (run *Run) OwnGaps(r *wire.Result) (out []enduse.Gap) {
	for _, g := range r.Gaps {
		if !slices.Contains(run.head.Gaps, g) {
			out = append(out, g)
		}
	}
	return out
}
